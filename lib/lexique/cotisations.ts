/** Sentences of contributions: what a form refuses, what each state of a payment means for who pays. */
export const PHRASES_TARIF = {
  ROLE: 'Seuls un superviseur ou un administrateur saisissent les tarifs.',
  INTROUVABLE: 'Ce tarif est introuvable.',
  DEJA: 'Ce tarif est déjà en vigueur.',
  DEPASSE: 'Une version plus récente a été saisie : c’est elle qui peut entrer en vigueur.',
} as const

export const PHRASES_PRELEVEMENT = {
  ROLE: 'Seuls le comptable, un superviseur ou un administrateur préparent les prélèvements.',
  DATE: 'Un prélèvement se demande pour un jour à venir : choisissez une date après aujourd’hui.',
  RIEN: 'Aucune cotisation n’est à prélever à cette date.',
} as const

export const PHRASES_MANDAT = {
  RIB: 'Ce contrat n’a pas de RIB pour les cotisations à cette date.',
  DEJA: 'Un mandat existe déjà pour ce compte.',
  INTROUVABLE: 'Ce mandat est introuvable, ou déjà révoqué.',
} as const

/** Why a contract has no schedule here. */
export const SANS_ECHEANCIER = {
  REGLEMENT_MUET:
    'Le règlement de ce contrat ne publie pas le montant de vos cotisations : elles ne peuvent pas être calculées ici. Votre contrat les dit, ou appelez-nous.',
  PAYE: 'Elles sont retenues sur votre paye : vous n’avez rien à nous verser vous-même.',
  EMPLOYEUR:
    'Votre employeur verse cette cotisation à la mutuelle, y compris votre part, qu’il retient sur votre paye : il n’y a pas d’échéancier ici. Votre fiche de paye dit ce que vous payez.',
  A_VENIR: 'Si votre contrat vient de commencer, votre échéancier apparaîtra ici dès qu’il sera calculé.',
} as const

/** A formule that its table does not name. */
export const nomDeFormule = (id: string): string => id.replaceAll('-', ' ')

export const PHRASES_ENCAISSEMENT = {
  DEJA: 'Cette cotisation est déjà payée, ou un prélèvement est en cours : rien n’a été noté.',
} as const

export const RAISONS_NON_PRELEVE = {
  SANS_RIB: 'aucun RIB pour les cotisations',
  SANS_MANDAT: 'aucun mandat signé pour ce compte',
  MANDAT_CADUC: 'mandat sans prélèvement depuis 36 mois : en faire signer un nouveau',
  PRELEVEMENT_PERDU: 'un prélèvement est revenu sans provision, et ce règlement retire alors le prélèvement',
} as const

export const ETATS_TARIF = { BROUILLON: 'Brouillon', EN_VIGUEUR: 'En vigueur' } as const
