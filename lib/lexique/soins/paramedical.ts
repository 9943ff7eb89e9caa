import { acte, PAR_SEANCE, PLUSIEURS_PAR_JOUR, SEANCES, type SoinASimuler } from './soin'

export const PARAMEDICAL: readonly SoinASimuler[] = [
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
    champs: PLUSIEURS_PAR_JOUR,
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
]
