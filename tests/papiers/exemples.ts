import type { Emission } from '@/lib/papiers/faits'
import { dateCivile } from '@/lib/rules/date/date-civile'

/** Facts of each paper as the base would give them back: plain JSON. */
export const ORGANISME = {
  nom: 'Mutuelle du Pont-Levant',
  forme: 'Mutuelle soumise au livre II du code de la mutualité',
  siren: '000 000 000',
  numeroAmc: '00999001',
  adresse: ['12 quai des Tilleuls', '99000 Valserine-le-Pont'],
  telephone: '09 00 00 00 00',
  horaires: 'du lundi au vendredi, de 9 h à 17 h 30',
  email: 'contact@pont-levant.example',
  site: 'https://www.pont-levant.example',
  couleur: '#0f5c63',
  fictif: true,
}

export const ADHERENT = { prenom: 'Maëlys', nom: 'Œuvrard', numeroAdherent: 'PL000123' }

export const EMISSION: Emission = {
  emisLe: dateCivile('2026-03-17'),
  numero: 'R-2026-000123',
  urlVerification: 'https://www.pont-levant.example/verifier/K7QM4T9ZB2XHDW6RJ3FN',
}

export const ligneReleve = (sauf: Record<string, unknown> = {}) => ({
  dateSoins: '2026-03-03',
  beneficiaire: 'Maëlys Œuvrard',
  libelle: 'Consultation d’un médecin généraliste',
  executant: 'Dr Claire Dubois-Noël',
  depense: 3000,
  base: 3000,
  partAmo: 1900,
  regimeLocal: 0,
  autres: 0,
  partMutuelle: 900,
  resteACharge: 200,
  participation: 200,
  franchise: 0,
  destinataire: 'ASSURE',
  etat: 'PAYEE',
  payeeLe: '2026-03-09',
  annulation: false,
  refus: [],
  ...sauf,
})

const CLES = ['depense', 'partAmo', 'regimeLocal', 'autres', 'partMutuelle', 'resteACharge'] as const

export const releve = (
  lignes: readonly ReturnType<typeof ligneReleve>[],
  sauf: Record<string, unknown> = {},
) => ({
  organisme: ORGANISME,
  adherent: ADHERENT,
  du: '2026-03-01',
  au: '2026-03-31',
  lignes,
  totaux: Object.fromEntries(CLES.map((cle) => [cle, lignes.reduce((t, l) => t + l[cle], 0)])),
  compte: { titulaire: 'Maëlys Œuvrard', fin: '4T7Z' },
  ...sauf,
})

/** One of each kind of line: paid to the member, to the professional, to pay, refused, taken back. */
export const LIGNES = [
  ligneReleve(),
  ligneReleve({
    dateSoins: '2026-03-05',
    beneficiaire: 'Léonie Œuvrard',
    libelle: 'Monture et verres simples, équipement de classe B',
    executant: 'Optique du Canal',
    depense: 38050,
    base: 1545,
    partAmo: 927,
    partMutuelle: 19673,
    resteACharge: 17450,
    participation: 0,
    destinataire: 'PROFESSIONNEL',
    payeeLe: '2026-03-10',
  }),
  ligneReleve({
    dateSoins: '2026-03-06',
    libelle: 'Médicaments remboursés à 65 %',
    executant: 'Pharmacie des Écluses',
    depense: 1240,
    base: 1240,
    partAmo: 706,
    partMutuelle: 434,
    resteACharge: 100,
    participation: 0,
    franchise: 100,
    destinataire: 'PROFESSIONNEL',
    payeeLe: '2026-03-10',
  }),
  ligneReleve({
    dateSoins: '2026-03-12',
    libelle: 'Séance d’ostéopathie',
    executant: null,
    depense: 6000,
    base: 0,
    partAmo: 0,
    partMutuelle: 0,
    resteACharge: 6000,
    participation: 0,
    etat: 'REFUSEE',
    payeeLe: null,
    refus: [{ code: 'NON_GARANTI', article: 'mutami/art-18', donnees: {} }],
  }),
  ligneReleve({
    dateSoins: '2026-03-13',
    libelle: 'Analyses de laboratoire',
    executant: null,
    depense: 4280,
    base: 4280,
    partAmo: 2568,
    partMutuelle: 1712,
    resteACharge: 0,
    participation: 0,
    etat: 'A_PAYER',
    payeeLe: null,
  }),
  ligneReleve({
    dateSoins: '2026-02-02',
    libelle: 'Radiographie du genou',
    executant: null,
    depense: -5200,
    base: -5200,
    partAmo: -3640,
    autres: -500,
    partMutuelle: -1060,
    resteACharge: 0,
    participation: 0,
    annulation: true,
    payeeLe: '2026-03-16',
  }),
]

const PERSONNES = [
  {
    prenom: 'Maëlys',
    nom: 'Œuvrard',
    dateNaissance: '1984-05-02',
    lien: 'MEMBRE_PARTICIPANT',
    du: '2019-01-01',
    au: null,
  },
  {
    prenom: 'Thị Bích',
    nom: 'Nguyễn',
    dateNaissance: '1983-13-41',
    lien: 'PACS',
    du: '2021-07-01',
    au: '2025-12-31',
  },
  {
    prenom: 'Léonie',
    nom: 'Œuvrard',
    dateNaissance: '2014-11-30',
    lien: 'ENFANT',
    du: '2019-01-01',
    au: null,
  },
  { prenom: 'Noé', nom: 'Œuvrard', dateNaissance: '2026-01-15', lien: 'ENFANT', du: '2026-04-01', au: null },
]

export const ATTESTATION = {
  organisme: ORGANISME,
  adherent: ADHERENT,
  situationAu: '2026-03-17',
  reglement: 'Règlement mutualiste 2026',
  formule: 'ÉQUILIBRE',
  responsable: true,
  beneficiaires: PERSONNES,
}

export const CERTIFICAT = {
  organisme: ORGANISME,
  adherent: ADHERENT,
  dateEffet: '2019-01-01',
  dateFin: null,
  reglement: 'Règlement mutualiste 2026',
  responsable: true,
  formules: [
    { formule: 'ESSENTIEL', du: '2019-01-01', au: '2023-12-31' },
    { formule: 'ÉQUILIBRE', du: '2024-01-01', au: null },
  ],
  beneficiaires: PERSONNES,
}

export const RADIATION = {
  organisme: ORGANISME,
  adherent: ADHERENT,
  reglement: 'Règlement mutualiste 2026',
  finContrat: '2025-12-31',
  responsable: true,
  formules: [{ formule: 'TER 2', du: '2024-01-01', au: '2025-12-31' }],
  beneficiaires: PERSONNES.filter(({ du }) => du < '2025-12-31').map((personne) => ({
    ...personne,
    au: '2025-12-31',
  })),
  majorations: [
    { annee: 2024, pourcent: 0 },
    { annee: 2025, pourcent: 6 },
  ],
}

export const CARTE = {
  organisme: ORGANISME,
  adherent: ADHERENT,
  du: '2026-01-01',
  au: '2026-12-31',
  typeConvention: 'PL',
  csr: null,
  responsable: true,
  formule: 'Formule ÉQUILIBRE',
  beneficiaires: PERSONNES.map(({ prenom, nom, dateNaissance }) => ({ prenom, nom, dateNaissance, rang: 1 })),
  domaines: [
    { domaine: 'PHARMACIE', condition: 'DIRECT' },
    { domaine: 'LABORATOIRE', condition: 'DIRECT' },
    { domaine: 'RADIOLOGIE', condition: 'DIRECT' },
    { domaine: 'AUXILIAIRES', condition: 'DIRECT' },
    { domaine: 'SOINS_EXTERNES', condition: 'DIRECT' },
    { domaine: 'TRANSPORT', condition: 'DIRECT' },
    { domaine: 'HOSPITALISATION', condition: 'SUR_ACCORD' },
    { domaine: 'OPTIQUE', condition: 'SUR_ACCORD' },
    { domaine: 'DENTAIRE', condition: 'SUR_ACCORD' },
    { domaine: 'AUDITION', condition: 'SUR_ACCORD' },
  ],
}

export const IBAN_DU_MANDAT = 'FR7630006000011234567890189'

export const MANDAT = {
  organisme: ORGANISME,
  adherent: ADHERENT,
  ics: 'FR72ZZZ123456',
  rum: 'M0000000000000000000000001',
  compte: { id: '0b3f3a52-7f0e-4c0a-9d61-2f6a6c1d7e10', titulaire: 'Maëlys Œuvrard', fin: '0189' },
  signature: { le: '2026-03-17', lieu: 'Valserine-le-Pont', maniere: 'EN_LIGNE' },
}

export const CODE_ACCES = {
  organisme: ORGANISME,
  destinataire: ['Yann Œuvrard', '3 rue du Halage', '99000 Valserine-le-Pont'],
  objet: 'Votre code d’accès',
  numeroAdherent: 'PL000123',
  code: { personneId: '01890a5d-ac96-774b-bcce-b302099a8057', marque: '0123456789abcdef' },
  remplace: false,
  adresse: 'https://espace.pont-levant.example/creer-mon-compte',
}

export const COURRIER = {
  organisme: ORGANISME,
  adherent: ADHERENT,
  destinataire: ['Maëlys Œuvrard', '3 rue du Halage', '99000 Valserine-le-Pont'],
  objet: 'Votre demande de résiliation du 2 mars 2026',
  paragraphes: [
    'Madame,',
    'Vous nous avez demandé de mettre fin à votre adhésion. Votre demande est acceptée : votre contrat prendra fin le 31 décembre 2026, dernier jour couvert.',
  ],
  fondements: [
    {
      motif: {
        code: 'RESILIATION_ECHEANCE',
        article: 'mutami/art-13',
        donnees: {
          limite: { type: 'date', valeur: '2026-10-31' },
          demande: { type: 'date', valeur: '2026-03-02' },
          effet: { type: 'date', valeur: '2026-12-31' },
        },
      },
      article: 'Article 13, « Résiliation ». Règlement mutualiste, édition 2026.',
    },
  ],
  suite: ['Jusqu’à cette date, vos garanties sont inchangées. Vous n’avez rien à faire d’autre.'],
  signature: { nom: 'Camille Berger', qualite: 'Service adhésions' },
}

export const PRISE_EN_CHARGE = {
  organisme: ORGANISME,
  adherent: ADHERENT,
  genre: 'PRISE_EN_CHARGE',
  nature: 'HOSPITALISATION',
  objet: 'Prise en charge d’hospitalisation, Clinique des Tilleuls, pour Léonie Œuvrard',
  numero: 'P-2026-000012',
  personne: { prenom: 'Léonie', nom: 'Œuvrard', dateNaissance: '2014-11-30' },
  professionnel: 'Clinique des Tilleuls',
  finess: '990000028',
  jour: '2026-04-13',
  dmt: '137',
  codeRisque: '10',
  du: '2026-04-13',
  au: '2026-07-13',
  calculeeLe: '2026-03-17',
  reglement: 'Règlement mutualiste 2026',
  formule: 'ÉQUILIBRE',
  actes: [
    {
      libelle: 'Chambre particulière, par nuit',
      nombre: '4 nuits',
      depense: 36000,
      partAmo: 0,
      regimeLocal: 0,
      autres: 0,
      partMutuelle: 16000,
      resteACharge: 20000,
      fondements: [
        {
          motif: { code: 'NON_GARANTI', article: 'mutami/art-18', donnees: {} },
          article: 'Article 18, « Garanties ». Règlement mutualiste, édition 2026.',
        },
      ],
    },
    {
      libelle: 'Séjour à l’hôpital ou en clinique',
      nombre: null,
      depense: 200000,
      partAmo: 160000,
      regimeLocal: 0,
      autres: 0,
      partMutuelle: 40000,
      resteACharge: 0,
      fondements: [
        {
          motif: { code: 'NON_GARANTI', article: 'mutami/art-18', donnees: {} },
          article: 'Article 18, « Garanties ». Règlement mutualiste, édition 2026.',
        },
      ],
    },
  ],
}
