import { z } from 'zod'
import type { ErreurChamp } from '@/lib/formulaire/etat'
import { motif } from '@/lib/papiers/faits'
import { ajouterMois, type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'

/** What an address of « Mes remboursements en détail » may ask for. */
export type Versement = 'TOUS' | 'MOI' | 'PROFESSIONNELS'

/** The place of a line in the list, most recent first. */
export interface Cle {
  readonly dateSoins: DateCivile
  readonly id: string
}

export interface Filtres {
  /** Empty = everyone. */
  readonly personnes: readonly string[]
  readonly versement: Versement
  readonly du: DateCivile | null
  readonly au: DateCivile | null
  /** Lines older than, or more recent than, this one. */
  readonly page: { readonly sens: 'APRES' | 'AVANT'; readonly cle: Cle } | null
}

export interface DemandeLue {
  readonly filtres: Filtres
  readonly erreurs: readonly ErreurChamp[]
  /** The dates as typed, to show them again beside their error. */
  readonly saisie: { readonly du: string; readonly au: string }
}

export type Parametres = Readonly<Record<string, string | readonly string[] | undefined>>

const VERSEMENTS: ReadonlyMap<string, Versement> = new Map([
  ['moi', 'MOI'],
  ['professionnels', 'PROFESSIONNELS'],
])
const identifiant = z.uuid()

export const estIdentifiant = (texte: string): boolean => identifiant.safeParse(texte).success

/** Reads the address. What makes no sense is left out; a date that does not exist is said, since somebody may have typed it. */
export function lireDemande(parametres: Parametres, jour: DateCivile): DemandeLue {
  const [du, au] = [texte(parametres.du), texte(parametres.au)]
  const sansPeriode = parametres.du === undefined && parametres.au === undefined
  const erreurs = [...erreurDate('du', du), ...erreurDate('au', au)]
  const periode = sansPeriode
    ? { du: ajouterMois(jour, -12), au: jour }
    : { du: lireDate(du), au: lireDate(au) }
  if (periode.du !== null && periode.au !== null && periode.du > periode.au) {
    erreurs.push({ champ: 'au', message: 'La fin de la période doit suivre son début.' })
  }
  return {
    filtres: {
      personnes: textes(parametres.personne).filter(estIdentifiant),
      versement: VERSEMENTS.get(texte(parametres.verse)) ?? 'TOUS',
      ...periode,
      page: lirePage(texte(parametres.apres), texte(parametres.avant)),
    },
    erreurs,
    saisie: { du: sansPeriode ? (periode.du ?? '') : du, au: sansPeriode ? (periode.au ?? '') : au },
  }
}

const textes = (valeur: Parametres[string]): readonly string[] =>
  valeur === undefined ? [] : typeof valeur === 'string' ? [valeur] : valeur
const texte = (valeur: Parametres[string]): string => textes(valeur)[0]?.trim() ?? ''
const lireDate = (saisie: string): DateCivile | null => (estDateCivile(saisie) ? saisie : null)

const erreurDate = (champ: 'du' | 'au', saisie: string): ErreurChamp[] =>
  saisie === '' || estDateCivile(saisie)
    ? []
    : [{ champ, message: 'Cette date n’existe pas. Choisissez un jour du calendrier, ou laissez vide.' }]

function lirePage(apres: string, avant: string): Filtres['page'] {
  const cleApres = lireCle(apres)
  if (cleApres !== null) return { sens: 'APRES', cle: cleApres }
  const cleAvant = lireCle(avant)
  return cleAvant === null ? null : { sens: 'AVANT', cle: cleAvant }
}

function lireCle(saisie: string): Cle | null {
  const [jour = '', id = ''] = saisie.split('_')
  return estDateCivile(jour) && estIdentifiant(id) ? { dateSoins: jour, id } : null
}

export const ecrireCle = (cle: Cle): string => `${cle.dateSoins}_${cle.id}`

/** The address that asks for these filters: links, and the hidden part of nothing else. */
export function adresse(filtres: Filtres): string {
  const p = new URLSearchParams()
  for (const personne of filtres.personnes) p.append('personne', personne)
  if (filtres.versement !== 'TOUS') p.set('verse', filtres.versement.toLowerCase())
  p.set('du', filtres.du ?? '')
  p.set('au', filtres.au ?? '')
  if (filtres.page !== null)
    p.set(filtres.page.sens === 'APRES' ? 'apres' : 'avant', ecrireCle(filtres.page.cle))
  return `?${p.toString()}`
}

/** The grounds as the base keeps them. At least one: the base refuses a benefit without. */
export const motifsSchema: z.ZodType<readonly Motif[]> = z.array(motif).min(1)
