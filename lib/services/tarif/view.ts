import type { ErreurChamp } from '@/lib/formulaire/etat'
import { nomDeFormule } from '@/lib/lexique/cotisations'
import { formatNombre } from '@/lib/lexique/formats'
import type { FormeTarif } from '@/lib/rules/cotisation/forme-tarif'
import type { Tarif } from '@/lib/rules/cotisation/regle-cotisation'
import { verifierGrille } from '@/lib/rules/cotisation/verifier-grille'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { ecrireMontant, type Montant, montant } from '@/lib/rules/montant/montant'
import { listerFormules, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { reglementDe } from '../cotisation/view'
import { formeDe, type GrilleEcrite, grilleSchema, RANGS_TRANCHES } from './schema'

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
    return { champ: champDe(erreur.chemin ?? '', lu.data.tarif), message: `${erreur.message}.` }
  }
}

/** The field of the form that a path of the tariff comes from. */
function champDe(chemin: string, tarif: Tarif): string {
  const [, cle = '', detail = ''] = chemin.split('.')
  if (cle === 'tranches') return `jusqua-${Math.max(0, (tarif.tranches?.length ?? 1) - 1)}`
  if (cle === 'modules') return detail === '' ? 'module-0' : `module-${detail}`
  if (cle === 'mensuel') return detail === '' ? 'adherent' : detail.toLowerCase()
  if (cle === 'pourcentagePmss') return 'pourcentage'
  return cle === '' ? chemin : cle
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
  try {
    return ouvrirFormule(reglementDe(reglement), formule, null).libelle
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return nomDeFormule(formule)
    throw erreur
  }
}

export interface GrilleModele {
  readonly reglement: string
  readonly formule: string
  readonly annee: number
  readonly demonstration: boolean
  readonly tarif: Tarif
}

/** What the form draws: the fields of one shape, each by its name, with what it is filled with. */
export interface ChampsTarif {
  readonly reglement: string
  readonly formule: string
  readonly libelle: string
  readonly forme: FormeTarif
  /** Fields already filled, by name. */
  readonly valeurs: Readonly<Record<string, string>>
  /** Bands shown. */
  readonly rangs: number
  /** The grid it starts from has invented amounts. */
  readonly demonstration: boolean
}

const ecrire = (m: Montant | null | undefined): string =>
  m === null || m === undefined ? '' : ecrireMontant(m).replace('.', ',')

/** Bands of a first grid, before there is one to start from; and those left empty after the bands of another. */
const TRANCHES_VIDES = 12
const EN_PLUS = 2

/** The fields of a new grid, filled with the one it starts from. Null when the règlement has no tariff for the formule. */
export function champsDe(
  reglement: string,
  formule: string,
  annee: number,
  modele: GrilleModele | null,
): ChampsTarif | null {
  const forme = formeDe(reglement, annee, formule)
  if (forme === null) return null
  const tarif = modele?.tarif ?? null
  const tranches = tarif?.tranches ?? []
  return {
    reglement,
    formule,
    libelle: libelleDeFormule(reglement, formule),
    forme,
    valeurs: { annee: String(modele?.annee ?? annee), ...(tarif === null ? {} : valeursDe(tarif)) },
    rangs: Math.min(RANGS_TRANCHES, tranches.length === 0 ? TRANCHES_VIDES : tranches.length + EN_PLUS),
    demonstration: modele?.demonstration ?? false,
  }
}

function valeursDe(tarif: Tarif): Record<string, string> {
  const { base, modules, enfant, tranches, mensuel, pourcentagePmss } = tarif
  const paires: (readonly [string, string])[] = [
    ['base', ecrire(base)],
    ['enfant', ecrire(enfant ?? mensuel?.ENFANT)],
    ['adherent', ecrire(mensuel?.ADHERENT)],
    ['conjoint', ecrire(mensuel?.CONJOINT)],
    ['pourcentage', pourcentagePmss === null ? '' : formatNombre(pourcentagePmss)],
    ['expression', pourcentagePmss === null ? 'MONTANTS' : 'POURCENTAGE'],
    ...(modules ?? []).map((m, rang) => [`module-${rang}`, ecrire(m)] as const),
    ...(tranches ?? []).flatMap(({ a, mensuel: m }, rang) => [
      [`jusqua-${rang}`, a === null ? '' : String(a)] as const,
      [`mensuel-${rang}`, ecrire(m)] as const,
    ]),
  ]
  return Object.fromEntries(paires)
}

export interface ChoixDeFormule {
  readonly reglement: string
  readonly formules: readonly { readonly cle: string; readonly libelle: string }[]
}

/** Every formule that has a tariff, by règlement and by the name that members read. */
export const formulesATarifer = (ids: readonly string[], annee: number): ChoixDeFormule[] =>
  ids.flatMap((id) => {
    const formules = listerFormules(reglementDe(id))
      .filter((formule) => formeDe(id, annee, formule) !== null)
      .map((formule) => ({ cle: `${id}.${formule}`, libelle: libelleDeFormule(id, formule) }))
    return formules.length === 0 ? [] : [{ reglement: reglementDe(id).nom, formules }]
  })

/** « mutami.tribu-equilibre » as the address carries it. */
export const lireChoix = (cle: string): { readonly reglement: string; readonly formule: string } => {
  const point = cle.indexOf('.')
  return { reglement: cle.slice(0, point), formule: cle.slice(point + 1) }
}

export interface LigneGrille {
  readonly qui: string
  readonly montant: Montant | null
  /** Of the monthly ceiling of the sécurité sociale. */
  readonly pourcentage: number | null
}

/** A grid as a table: who, how much a month. */
export function lignesDeGrille(tarif: Tarif): LigneGrille[] {
  const tranches = (tarif.tranches ?? []).map(({ de, a, mensuel }) =>
    ligne(
      a === null ? `À partir de ${de} ans` : de === 0 ? `Jusqu’à ${a} ans` : `De ${de} à ${a} ans`,
      mensuel,
    ),
  )
  const roles = (['ADHERENT', 'CONJOINT', 'ENFANT'] as const).flatMap((role) =>
    facultative(ROLES[role], tarif.mensuel?.[role] ?? null),
  )
  const { pourcentagePmss } = tarif
  return [
    ...facultative('Tarif de base', tarif.base),
    ...(tarif.modules ?? []).map((m, rang) => ligne(`Base du module ${rang + 1}`, m)),
    ...facultative('Enfant', tarif.enfant),
    ...tranches,
    ...roles,
    ...(pourcentagePmss === null
      ? []
      : [{ qui: 'Chaque personne', montant: null, pourcentage: pourcentagePmss }]),
  ]
}

const ROLES = { ADHERENT: 'Adhérent', CONJOINT: 'Conjoint', ENFANT: 'Enfant' } as const
const ligne = (qui: string, montantDu: Montant): LigneGrille => ({
  qui,
  montant: montantDu,
  pourcentage: null,
})
const facultative = (qui: string, m: Montant | null): LigneGrille[] => (m === null ? [] : [ligne(qui, m)])
