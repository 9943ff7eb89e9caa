import { acte, acteNonRembourse, MEDECIN, SEANCES, SOIN, type SoinASimuler } from './soin'

export const EXAMENS: readonly SoinASimuler[] = [
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
    champs: SEANCES,
    unite: { libelle: 'Nombre d’analyses sur l’ordonnance', prix: 'Prix de toutes les analyses' },
    sansBase: 'PRIX',
  },
  {
    code: 'densitometrie',
    famille: 'examens',
    libelle: 'Mesure de la densité des os',
    actes: [
      acte('PAQK007', 'Remboursée par l’Assurance maladie'),
      acteNonRembourse('DENSITO-NR', 'Non remboursée'),
    ],
    champs: MEDECIN,
  },
]
