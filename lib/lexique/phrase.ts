import type { Donnee, Motif } from '@/lib/rules/decision/motif'
import {
  formatDateEnLettres,
  formatMoment,
  formatMontant,
  formatNombre,
  formatPourcentage,
  formatQuantite,
} from './formats'
import { nomsDeLigne } from './lignes'

export type Donnees = Motif['donnees']
export type Phrase = (donnees: Donnees) => string

const NOMS: Readonly<Record<string, string>> = nomsDeLigne

function ecrire(donnee: Donnee): string {
  switch (donnee.type) {
    case 'montant':
      return formatMontant(donnee.valeur)
    case 'date':
      return donnee.valeur.includes('T') ? formatMoment(donnee.valeur) : formatDateEnLettres(donnee.valeur)
    case 'pourcentage':
      return formatPourcentage(donnee.valeur)
    case 'nombre':
      return donnee.unite === undefined
        ? formatNombre(donnee.valeur)
        : formatQuantite(donnee.valeur, donnee.unite)
    case 'code':
      return NOMS[donnee.valeur] ?? donnee.valeur
  }
}

/** Une phrase à trous : `{base}` y reçoit la donnée du même nom. @throws {Error} si la donnée manque. */
export const phrase =
  (texte: string): Phrase =>
  (donnees) =>
    texte.replace(/\{(\w+)\}/g, (_, cle: string) => {
      const donnee = donnees[cle]
      if (donnee === undefined) throw new Error(`la phrase « ${texte} » attend la donnée « ${cle} »`)
      return ecrire(donnee)
    })

/** La première phrase dont la donnée est là : une même étape peut avoir plus ou moins de chiffres. */
export const selonDonnee =
  (cle: string, avec: Phrase, sans: Phrase): Phrase =>
  (donnees) =>
    cle in donnees ? avec(donnees) : sans(donnees)

/** Le nombre, ou les centimes, d'une donnée. @throws {Error} si elle n'en a pas. */
export function valeurDe(donnees: Donnees, cle: string): number {
  const donnee = donnees[cle]
  if (donnee?.type !== 'nombre' && donnee?.type !== 'montant')
    throw new Error(`« ${cle} » n'est pas un nombre`)
  return donnee.valeur
}

/** Un montant nul ne se dit pas : « après une franchise de 0,00 € » inquiète pour rien. */
export const estNul = (donnees: Donnees, cle: string): boolean => {
  const donnee = donnees[cle]
  return donnee?.type === 'montant' && donnee.valeur === 0
}
