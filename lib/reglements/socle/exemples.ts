import { montant } from '@/lib/rules/montant/montant'
import type { ExempleSoin, PrixExemple } from '@/lib/rules/remboursement/exemple'
import { taux } from './parametres/taux'

const BASE: PrixExemple = { origine: 'BASE' }
const PRIX_LIMITE: PrixExemple = { origine: 'PRIX_LIMITE' }
const ADULTE_APPAREILLE = { de: 20, a: 130 }

/**
 * Des soins courants, pour dire une garantie en euros. Un prix est la base de remboursement de l'acte ou son prix limite, datés
 * par la nomenclature ; sinon c'est un prix choisi pour l'exemple, que l'écran dit tel.
 */
export const exemples: readonly ExempleSoin[] = [
  {
    id: 'generaliste',
    libelle: 'Une consultation chez votre médecin traitant',
    actes: [{ code: 'G', quantite: 1, prix: BASE }],
  },
  {
    id: 'pediatre',
    libelle: 'Une consultation chez le pédiatre, sans dépassement',
    actes: [{ code: 'PED-2-6', quantite: 1, prix: BASE }],
    age: { de: 2, a: 5 },
  },
  {
    id: 'specialiste',
    libelle: 'Un spécialiste sans dépassement, sur l’avis de votre médecin traitant',
    actes: [{ code: 'SPE-COORD', quantite: 1, prix: BASE }],
  },
  {
    id: 'specialiste-dptam',
    libelle: 'Un spécialiste à dépassements modérés (DPTAM)',
    actes: [{ code: 'SPE-COORD', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(5500) } }],
    conventionnement: 'DPTAM',
  },
  {
    id: 'specialiste-libre',
    libelle: 'Un spécialiste à honoraires libres',
    actes: [{ code: 'CS', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(6500) } }],
    conventionnement: 'NON_DPTAM',
  },
  {
    id: 'radio',
    libelle: 'La radiographie d’un bras ou d’une jambe',
    actes: [{ code: 'MEMBRE-RX', quantite: 1, prix: BASE }],
  },
  {
    id: 'echographie',
    libelle: 'Une échographie de l’abdomen, médecin à honoraires libres',
    actes: [{ code: 'ZCQM008', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(9000) } }],
    conventionnement: 'NON_DPTAM',
  },
  {
    id: 'analyses',
    libelle: 'Une prise de sang',
    actes: [{ code: 'BIO', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(2800) } }],
  },
  {
    id: 'pharmacie-65',
    libelle: 'Une boîte d’un médicament remboursé à 65 %',
    actes: [{ code: 'PH7', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(1000) } }],
    tauxAmo: taux['amo.taux.medicament.smr_important'],
  },
  {
    id: 'pharmacie-30',
    libelle: 'Une boîte d’un médicament remboursé à 30 %',
    actes: [{ code: 'PH4', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(1000) } }],
    tauxAmo: taux['amo.taux.medicament.smr_modere'],
  },
  {
    id: 'pharmacie-15',
    libelle: 'Une boîte d’un médicament remboursé à 15 %',
    actes: [{ code: 'PH2', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(1000) } }],
    tauxAmo: taux['amo.taux.medicament.smr_faible'],
  },
  {
    id: 'pharmacie-nr',
    libelle: 'Un médicament prescrit que l’Assurance maladie ne rembourse pas',
    actes: [{ code: 'PHN', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(1000) } }],
  },
  {
    id: 'lunettes-a',
    libelle: 'Des lunettes du 100 % Santé : une monture et deux verres simples',
    actes: [
      { code: 'OPT-A-MONT', quantite: 1, prix: PRIX_LIMITE },
      { code: 'OPT-A-U1', quantite: 2, prix: PRIX_LIMITE },
    ],
  },
  {
    id: 'lunettes-simples',
    libelle: 'Des lunettes à tarif libre : une monture et deux verres simples',
    actes: [
      { code: 'OPT-B-MONT', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(12000) } },
      { code: 'OPT-B-S', quantite: 2, prix: { origine: 'EXEMPLE', montant: montant(9000) } },
    ],
  },
  {
    id: 'lunettes-progressives',
    libelle: 'Des lunettes à tarif libre : une monture et deux verres progressifs',
    actes: [
      { code: 'OPT-B-MONT', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(12000) } },
      { code: 'OPT-B-C', quantite: 2, prix: { origine: 'EXEMPLE', montant: montant(22000) } },
    ],
    age: { de: 40, a: 130 },
  },
  {
    id: 'lentilles',
    libelle: 'Des lentilles que l’Assurance maladie ne rembourse pas',
    actes: [{ code: 'LENT-NR', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(15000) } }],
  },
  {
    id: 'chirurgie-vue',
    libelle: 'Une opération de la vue, pour un œil',
    actes: [{ code: 'CHIR-REF', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(120000) } }],
    age: { de: 18, a: 130 },
  },
  {
    id: 'dentiste',
    libelle: 'Une consultation chez le dentiste',
    actes: [{ code: 'C-DENT', quantite: 1, prix: BASE }],
  },
  {
    id: 'carie',
    libelle: 'Une carie soignée, sur trois faces de la dent',
    actes: [{ code: 'HBMD038', quantite: 1, prix: BASE }],
  },
  {
    id: 'couronne-100',
    libelle: 'Une couronne du 100 % Santé, sur une dent de devant',
    actes: [{ code: 'HBLD634', quantite: 1, prix: PRIX_LIMITE }],
  },
  {
    id: 'couronne-maitrisee',
    libelle: 'Une couronne à tarif maîtrisé, sur une prémolaire',
    actes: [{ code: 'HBLD491', quantite: 1, prix: PRIX_LIMITE }],
  },
  {
    id: 'couronne-libre',
    libelle: 'Une couronne à tarif libre, sur une molaire',
    actes: [{ code: 'HBLD734', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(60000) } }],
  },
  {
    id: 'orthodontie',
    libelle: 'Un semestre d’appareil dentaire, avant 16 ans',
    actes: [{ code: 'TO90', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(70000) } }],
    tauxAmo: taux['amo.taux.orthodontie.semestre'],
    age: { de: 6, a: 15 },
  },
  {
    id: 'implant',
    libelle: 'Un implant dentaire',
    actes: [{ code: 'IMPLANT', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(110000) } }],
    age: { de: 18, a: 130 },
  },
  {
    id: 'audio-100',
    libelle: 'Une aide auditive du 100 % Santé, pour une oreille',
    actes: [{ code: 'AUD-I-20', quantite: 1, prix: PRIX_LIMITE }],
    age: ADULTE_APPAREILLE,
  },
  {
    id: 'audio-libre',
    libelle: 'Une aide auditive à tarif libre, pour une oreille',
    actes: [{ code: 'AUD-II-20', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(150000) } }],
    age: ADULTE_APPAREILLE,
  },
  {
    id: 'audio-enfant',
    libelle: 'Une aide auditive du 100 % Santé avant 20 ans, pour une oreille',
    actes: [{ code: 'AUD-I-ENF', quantite: 1, prix: PRIX_LIMITE }],
    age: { de: 0, a: 19 },
  },
  {
    id: 'sejour',
    libelle: 'Les frais d’un séjour à l’hôpital',
    actes: [{ code: 'GHS', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(240000) } }],
  },
  {
    id: 'forfait-journalier',
    libelle: 'Le forfait journalier, pour trois jours à l’hôpital',
    actes: [{ code: 'FJ', quantite: 3, prix: BASE }],
  },
  {
    id: 'acte-lourd',
    libelle: 'La participation demandée pour une opération importante',
    actes: [{ code: 'PAV', quantite: 1, prix: BASE }],
  },
  {
    id: 'chirurgien',
    libelle: 'Le chirurgien d’une appendicite, à dépassements modérés (DPTAM)',
    actes: [{ code: 'HHFA016', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(40000) } }],
    conventionnement: 'DPTAM',
    pendantSejour: true,
    acteLourd: true,
  },
  {
    id: 'chambre',
    libelle: 'Deux nuits en chambre particulière',
    actes: [{ code: 'CP', quantite: 2, prix: { origine: 'EXEMPLE', montant: montant(6500) } }],
  },
  {
    id: 'urgences',
    libelle: 'Un passage aux urgences, sans être hospitalisé',
    actes: [{ code: 'FPU', quantite: 1, prix: BASE }],
  },
  {
    id: 'ambulance',
    libelle: 'Un trajet en ambulance',
    actes: [{ code: 'ABA', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(9000) } }],
  },
  {
    id: 'kine',
    libelle: 'Une séance de kinésithérapie',
    actes: [{ code: 'AMS7.5', quantite: 1, prix: BASE }],
  },
  {
    id: 'semelles',
    libelle: 'Une paire de semelles orthopédiques',
    actes: [{ code: 'SEMELLES', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(14000) } }],
  },
  {
    id: 'bequilles',
    libelle: 'Une paire de béquilles',
    actes: [{ code: 'BEQUILLES', quantite: 1, prix: BASE }],
  },
  {
    id: 'psychologue',
    libelle: 'Une séance de Mon soutien psy',
    actes: [{ code: 'PSY-SEANCE', quantite: 1, prix: BASE }],
  },
  {
    id: 'osteopathe',
    libelle: 'Une séance chez l’ostéopathe',
    actes: [{ code: 'MD-OST', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(6000) } }],
  },
  {
    id: 'contraception',
    libelle: 'Une contraception que l’Assurance maladie ne rembourse pas',
    actes: [{ code: 'CONTRA-NR', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(4000) } }],
    age: { de: 15, a: 50 },
  },
  {
    id: 'vaccin',
    libelle: 'Un vaccin remboursé',
    actes: [{ code: 'VAC-65', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(3000) } }],
    tauxAmo: taux['amo.taux.vaccin'],
  },
  {
    id: 'vaccin-nr',
    libelle: 'Un vaccin de voyage, non remboursé',
    actes: [{ code: 'VAC-NR', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(5000) } }],
  },
  {
    id: 'sevrage',
    libelle: 'Une aide à l’arrêt du tabac, non remboursée',
    actes: [{ code: 'SEVRAGE-NR', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(4000) } }],
    age: { de: 15, a: 130 },
  },
  {
    id: 'sport-sante',
    libelle: 'De l’activité physique adaptée, sur ordonnance',
    actes: [{ code: 'APA', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(10000) } }],
  },
  {
    id: 'cure-surveillance',
    libelle: 'La surveillance médicale d’une cure',
    actes: [{ code: 'CURE-SURV', quantite: 1, prix: BASE }],
    tauxAmo: taux['amo.taux.cure_thermale.surveillance'],
  },
  {
    id: 'cure-hebergement',
    libelle: 'L’hébergement pendant une cure',
    sansAmo: true,
    actes: [{ code: 'CURE-HEB', quantite: 1, prix: { origine: 'EXEMPLE', montant: montant(40000) } }],
  },
]
