import { instantEnMots } from '@/lib/lexique/attente'
import { libelleModele } from '@/lib/lexique/courriels/suivi'
import { direAcces, direLecteur, direLecture, direObjet } from '@/lib/lexique/mon-compte'

/** A line of the journal as its person may read it. */
export interface EntreeLue {
  readonly rang: number
  readonly moment: Date
  readonly role: string
  readonly acte: string
  readonly resultat: string
  readonly objetType: string
  readonly donnees: Readonly<Record<string, unknown>>
  /** What staff gave as a reason, for a look at the space or what they did to the account. */
  readonly motif?: string | null
}

export interface LigneVue {
  readonly cle: string
  readonly quand: string
  readonly quoi: string
  readonly detail: string
  /** It did not succeed. */
  readonly refuse: boolean
}

export interface ListeVue {
  readonly lignes: readonly LigneVue[]
  /** Key of the next page. */
  readonly suite: string | null
}

const texte = (valeur: unknown): string | null =>
  typeof valeur === 'string' && valeur !== '' ? valeur : null

/** One more line than the page holds tells that there is another page. */
function paginer(lues: readonly EntreeLue[], parPage: number, voir: (lue: EntreeLue) => LigneVue): ListeVue {
  const page = lues.slice(0, parPage)
  return { lignes: page.map(voir), suite: lues.length > parPage ? String(page.at(-1)?.rang ?? '') : null }
}

export const voirAcces = (lues: readonly EntreeLue[], parPage: number): ListeVue =>
  paginer(lues, parPage, ({ rang, moment, acte, resultat, donnees, motif }) => ({
    cle: String(rang),
    quand: instantEnMots(moment),
    quoi: direAcces(acte, donnees),
    detail: texte(donnees.appareil) ?? direRaison(motif),
    refuse: resultat === 'REFUSE',
  }))

const direRaison = (motif: string | null | undefined): string =>
  motif == null ? '' : `Raison donnée : ${motif}`

export const voirLectures = (lues: readonly EntreeLue[], parPage: number): ListeVue =>
  paginer(lues, parPage, ({ rang, moment, role, acte, objetType, donnees, motif }) => ({
    cle: String(rang),
    quand: instantEnMots(moment),
    quoi: `${direLecteur(role)} : ${direLecture(acte, texte(donnees.chemin))}${direObjet(objetType)}`,
    detail: direRaison(motif),
    refuse: false,
  }))

export interface CourrielRecu {
  readonly id: string
  readonly modele: string
  readonly etat: 'EN_FILE' | 'ENVOYE' | 'ECHEC'
  readonly creeLe: Date
  readonly envoyeLe: Date | null
}

const ETATS: Readonly<Record<CourrielRecu['etat'], (courriel: CourrielRecu) => string>> = {
  EN_FILE: () => 'Il va partir.',
  ENVOYE: ({ envoyeLe }) =>
    envoyeLe === null ? 'Parti.' : `Remis à votre messagerie ${instantEnMots(envoyeLe)}.`,
  ECHEC: () => 'Il n’a pas pu être remis : vérifiez votre adresse e-mail.',
}

export const voirCourriel = (courriel: CourrielRecu): LigneVue => ({
  cle: courriel.id,
  quand: instantEnMots(courriel.creeLe),
  quoi: libelleModele(courriel.modele).replace(/ \(alerte\)$/, ''),
  detail: ETATS[courriel.etat](courriel),
  refuse: courriel.etat === 'ECHEC',
})

/** What is known of an account, at a glance. */
export interface SommaireLu {
  readonly email: string
  readonly connexions: number
  readonly motDePasseLe: Date | null
  readonly connexionLe: Date | null
  readonly refus: number
  readonly courrielLe: Date | null
  readonly courrielsEnEchec: number
  readonly conditionsVersion: string | null
  readonly sansCourriel: number
  /** Second factors in use. */
  readonly facteurs: number
}

export interface ReponseConditions {
  readonly version: string
  readonly accepte: boolean
  readonly donneLe: Date
}
