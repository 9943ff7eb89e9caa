import { acte, MEDECIN, PAR_SEANCE, SEANCES, SOIN, type SoinASimuler } from './soin'

export const CONSULTER: readonly SoinASimuler[] = [
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
]
