import type { ErreurChamp } from '@/lib/formulaire/etat'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import {
  ARRIVEES,
  type Arrivee,
  DEPARTS,
  DEPARTS_PERSONNE,
  FAIRE,
  type Faire,
  SITUATIONS,
  type Situation,
} from '@/lib/lexique/projet'
import { ajouterAnnees, annee, type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import type { MotifRadiation } from '@/lib/rules/radiation/radier-ayant-droit'
import type { MotifResiliation } from '@/lib/rules/resiliation/regle-resiliation'

/**
 * What an address of the calculator asks. Nothing in it says who: contracts and people by their place in a list, choices, and days.
 */
export type Parametres = Readonly<Record<string, string | readonly string[] | undefined>>

const LIENS = ['CONJOINT', 'PACS', 'CONCUBIN', 'ENFANT'] as const
export type LienAjoute = (typeof LIENS)[number]

export type Choix =
  | { readonly faire: 'option' }
  | { readonly faire: 'ajouter'; readonly motif: Arrivee }
  | { readonly faire: 'retirer'; readonly motif: MotifRadiation }
  | { readonly faire: 'partir'; readonly motif: MotifResiliation }

/** Days the answer turns on; null: not given, or given wrong and told in `erreurs`. */
interface Jours {
  readonly demande: DateCivile
  readonly evenement: DateCivile | null
  readonly souhait: DateCivile | null
  readonly naissance: DateCivile | null
  readonly avis: DateCivile | null
  readonly postee: DateCivile | null
}

export interface Projet {
  /** Null: the first question is still to be answered. */
  readonly faire: Faire | null
  readonly choix: Choix | null
  /** From 1. */
  readonly contrat: number
  readonly jours: Jours
  readonly formule: string | null
  readonly lien: LienAjoute | null
  /** From 1. */
  readonly personne: number | null
  readonly situation: Situation | null
  readonly celibataire: boolean | null
  readonly rattache: boolean | null
  readonly famille: boolean
  readonly avisRecu: boolean | null
  /** As typed, to show again. */
  readonly saisie: Readonly<Record<string, string>>
  readonly erreurs: readonly ErreurChamp[]
  /** A form was sent: what is missing is said. */
  readonly soumis: boolean
}

/** Years after which nobody can say what the rules will be. */
const HORIZON_ANNEES = 3
const PREMIERE_NAISSANCE = 1900

const texteDe = (p: Parametres, cle: string): string => {
  const valeur = p[cle]
  const premier = typeof valeur === 'string' ? valeur : valeur?.[0]
  return premier?.trim().slice(0, 80) ?? ''
}

const estCle = <T extends string>(objet: Readonly<Record<T, unknown>>, texte: string): texte is T =>
  Object.hasOwn(objet, texte)

/** What the calculator asks, beside the day it is asked of. */
export const QUESTIONS = [
  'evenement',
  'souhait',
  'naissance-jour',
  'naissance-mois',
  'naissance-annee',
  'avis',
  'postee',
  'formule',
  'lien',
  'personne',
  'situation',
  'celibataire',
  'rattache',
  'famille',
  'avis-recu',
] as const

export function lireProjet(parametres: Parametres, jour: DateCivile): Projet {
  const saisie: Record<string, string> = {}
  for (const champ of ['demande', ...QUESTIONS]) saisie[champ] = texteDe(parametres, champ)
  const faireLu = texteDe(parametres, 'faire')
  const faire = estCle(FAIRE, faireLu) ? faireLu : null
  const soumis = parametres.demande !== undefined
  const { jours, erreurs } = lireJours(saisie, jour)
  const situation = saisie.situation ?? ''
  return {
    faire,
    choix: faire === null ? null : lireChoix(faire, texteDe(parametres, 'motif')),
    contrat: lireRang(texteDe(parametres, 'contrat')) ?? 1,
    jours,
    formule: saisie.formule === '' ? null : (saisie.formule ?? null),
    lien: LIENS.find((lien) => lien === saisie.lien) ?? null,
    personne: lireRang(saisie.personne ?? ''),
    situation: estCle(SITUATIONS, situation) ? situation : null,
    celibataire: lireOuiNon(saisie.celibataire),
    rattache: lireOuiNon(saisie.rattache),
    famille: saisie.famille === 'oui',
    avisRecu: lireOuiNon(saisie['avis-recu']),
    saisie: soumis ? saisie : { ...saisie, demande: jour },
    erreurs,
    soumis,
  }
}

function lireChoix(faire: Faire, motif: string): Choix | null {
  switch (faire) {
    case 'option':
      return { faire }
    case 'ajouter':
      return estCle(ARRIVEES, motif) ? { faire, motif } : null
    case 'retirer':
      return estCle(DEPARTS_PERSONNE, motif) ? { faire, motif } : null
    case 'partir':
      return estCle(DEPARTS, motif) ? { faire, motif } : null
  }
}

const lireRang = (texte: string): number | null => (/^[1-9]\d?$/.test(texte) ? Number(texte) : null)
const lireOuiNon = (texte: string | undefined): boolean | null =>
  texte === 'oui' ? true : texte === 'non' ? false : null

function lireJours(
  saisie: Readonly<Record<string, string>>,
  jour: DateCivile,
): { readonly jours: Jours; readonly erreurs: ErreurChamp[] } {
  const erreurs: ErreurChamp[] = []
  const horizon = ajouterAnnees(jour, HORIZON_ANNEES)
  const lire = (champ: string): DateCivile | null => {
    const texte = saisie[champ] ?? ''
    if (texte === '') return null
    if (!estDateCivile(texte)) {
      erreurs.push({ champ, message: 'Cette date n’existe pas. Choisissez un jour du calendrier.' })
      return null
    }
    if (texte > horizon) {
      const message = `Choisissez un jour avant le ${formatDateEnLettres(horizon)} : au-delà, les règles peuvent avoir changé.`
      erreurs.push({ champ, message })
      return null
    }
    return texte
  }
  const demande = lire('demande') ?? jour
  const [evenement, souhait, avis, postee] = [
    lire('evenement'),
    lire('souhait'),
    lire('avis'),
    lire('postee'),
  ]
  const naissance = lireNaissance(saisie, jour)
  if (typeof naissance === 'object' && naissance !== null) erreurs.push(naissance)
  const nee = typeof naissance === 'string' ? naissance : null
  return { jours: { demande, evenement, souhait, naissance: nee, avis, postee }, erreurs }
}

/** Three fields make a day; the error is beside the first of them. */
function lireNaissance(
  saisie: Readonly<Record<string, string>>,
  jour: DateCivile,
): DateCivile | ErreurChamp | null {
  const parties = ['naissance-annee', 'naissance-mois', 'naissance-jour'].map((champ) => saisie[champ] ?? '')
  const faute = (message: string): ErreurChamp => ({ champ: 'naissance-jour', message })
  if (parties.every((partie) => partie === '')) return null
  if (parties.some((partie) => partie === ''))
    return faute('Complétez la date de naissance : le jour, le mois et l’année, par exemple 14 3 1986.')
  const [an = '', mois = '', quantieme = ''] = parties
  const texte = `${an}-${mois.padStart(2, '0')}-${quantieme.padStart(2, '0')}`
  if (!estDateCivile(texte))
    return faute('Cette date de naissance n’existe pas : vérifiez le jour, le mois et l’année.')
  if (texte > jour) return faute('Cette date de naissance est dans le futur : vérifiez l’année.')
  if (annee(texte) < PREMIERE_NAISSANCE) return faute('Vérifiez l’année de naissance.')
  return texte
}

const PAGE = '/adherent/contrats/que-puis-je-faire'

export const adresseProjet = (parametres: Readonly<Record<string, string>>): string =>
  `${PAGE}?${new URLSearchParams(parametres).toString()}`
