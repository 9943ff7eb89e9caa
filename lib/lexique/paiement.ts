import { formatDateEnLettres, formatMontant } from './formats'

export const PHRASES_SAISIE_PAIEMENT = {
  JOUR: 'Indiquez le jour où la banque doit exécuter les virements, par exemple 2026-03-19.',
  JOUR_PASSE: 'Ce jour est passé : choisissez aujourd’hui ou un jour à venir.',
  JOUR_FERME:
    'Les banques ne règlent pas ce jour-là (samedi, dimanche ou jour de fermeture) : choisissez-en un autre.',
  JOUR_LOIN: 'Choisissez un jour dans les trente prochains jours.',
  MENSUALITE: 'Indiquez la mensualité en euros, par exemple 25 ou 25,50.',
  RECU: 'Indiquez la somme reçue en euros, par exemple 25 ou 25,50.',
  FICHIER: 'Choisissez le fichier envoyé par la banque.',
} as const

export type AttentePaiement = 'PRET' | 'EN_LOT' | 'SANS_RIB' | 'TIERS_SANS_RIB'

/** What is to pay, and why what waits is waiting. */
export const LIBELLES_ATTENTE: Readonly<Record<AttentePaiement, { titre: string; pourquoi: string }>> = {
  PRET: { titre: 'Prêts à partir', pourquoi: 'Partira dans le prochain lot que vous préparerez.' },
  EN_LOT: { titre: 'Déjà dans un lot', pourquoi: 'Le lot est préparé, son fichier n’est pas encore écrit.' },
  SANS_RIB: {
    titre: 'Adhérent sans RIB',
    pourquoi:
      'Aucun compte n’est connu pour ses remboursements, ou le sien est revenu clos : il faut un nouveau RIB.',
  },
  TIERS_SANS_RIB: {
    titre: 'Professionnel sans RIB',
    pourquoi: 'Saisissez son compte dans « Comptes des professionnels ».',
  },
}

type EtatLot = 'PREPARE' | 'VALIDE' | 'EMIS' | 'RAPPROCHE' | 'ABANDONNE'

export const LIBELLES_LOT: Readonly<Record<EtatLot, string>> = {
  PREPARE: 'À contrôler par une seconde personne',
  VALIDE: 'Contrôlé, fichier à écrire',
  EMIS: 'Fichier écrit, parti à la banque',
  RAPPROCHE: 'Rapproché du relevé de la banque',
  ABANDONNE: 'Abandonné',
}

type EtatOrdre = 'A_EMETTRE' | 'EMIS' | 'EXECUTE' | 'REJETE' | 'ABANDONNE'

export const LIBELLES_ORDRE: Readonly<Record<EtatOrdre, string>> = {
  A_EMETTRE: 'À émettre',
  EMIS: 'Émis',
  EXECUTE: 'Exécuté',
  REJETE: 'Revenu',
  ABANDONNE: 'Abandonné',
}

export const LIBELLES_SENS = { VIREMENT: 'Virements', PRELEVEMENT: 'Prélèvements' } as const

/** « 12 virements, 345,00 €, le 19 mars 2026 » */
export const resumeLot = (lot: {
  readonly sens: keyof typeof LIBELLES_SENS
  readonly nombre: number
  readonly total: number
  readonly executionLe: string
}): string => {
  const mot = LIBELLES_SENS[lot.sens].toLowerCase()
  return `${lot.nombre} ${lot.nombre === 1 ? mot.slice(0, -1) : mot}, ${formatMontant(lot.total)}, le ${formatDateEnLettres(lot.executionLe)}`
}

const accord = (n: number, un: string, plusieurs: string): string => `${n} ${n === 1 ? un : plusieurs}`

/** What reading a file of the bank did. */
export function phraseRetours(compte: {
  readonly nouveaux: number
  readonly dejaLus: number
  readonly rapproches: number
  readonly aRapprocher: number
  readonly ecarts: number
}): string {
  const parties = [
    accord(compte.nouveaux, 'paiement revenu', 'paiements revenus'),
    ...(compte.dejaLus === 0
      ? []
      : [`${accord(compte.dejaLus, 'retour', 'retours')} que nous connaissions déjà`]),
    ...(compte.rapproches === 0 ? [] : [accord(compte.rapproches, 'lot rapproché', 'lots rapprochés')]),
    ...(compte.aRapprocher === 0
      ? []
      : [`${accord(compte.aRapprocher, 'ligne', 'lignes')} à rapprocher à la main`]),
    ...(compte.ecarts === 0
      ? []
      : [`${accord(compte.ecarts, 'ligne', 'lignes')} que nous n’avons pas su lire`]),
  ]
  return `Fichier lu : ${parties.join(', ')}.`
}

/** One line that is nobody's: what the bank says of it. */
export const phraseARapprocher = (ligne: {
  readonly montant: number | null
  readonly date: string
  readonly endToEndId: string | null
  readonly referenceBanque: string | null
  readonly sens: 'CREDIT' | 'DEBIT' | null
}): string =>
  [
    formatDateEnLettres(ligne.date),
    ligne.montant === null
      ? 'montant non dit'
      : `${formatMontant(ligne.montant)}${ligne.sens === null ? '' : ligne.sens === 'CREDIT' ? ' reçus' : ' sortis'}`,
    `référence ${ligne.endToEndId ?? ligne.referenceBanque ?? 'absente'}`,
  ].join(', ')

/** Nothing leaves: all that was due went to what its creditors owed. */
export const phraseToutCompense = (nombre: number): string =>
  nombre === 1
    ? 'Aucun virement à faire : le seul remboursement dû est allé en entier à une somme à récupérer.'
    : `Aucun virement à faire : les ${nombre} remboursements dus sont allés en entier à des sommes à récupérer.`
