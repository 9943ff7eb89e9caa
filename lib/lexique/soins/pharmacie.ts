import { acte, acteNonRembourse, LIBRE, SEANCES, SOIN, type SoinASimuler } from './soin'

export const PHARMACIE: readonly SoinASimuler[] = [
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
      acteNonRembourse('VAC-NR', 'Non remboursé (voyage…)'),
    ],
    champs: [...SOIN, 'css'],
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
      acteNonRembourse('SEVRAGE-NR', 'Aide non remboursée par l’Assurance maladie'),
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
]
