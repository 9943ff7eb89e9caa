import { type ActeASimuler, acte, acteNonRembourse, SEANCES, SOIN, type SoinASimuler } from './soin'

export const YEUX: readonly SoinASimuler[] = [
  {
    code: 'lunettes',
    famille: 'yeux',
    libelle: 'Acheter des lunettes',
    actes: [acte('OPT-B-MONT', 'Lunettes')],
    champs: ['lunettes', 'situation', 'regimeLocal', 'autres'],
  },
  {
    code: 'lentilles',
    famille: 'yeux',
    libelle: 'Lentilles de contact',
    actes: [
      acteNonRembourse('LENT-NR', 'Non remboursées par l’Assurance maladie'),
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
]

/** Les verres d'une paire de lunettes, tels qu'un devis d'opticien les nomme. */
export const VERRES: readonly ActeASimuler[] = [
  acte('OPT-B-S', 'Simple (unifocal, faible correction)'),
  acte('OPT-B-C', 'Complexe (progressif, ou forte correction)'),
  acte('OPT-B-T', 'Très complexe (progressif, très forte correction)'),
  acte('OPT-A-U1', 'Simple, 100 % Santé (jusqu’à 2 dioptries)'),
  acte('OPT-A-U2', 'Simple, 100 % Santé (au-delà de 2 dioptries)'),
  acte('2264884', 'Progressif, 100 % Santé'),
]

/** Le verre que sa correction dira, d'après l'ordonnance. */
export const VERRES_ORDONNANCE = [
  { code: 'ORDONNANCE-B', classe: 'B', libelle: 'Je ne sais pas : prix libre, d’après mon ordonnance' },
  { code: 'ORDONNANCE-A', classe: 'A', libelle: 'Je ne sais pas : 100 % Santé, d’après mon ordonnance' },
] as const

export const MONTURES: readonly ActeASimuler[] = [
  acte('OPT-B-MONT', 'Prix libre (classe B)'),
  acte('OPT-A-MONT', '100 % Santé (classe A)'),
]
