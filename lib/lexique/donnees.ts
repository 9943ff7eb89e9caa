import type { Donnee } from '@/lib/rules/decision/motif'

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** Unités des nombres cités par les motifs : au singulier, au pluriel. */
const UNITES: Readonly<Record<string, readonly [string, string]>> = {
  jours: ['jour', 'jours'],
  mois: ['mois', 'mois'],
  ans: ['an', 'ans'],
  heures: ['heure', 'heures'],
  JOURS: ['jour', 'jours'],
  JOURS_OUVRABLES: ['jour ouvrable', 'jours ouvrables'],
  JOURS_OUVRES: ['jour ouvré', 'jours ouvrés'],
  MOIS: ['mois', 'mois'],
  ANNEES: ['an', 'ans'],
}

/** « 15 mars 2026 », « 1er mars 2026 », « 17 mars 2026 à 15 h 00 ». */
export function ecrireDate(texte: string): string {
  const [jour = '', heure] = texte.split('T')
  const [an = '', mois = '', quantieme = ''] = jour.split('-')
  const nom = MOIS[Number(mois) - 1] ?? mois
  const civile = `${quantieme === '01' ? '1er' : Number(quantieme)} ${nom} ${an}`
  return heure === undefined ? civile : `${civile} à ${heure.replace(':', ' h ')}`
}

function ecrireNombre(valeur: number, unite: string | undefined): string {
  const chiffres = String(valeur).replace('.', ',')
  if (unite === undefined) return chiffres
  const [singulier, pluriel] = UNITES[unite] ?? [unite, unite]
  return `${chiffres} ${valeur < 2 ? singulier : pluriel}`
}

function ecrireEuros(centimes: number): string {
  const chiffres = String(Math.abs(centimes)).padStart(3, '0')
  const euros = chiffres.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return `${centimes < 0 ? '-' : ''}${euros},${chiffres.slice(-2)}\u00a0€`
}

/** Une valeur citée dans un motif, en français. */
export function ecrireDonnee(donnee: Donnee): string {
  switch (donnee.type) {
    case 'montant':
      return ecrireEuros(donnee.valeur)
    case 'date':
      return ecrireDate(donnee.valeur)
    case 'pourcentage':
      return `${String(donnee.valeur).replace('.', ',')}\u00a0%`
    case 'nombre':
      return ecrireNombre(donnee.valeur, donnee.unite)
    case 'code':
      return donnee.valeur
  }
}

export type Donnees = Readonly<Record<string, Donnee>>

/** Une phrase à trous : `{effet}` y reçoit la donnée du même nom. @throws {Error} si la donnée manque. */
export function phrase(texte: string): (donnees: Donnees) => string {
  return (donnees) =>
    texte.replace(/\{(\w+)\}/g, (_, cle: string) => {
      const donnee = donnees[cle]
      if (donnee === undefined) throw new Error(`la phrase « ${texte} » attend la donnée « ${cle} »`)
      return ecrireDonnee(donnee)
    })
}
