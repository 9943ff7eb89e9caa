/** La portabilité, demandée à la fin d'un emploi. */
export const PHRASES_PORTABILITE = {
  CESSATION: 'Indiquez le dernier jour du contrat de travail.',
  DUREE: 'Écrivez un nombre de mois, de 1 à 600.',
  INDEMNISATION: 'Indiquez le dernier jour d’indemnisation, ou laissez vide.',
  INDEMNISATION_AVANT: 'L’indemnisation ne peut pas finir avant le contrat de travail.',
  SANS_CONTRAT: 'Aucun contrat d’entreprise à votre nom : appelez-nous.',
  CESSATION_INCONNUE: 'Notre règlement ne dit rien de cette date : vérifiez-la, ou appelez-nous.',
  MANQUE_DUREE:
    'La durée du dernier contrat de travail n’est pas connue : elle borne le maintien. Demandez-la, puis écrivez-la.',
  MANQUE_PREUVE:
    'La preuve que l’assurance chômage indemnise cette personne n’est pas arrivée : demandez-la.',
  NON_PREVU: 'Le règlement de ce contrat ne dit pas combien de temps les garanties sont gardées.',
  COTISATION: (raison: string) =>
    `Les cotisations ne peuvent pas être arrêtées exactement à la fin de l’emploi : ${raison}. Rien ne peut être enregistré.`,
} as const
