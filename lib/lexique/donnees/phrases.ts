/** Who receives what, in the words of the page. */
export const DESTINATAIRES = [
  {
    qui: 'Les salariés de la mutuelle, chacun selon son rôle',
    quoi: 'ce dont ils ont besoin pour vous répondre et vous rembourser ; chaque dossier ouvert est noté dans un journal',
  },
  { qui: 'Le médecin-conseil', quoi: 'les pièces médicales : personne d’autre ne les ouvre' },
  {
    qui: 'L’Assurance maladie et les organismes de tiers payant',
    quoi: 'ce qu’il faut pour échanger vos décomptes et reconnaître vos droits',
  },
  {
    qui: 'Les professionnels et établissements de santé',
    quoi: 'la réponse à une prise en charge, jamais vos autres soins',
  },
  { qui: 'Notre banque', quoi: 'le nom du titulaire, l’IBAN et la somme de chaque virement ou prélèvement' },
  {
    qui: 'Le titulaire de votre contrat',
    quoi: 'ce qui concerne le contrat, et les papiers qui lui sont adressés',
  },
  {
    qui: 'Le médiateur, la justice, les autorités de contrôle',
    quoi: 'ce que la loi leur permet de demander, quand ils le demandent',
  },
] as const

export const PHRASES_DONNEES = {
  EXPORT_PRET: 'Votre copie est prête. Elle se télécharge une seule fois, dans les quinze minutes.',
  EXPORT_PERDU: 'Cette copie a déjà été téléchargée, ou le quart d’heure est passé. Demandez-en une autre.',
} as const
