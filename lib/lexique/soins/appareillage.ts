import { acte, SOIN, type SoinASimuler } from './soin'

export const APPAREILLAGE: readonly SoinASimuler[] = [
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
]
