/**
 * Les soins qu'on peut simuler, dits comme on en a besoin. Chacun porte les actes que l'Assurance maladie écrirait au décompte : la ligne de
 * garantie, la base et le taux viennent d'eux. `champs` : ce que son formulaire demande, outre la personne et la date.
 */
export type NomChamp =
  | 'acte'
  | 'prix'
  | 'base'
  | 'secteur'
  | 'parcours'
  | 'situation'
  | 'quantite'
  | 'oreille'
  | 'oeil'
  | 'maternite'
  | 'lunettes'
  | 'enfant'
  | 'autres'

export interface ActeASimuler {
  readonly code: string
  readonly libelle: string
  /** L'acte que facture un médecin sans option tarifaire maîtrisée, quand c'en est un autre. */
  readonly sansOption?: string
}

export type FamilleSoin = keyof typeof FAMILLES

export interface SoinASimuler {
  readonly code: string
  readonly famille: FamilleSoin
  readonly libelle: string
  readonly actes: readonly [ActeASimuler, ...ActeASimuler[]]
  readonly champs: readonly NomChamp[]
  /** Ce qu'on compte : « boîtes », « séances »… */
  readonly unite?: { readonly libelle: string; readonly prix: string }
  /** Sans base connue : la loi rembourse le prix lui-même, ou la base est sur le devis. */
  readonly sansBase?: 'PRIX'
  /** Le tarif est réglementé : sans prix, c'est la base de l'acte. */
  readonly prixReglemente?: true
}

export const FAMILLES = {
  consulter: 'Consulter',
  examens: 'Passer un examen',
  paramedical: 'Infirmier, kinésithérapeute, orthophoniste…',
  pharmacie: 'Pharmacie et prévention',
  yeux: 'Les yeux',
  dents: 'Les dents',
  oreilles: 'Les oreilles',
  appareillage: 'Matériel et appareillage',
  hopital: 'Hôpital et transport',
  autres: 'Cure, bien-être, naissance',
} as const

const acte = (code: string, libelle: string, sansOption?: string): ActeASimuler =>
  sansOption === undefined ? { code, libelle } : { code, libelle, sansOption }

const MEDECIN: readonly NomChamp[] = ['acte', 'prix', 'base', 'secteur', 'parcours', 'situation', 'autres']
const SOIN: readonly NomChamp[] = ['acte', 'prix', 'base', 'situation', 'autres']
const SEANCES: readonly NomChamp[] = ['acte', 'prix', 'quantite', 'base', 'situation', 'autres']
/** Ce que l'Assurance maladie ne rembourse pas. */
const LIBRE: readonly NomChamp[] = ['acte', 'prix', 'autres']
const PAR_SEANCE = { libelle: 'Nombre de séances', prix: 'Prix de toutes les séances' }
const PAR_JOUR = { libelle: 'Nombre de jours', prix: 'Prix de tous les jours' }
const PAR_NUIT = { libelle: 'Nombre de nuits', prix: 'Prix de toutes les nuits' }

export const SOINS_A_SIMULER: readonly SoinASimuler[] = [
  {
    code: 'medecin-generaliste',
    famille: 'consulter',
    libelle: 'Voir un médecin généraliste',
    actes: [
      acte('G', 'Consultation au cabinet', 'C'),
      acte('VG', 'Visite à domicile', 'V'),
      acte('TCG', 'Téléconsultation', 'TC'),
    ],
    champs: MEDECIN,
  },
  {
    code: 'medecin-specialiste',
    famille: 'consulter',
    libelle: 'Voir un médecin spécialiste',
    actes: [
      acte('SPE-COORD', 'Spécialiste, à la demande du médecin traitant', 'CS'),
      acte('CS', 'Spécialiste, sans passer par le médecin traitant'),
      acte('CSC', 'Cardiologue'),
      acte('GYN-COORD', 'Gynécologue, à la demande du médecin traitant', 'CS'),
      acte('CGM', 'Gynécologue, en accès direct', 'CS'),
      acte('PSY-COORD', 'Psychiatre, à la demande du médecin traitant', 'CNPSY'),
      acte('CNPSY', 'Psychiatre, en accès direct'),
      acte('GER-COORD', 'Gériatre', 'CS'),
      acte('APC', 'Avis d’un spécialiste consultant'),
      acte('CDE', 'Dermatologue, dépistage du mélanome'),
    ],
    champs: MEDECIN,
  },
  {
    code: 'pediatre',
    famille: 'consulter',
    libelle: 'Voir le pédiatre',
    actes: [
      acte('PED-2-6', 'Enfant de 2 à 6 ans'),
      acte('PED-0-2', 'Enfant de moins de 2 ans'),
      acte('COE', 'Examen obligatoire de l’enfant'),
    ],
    champs: MEDECIN,
  },
  {
    code: 'sage-femme',
    famille: 'consulter',
    libelle: 'Voir une sage-femme',
    actes: [
      acte('C-SF', 'Consultation'),
      acte('V-SF', 'Visite à domicile'),
      acte('SF7.5', 'Rééducation périnéale'),
    ],
    champs: SOIN,
  },
  {
    code: 'psychologue',
    famille: 'consulter',
    libelle: 'Voir un psychologue (Mon soutien psy)',
    actes: [acte('PSY-SEANCE', 'Séance de suivi'), acte('PSY-EVAL', 'Premier entretien')],
    champs: SEANCES,
    unite: PAR_SEANCE,
  },
  {
    code: 'acte-du-medecin',
    famille: 'consulter',
    libelle: 'Un acte technique chez le médecin',
    actes: [
      acte('DEQP003', 'Électrocardiogramme'),
      acte('ATM', 'Autre acte technique'),
      acte('ADC', 'Petite chirurgie, sans hospitalisation'),
    ],
    champs: MEDECIN,
  },
  {
    code: 'radio-echographie',
    famille: 'examens',
    libelle: 'Radio, échographie, scanner, IRM',
    actes: [
      acte('MEMBRE-RX', 'Radio d’un bras ou d’une jambe'),
      acte('ZBQK002', 'Radio des poumons'),
      acte('LFQK002', 'Radio du bas du dos'),
      acte('LDQK001', 'Radio du cou'),
      acte('ZCQM008', 'Échographie de l’abdomen'),
      acte('ZCQM010', 'Échographie de l’abdomen et du petit bassin'),
      acte('JQQM010', 'Échographie de grossesse, 1er trimestre'),
      acte('JQQM018', 'Échographie de grossesse, 2e trimestre'),
      acte('JQQM016', 'Échographie de grossesse, 3e trimestre'),
      acte('QEQK001', 'Mammographie des deux seins'),
      acte('FTN', 'Scanner ou IRM'),
    ],
    champs: MEDECIN,
  },
  {
    code: 'depistage',
    famille: 'examens',
    libelle: 'Dépistage et bilan de prévention',
    actes: [acte('QEQK004', 'Mammographie de dépistage organisé'), acte('MBP', 'Mon bilan prévention')],
    champs: SOIN,
  },
  {
    code: 'analyses',
    famille: 'examens',
    libelle: 'Analyses de laboratoire',
    actes: [acte('BIO', 'Prise de sang, analyses')],
    champs: SOIN,
    sansBase: 'PRIX',
  },
  {
    code: 'densitometrie',
    famille: 'examens',
    libelle: 'Mesure de la densité des os',
    actes: [acte('PAQK007', 'Remboursée par l’Assurance maladie'), acte('DENSITO-NR', 'Non remboursée')],
    champs: MEDECIN,
  },
  {
    code: 'kinesitherapeute',
    famille: 'paramedical',
    libelle: 'Séances de kinésithérapie',
    actes: [acte('AMS7.5', 'Rééducation')],
    champs: SEANCES,
    unite: PAR_SEANCE,
  },
  {
    code: 'infirmier',
    famille: 'paramedical',
    libelle: 'Soins infirmiers',
    actes: [acte('AMI', 'Soin infirmier, par lettre-clé')],
    champs: SEANCES,
    unite: { libelle: 'Nombre d’actes', prix: 'Prix de tous les actes' },
  },
  {
    code: 'orthophoniste',
    famille: 'paramedical',
    libelle: 'Orthophoniste',
    actes: [acte('ORTHO-SEANCE', 'Séance de 30 minutes'), acte('AMO34', 'Bilan')],
    champs: SEANCES,
    unite: PAR_SEANCE,
  },
  {
    code: 'podologue',
    famille: 'paramedical',
    libelle: 'Pédicure-podologue',
    actes: [acte('POD', 'Séance, pied diabétique')],
    champs: SEANCES,
    unite: PAR_SEANCE,
  },
  {
    code: 'medicaments',
    famille: 'pharmacie',
    libelle: 'Médicaments remboursés',
    actes: [
      acte('PH7', 'Remboursés à 65 %'),
      acte('PH4', 'Remboursés à 30 %'),
      acte('PH2', 'Remboursés à 15 %'),
      acte('PH1', 'Remboursés à 100 %'),
    ],
    champs: SEANCES,
    unite: { libelle: 'Nombre de boîtes', prix: 'Prix de toutes les boîtes' },
    sansBase: 'PRIX',
  },
  {
    code: 'medicaments-non-rembourses',
    famille: 'pharmacie',
    libelle: 'Médicaments prescrits, non remboursés par l’Assurance maladie',
    actes: [acte('PHN', 'Médicament non remboursé'), acte('HOMEO', 'Homéopathie')],
    champs: LIBRE,
  },
  {
    code: 'vaccin',
    famille: 'pharmacie',
    libelle: 'Vaccin',
    actes: [
      acte('VAC-65', 'Vaccin du calendrier vaccinal'),
      acte('VAC-GRIPPE', 'Grippe, avec le bon de l’Assurance maladie'),
      acte('VAC-NR', 'Non remboursé (voyage…)'),
    ],
    champs: SOIN,
    sansBase: 'PRIX',
  },
  {
    code: 'contraception',
    famille: 'pharmacie',
    libelle: 'Contraception non remboursée par l’Assurance maladie',
    actes: [acte('CONTRA-NR', 'Contraception prescrite')],
    champs: LIBRE,
  },
  {
    code: 'arret-du-tabac',
    famille: 'pharmacie',
    libelle: 'Arrêter de fumer',
    actes: [
      acte('SEVRAGE-NR', 'Aide non remboursée par l’Assurance maladie'),
      acte('SUBST-NIC', 'Substituts nicotiniques prescrits'),
    ],
    champs: SOIN,
    sansBase: 'PRIX',
  },
  {
    code: 'allergies',
    famille: 'pharmacie',
    libelle: 'Désensibilisation, allergies, non remboursé',
    actes: [acte('ALLERGO-NR', 'Traitement non remboursé par l’Assurance maladie')],
    champs: LIBRE,
  },
  {
    code: 'lunettes',
    famille: 'yeux',
    libelle: 'Acheter des lunettes',
    actes: [acte('OPT-B-MONT', 'Lunettes')],
    champs: ['lunettes', 'situation', 'autres'],
  },
  {
    code: 'lentilles',
    famille: 'yeux',
    libelle: 'Lentilles de contact',
    actes: [
      acte('LENT-NR', 'Non remboursées par l’Assurance maladie'),
      acte('LENT-R', 'Remboursées, un œil'),
    ],
    champs: SEANCES,
    unite: { libelle: 'Nombre d’yeux corrigés', prix: 'Prix pour l’année' },
  },
  {
    code: 'operation-de-la-vue',
    famille: 'yeux',
    libelle: 'Opération pour corriger la vue (laser)',
    actes: [acte('CHIR-REF', 'Un œil')],
    champs: ['prix', 'oeil', 'autres'],
  },
  {
    code: 'options-opticien',
    famille: 'yeux',
    libelle: 'Prestations de l’opticien sur les verres',
    actes: [acte('OPT-ADAPT-A', 'Adaptation des verres')],
    champs: SOIN,
    sansBase: 'PRIX',
  },
  {
    code: 'soins-dentaires',
    famille: 'dents',
    libelle: 'Soins dentaires',
    actes: [
      acte('C-DENT', 'Consultation chez le dentiste'),
      acte('HBJD001', 'Détartrage'),
      acte('HBMD058', 'Soin d’une carie, dent de devant, 1 face'),
      acte('HBMD053', 'Soin d’une carie, molaire ou prémolaire, 1 face'),
      acte('HBMD038', 'Soin d’une carie, molaire ou prémolaire, 3 faces ou plus'),
      acte('HBFD008', 'Dévitaliser une molaire'),
      acte('HBFD297', 'Dévitaliser une prémolaire'),
      acte('HBQK002', 'Radio panoramique'),
      acte('HBMD351', 'Inlay ou onlay composite'),
      acte('HBMD460', 'Inlay ou onlay céramique'),
      acte('BDC', 'Examen de prévention, M’T dents'),
      acte('SDE', 'Autre soin dentaire'),
    ],
    champs: SOIN,
  },
  {
    code: 'couronne',
    famille: 'dents',
    libelle: 'Couronne, inlay-core',
    actes: [
      acte('HBLD634', 'Couronne céramo-métallique, dent visible (100 % Santé)'),
      acte('HBLD038', 'Couronne métallique (100 % Santé)'),
      acte('HBLD350', 'Couronne zircone, hors molaire (100 % Santé)'),
      acte('HBLD073', 'Couronne zircone, molaire'),
      acte('HBLD491', 'Couronne céramo-métallique, 2e prémolaire (tarif maîtrisé)'),
      acte('HBLD158', 'Couronne céramique, molaire ou 2e prémolaire (tarif maîtrisé)'),
      acte('HBLD734', 'Couronne céramo-métallique, molaire (tarif libre)'),
      acte('HBLD403', 'Couronne céramo-céramique (tarif libre)'),
      acte('HBLD418', 'Couronne sur implant (tarif libre)'),
      acte('HBLD090', 'Inlay-core (100 % Santé)'),
      acte('HBLD745', 'Inlay-core (tarif maîtrisé)'),
      acte('HBLD245', 'Inlay-core (tarif libre)'),
    ],
    champs: SOIN,
  },
  {
    code: 'bridge-dentier',
    famille: 'dents',
    libelle: 'Bridge, dentier',
    actes: [
      acte('HBLD785', 'Bridge céramo-métallique, une incisive (100 % Santé)'),
      acte('HBLD033', 'Bridge métallique (100 % Santé)'),
      acte('HBLD227', 'Bridge céramo-métallique, autre dent (tarif maîtrisé)'),
      acte('HBLD426', 'Bridge tout céramique (tarif libre)'),
      acte('HBLD101', 'Appareil en résine, 9 dents (100 % Santé)'),
      acte('HBLD031', 'Appareil complet en résine, une mâchoire (100 % Santé)'),
      acte('HBLD131', 'Appareil sur châssis métallique, 1 à 3 dents (tarif libre)'),
      acte('HBLD047', 'Appareil complet sur châssis métallique (tarif libre)'),
      acte('HBMD020', 'Réparation d’un appareil en résine'),
    ],
    champs: SOIN,
  },
  {
    code: 'orthodontie',
    famille: 'dents',
    libelle: 'Orthodontie',
    actes: [
      acte('TO90', 'Un semestre, commencé avant 16 ans'),
      acte('TO75', 'Contention, 1re année'),
      acte('TO50', 'Contention, 2e année'),
      acte('TO5', 'Séance de surveillance'),
      acte('ORTHO-NR', 'Non remboursée par l’Assurance maladie (adulte)'),
    ],
    champs: SOIN,
  },
  {
    code: 'implant-parodontologie',
    famille: 'dents',
    libelle: 'Implant, parodontologie, prothèse non remboursée',
    actes: [
      acte('IMPLANT', 'Implant'),
      acte('PARO-NR', 'Traitement des gencives (parodontologie)'),
      acte('PROTH-HN', 'Prothèse hors nomenclature'),
    ],
    champs: LIBRE,
  },
  {
    code: 'aide-auditive',
    famille: 'oreilles',
    libelle: 'Aide auditive',
    actes: [
      acte('AUD-I-20', 'Classe I (100 % Santé), 20 ans et plus'),
      acte('AUD-II-20', 'Classe II (prix libre), 20 ans et plus'),
      acte('AUD-I-ENF', 'Classe I (100 % Santé), moins de 20 ans'),
      acte('AUD-II-ENF', 'Classe II (prix libre), moins de 20 ans'),
    ],
    champs: ['acte', 'prix', 'oreille', 'base', 'situation', 'autres'],
  },
  {
    code: 'piles-aide-auditive',
    famille: 'oreilles',
    libelle: 'Piles d’aide auditive',
    actes: [acte('PILES-AUD', 'Un paquet')],
    champs: SEANCES,
    unite: { libelle: 'Nombre de paquets', prix: 'Prix de tous les paquets' },
  },
  {
    code: 'petit-materiel',
    famille: 'appareillage',
    libelle: 'Petit matériel : semelles, bas, béquilles, pansements',
    actes: [
      acte('SEMELLES', 'Semelles orthopédiques, une paire'),
      acte('BAS-CONT', 'Chaussettes de compression, une paire'),
      acte('BEQUILLES', 'Béquilles, une paire'),
      acte('PAN', 'Pansements, bandages'),
      acte('AAD', 'Matériel de soins à domicile'),
    ],
    champs: SOIN,
  },
  {
    code: 'grand-appareillage',
    famille: 'appareillage',
    libelle: 'Grand appareillage : prothèse de membre, prothèse oculaire',
    actes: [acte('GAP', 'Grand appareillage')],
    champs: SOIN,
  },
  {
    code: 'perruque-prothese-mammaire',
    famille: 'appareillage',
    libelle: 'Perruque, prothèse mammaire externe',
    actes: [
      acte('CAP-I', 'Perruque de classe I'),
      acte('CAP-II', 'Perruque de classe II'),
      acte('MAM-EXT', 'Prothèse mammaire externe'),
    ],
    champs: SOIN,
  },
  {
    code: 'sejour-hopital',
    famille: 'hopital',
    libelle: 'Séjour à l’hôpital ou en clinique',
    actes: [acte('GHS', 'Frais de séjour'), acte('HAD', 'Hospitalisation à domicile')],
    champs: ['acte', 'prix', 'base', 'situation', 'maternite', 'autres'],
    sansBase: 'PRIX',
  },
  {
    code: 'honoraires-operation',
    famille: 'hopital',
    libelle: 'Honoraires d’une opération',
    actes: [
      acte('HON-CHIR', 'Le chirurgien'),
      acte('HON-ANE', 'L’anesthésiste'),
      acte('BFGA004', 'Cataracte'),
      acte('HHFA016', 'Appendicite'),
    ],
    champs: ['acte', 'prix', 'base', 'secteur', 'situation', 'maternite', 'autres'],
  },
  {
    code: 'forfait-journalier',
    famille: 'hopital',
    libelle: 'Forfait journalier hospitalier',
    actes: [acte('FJ', 'Médecine, chirurgie, maternité'), acte('FJ-PSY', 'Psychiatrie')],
    champs: ['acte', 'quantite', 'prix', 'maternite', 'autres'],
    unite: PAR_JOUR,
    prixReglemente: true,
  },
  {
    code: 'chambre-particuliere',
    famille: 'hopital',
    libelle: 'Chambre particulière',
    actes: [acte('CP', 'La nuit')],
    champs: ['quantite', 'prix', 'maternite', 'autres'],
    unite: PAR_NUIT,
  },
  {
    code: 'chambre-ambulatoire',
    famille: 'hopital',
    libelle: 'Chambre particulière sans y dormir (ambulatoire)',
    actes: [acte('CP-AMB', 'Le jour')],
    champs: ['quantite', 'prix', 'autres'],
    unite: PAR_JOUR,
  },
  {
    code: 'accompagnant',
    famille: 'hopital',
    libelle: 'Lit et repas d’un accompagnant',
    actes: [acte('ACC', 'Accompagnant')],
    champs: ['quantite', 'prix', 'maternite', 'autres'],
    unite: PAR_JOUR,
  },
  {
    code: 'urgences-actes-lourds',
    famille: 'hopital',
    libelle: 'Passage aux urgences, participation pour un acte lourd',
    actes: [
      acte('FPU', 'Forfait patient urgences'),
      acte('FPU-MIN', 'Forfait patient urgences réduit'),
      acte('PAV', 'Participation pour un acte lourd'),
    ],
    champs: ['acte', 'prix', 'autres'],
    prixReglemente: true,
  },
  {
    code: 'transport',
    famille: 'hopital',
    libelle: 'Transport prescrit : ambulance, taxi, VSL',
    actes: [
      acte('TAP', 'Taxi conventionné'),
      acte('VSL', 'Véhicule sanitaire léger'),
      acte('ABA', 'Ambulance'),
      acte('ATP', 'Transport en commun'),
    ],
    champs: SEANCES,
    unite: { libelle: 'Nombre de trajets', prix: 'Prix de tous les trajets' },
    sansBase: 'PRIX',
  },
  {
    code: 'confort-hopital',
    famille: 'hopital',
    libelle: 'Télévision et confort à l’hôpital',
    actes: [acte('TV', 'Télévision, téléphone')],
    champs: LIBRE,
  },
  {
    code: 'cure-thermale',
    famille: 'autres',
    libelle: 'Cure thermale',
    actes: [
      acte('CURE-SOINS', 'Les soins'),
      acte('CURE-SURV', 'La surveillance médicale'),
      acte('CURE-HEB', 'L’hébergement'),
      acte('CURE-TR', 'Le trajet'),
    ],
    champs: SOIN,
    sansBase: 'PRIX',
  },
  {
    code: 'medecines-douces',
    famille: 'autres',
    libelle: 'Ostéopathe, diététicien et autres médecines douces',
    actes: [
      acte('MD-OST', 'Ostéopathe'),
      acte('MD-CHI', 'Chiropracteur'),
      acte('MD-ACU', 'Acupuncteur'),
      acte('MD-DIE', 'Diététicien'),
      acte('MD-ERG', 'Ergothérapeute'),
      acte('MD-ETI', 'Étiopathe'),
      acte('MD-HYP', 'Hypnothérapeute'),
      acte('MD-NAT', 'Naturopathe'),
      acte('MD-POD', 'Pédicure-podologue, non remboursé'),
      acte('MD-PSM', 'Psychomotricien'),
      acte('MD-PSY', 'Psychologue, hors Mon soutien psy'),
      acte('MD-REF', 'Réflexologue'),
      acte('MD-SOP', 'Sophrologue'),
    ],
    champs: ['acte', 'prix', 'quantite', 'autres'],
    unite: PAR_SEANCE,
  },
  {
    code: 'activite-physique',
    famille: 'autres',
    libelle: 'Activité physique adaptée, prescrite',
    actes: [acte('APA', 'Séances prescrites')],
    champs: LIBRE,
  },
  {
    code: 'amniocentese-peridurale',
    famille: 'autres',
    libelle: 'Amniocentèse, péridurale',
    actes: [acte('AMNIO', 'Amniocentèse ou péridurale')],
    champs: LIBRE,
  },
  {
    code: 'naissance-adoption',
    famille: 'autres',
    libelle: 'Prime de naissance ou d’adoption',
    actes: [acte('NAISS', 'Naissance ou adoption')],
    champs: ['enfant'],
  },
]

const PAR_CODE: ReadonlyMap<string, SoinASimuler> = new Map(SOINS_A_SIMULER.map((soin) => [soin.code, soin]))

export const soinASimuler = (code: string): SoinASimuler | undefined => PAR_CODE.get(code)

/** Les verres d'une paire de lunettes, tels qu'un devis d'opticien les nomme. */
export const VERRES: readonly ActeASimuler[] = [
  acte('OPT-B-S', 'Simple (unifocal, faible correction)'),
  acte('OPT-B-C', 'Complexe (progressif, ou forte correction)'),
  acte('OPT-B-T', 'Très complexe (progressif, très forte correction)'),
  acte('OPT-A-U1', 'Simple, 100 % Santé (jusqu’à 2 dioptries)'),
  acte('OPT-A-U2', 'Simple, 100 % Santé (au-delà de 2 dioptries)'),
  acte('2264884', 'Progressif, 100 % Santé'),
]

export const MONTURES: readonly ActeASimuler[] = [
  acte('OPT-B-MONT', 'Prix libre (classe B)'),
  acte('OPT-A-MONT', '100 % Santé (classe A)'),
]
