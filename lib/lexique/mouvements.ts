/** What a movement of a contract tells whoever decides it. */
export const PHRASES_MOUVEMENT = {
  DEJA_COUVERT: 'Cette personne est déjà couverte par ce contrat à cette date.',
  PLUS_COUVERT: 'Cette personne n’est plus couverte par ce contrat à cette date.',
  DEJA_FINI: 'Ce contrat prend déjà fin ce jour-là, ou avant.',
  DEJA_MAINTENU: 'Ce contrat est déjà maintenu sans cotisation après un emploi.',
  FINI_AVANT: 'Ce contrat a pris fin avant la fin du contrat de travail : il ne peut pas être maintenu.',
  FIN_DEPUIS: 'La date de fin de ce contrat a changé depuis cette décision : elle ne se défait plus.',
  SITUATION_DEPUIS:
    'Une autre situation de cette personne a été notée depuis cette décision : elle ne se défait plus.',
  SOINS_CALCULES:
    'Des soins ont été calculés depuis cette décision : elle ne se défait plus. Faites la demande inverse.',
  COTISATION_PARTIE:
    'Une cotisation de ce nouvel échéancier est payée ou partie à la banque : la décision ne se défait plus. Faites la demande inverse.',
  COTISATION: (raison: string) =>
    `La cotisation ne peut pas être recalculée : ${raison}. Rien n’a été enregistré.`,
} as const
