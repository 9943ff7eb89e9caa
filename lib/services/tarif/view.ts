import type { ErreurChamp } from '@/lib/formulaire/etat'
import { nomDeFormule } from '@/lib/lexique/cotisations'
import type { Tarif } from '@/lib/rules/cotisation/regle-cotisation'
import { verifierGrille } from '@/lib/rules/cotisation/verifier-grille'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { ecrireMontant, type Montant, montant } from '@/lib/rules/montant/montant'
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
  readonly avant: Montant | null
  readonly apres: Montant
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

export interface ChampsTarif {
  readonly reglement: string
  readonly formule: string
  readonly annee: string
  readonly demonstration: boolean
  readonly enfant: string
  readonly tranches: readonly { readonly jusqua: string; readonly mensuel: string }[]
  readonly formules: readonly { readonly id: string; readonly libelle: string }[]
}

const ecrire = (m: Montant | null): string => (m === null ? '' : ecrireMontant(m).replace('.', ','))

/** The fields of a new version, filled with the grid it starts from: its bands stay, amounts are typed over. */
export function champsDepuis(depuis: {
  readonly reglement: string
  readonly formule: string
  readonly annee: number
  readonly demonstration: boolean
  readonly tarif: Tarif
}): ChampsTarif {
  const { tarif } = depuis
  const tranches = (tarif.tranches ?? []).map(({ a, mensuel }) => ({
    jusqua: a === null ? '' : String(a),
    mensuel: ecrire(mensuel),
  }))
  return {
    reglement: depuis.reglement,
    formule: depuis.formule,
    annee: String(depuis.annee),
    demonstration: depuis.demonstration,
    enfant: ecrire(tarif.enfant),
    tranches,
    formules: formulesDe(depuis.reglement),
  }
}

/** Bands of a first grid, before there is one to start from. */
const TRANCHES_VIDES = 12

export const champsVides = (reglement: string, annee: number): ChampsTarif => ({
  reglement,
  formule: '',
  annee: String(annee),
  demonstration: false,
  enfant: '',
  tranches: Array.from({ length: TRANCHES_VIDES }, () => ({ jusqua: '', mensuel: '' })),
  formules: formulesDe(reglement),
})

/** Every formule of a règlement, by the name that members read. */
export const formulesDe = (reglement: string): { readonly id: string; readonly libelle: string }[] =>
  (reglementDe(reglement).garanties?.tables ?? []).flatMap((table) =>
    table.formules.map(({ id, libelle }) => ({ id, libelle })),
  )

export interface LigneGrille {
  readonly qui: string
  readonly montant: Montant
}

/** A grid as a table: who, how much a month. */
export function lignesDeGrille(tarif: Tarif): LigneGrille[] {
  const tranches = (tarif.tranches ?? []).map(({ de, a, mensuel }) => ({
    qui: a === null ? `À partir de ${de} ans` : de === 0 ? `Jusqu’à ${a} ans` : `De ${de} à ${a} ans`,
    montant: mensuel,
  }))
  const roles = (['ADHERENT', 'CONJOINT', 'ENFANT'] as const).flatMap((role) => {
    const m = tarif.mensuel?.[role] ?? null
    return m === null ? [] : [{ qui: ROLES[role], montant: m }]
  })
  return [
    ...(tarif.base === null ? [] : [{ qui: 'Tarif de base', montant: tarif.base }]),
    ...(tarif.modules ?? []).map((m, rang) => ({ qui: `Base du module ${rang + 1}`, montant: m })),
    ...(tarif.enfant === null ? [] : [{ qui: 'Enfant', montant: tarif.enfant }]),
    ...tranches,
    ...roles,
  ]
}

const ROLES = { ADHERENT: 'Adhérent', CONJOINT: 'Conjoint', ENFANT: 'Enfant' } as const
