import type { ErreurChamp } from '@/lib/formulaire/etat'
import { nomDeFormule } from '@/lib/lexique/cotisations'
import { verifierGrille } from '@/lib/rules/cotisation/verifier-grille'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { reglementDe } from '../cotisation/view'
import { type GrilleEcrite, grilleSchema } from './schema'

/** Why a grid is not a tariff: a hole, an overlap, a shape that its règlement does not read. Null when it is complete. */
export function refusDeGrille(grille: GrilleEcrite): ErreurChamp | null {
  const lu = grilleSchema.safeParse(grille)
  if (!lu.success) {
    const [faute] = lu.error.issues
    return {
      champ: String(faute?.path.at(-1) ?? ''),
      message: `Ce tarif ${faute?.message ?? 'ne se lit pas'}.`,
    }
  }
  try {
    verifierGrille(reglementDe(lu.data.reglement), lu.data)
    return null
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return { champ: '', message: `${erreur.message}.` }
  }
}

export interface ComparaisonContrat {
  readonly numeroAdherent: string
  readonly avant: number | null
  readonly apres: number
}

export interface ApercuTarif {
  readonly contrats: number
  readonly avant: Montant
  readonly apres: Montant
  /** Contracts that had no tariff at all before. */
  readonly nouveaux: number
  readonly exemples: readonly ComparaisonContrat[]
  /** Contracts that this grid does not suffice to compute, with the reason. */
  readonly impossibles: readonly { readonly numeroAdherent: string; readonly raison: string }[]
}

const EXEMPLES = 3

/** The cheapest, the dearest and the one in between, so that the three say something. */
export function resumer(
  comparaisons: readonly ComparaisonContrat[],
  impossibles: ApercuTarif['impossibles'],
): ApercuTarif {
  const triees = [...comparaisons].sort((a, b) => a.apres - b.apres)
  const rangs = new Set([0, Math.floor((triees.length - 1) / 2), triees.length - 1])
  const sommeDe = (cle: 'avant' | 'apres') => montant(triees.reduce((total, c) => total + (c[cle] ?? 0), 0))
  return {
    contrats: triees.length,
    avant: sommeDe('avant'),
    apres: sommeDe('apres'),
    nouveaux: triees.filter(({ avant }) => avant === null).length,
    exemples: triees.filter((_, rang) => rangs.has(rang)).slice(0, EXEMPLES),
    impossibles,
  }
}

export interface TarifVu {
  readonly id: string
  readonly formule: string
  readonly libelle: string
  readonly annee: number
  readonly version: number
  readonly etat: 'BROUILLON' | 'EN_VIGUEUR'
  readonly demonstration: boolean
}

/** The name printed on the contract. */
export const libelleDeFormule = (reglement: string, formule: string): string => {
  const tables = reglementDe(reglement).garanties?.tables ?? []
  const libelle = tables.flatMap((table) => table.formules).find(({ id }) => id === formule)?.libelle
  return libelle ?? nomDeFormule(formule)
}
