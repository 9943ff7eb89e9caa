import {
  expliquerErreur,
  libelleModele,
  MODELES_PERISSABLES,
  masquerAdresse,
  PHRASE_PERIME,
} from '@/lib/lexique/courriels/suivi'
import type { EtatCourriel } from './schema'

export interface CourrielVu {
  readonly id: string
  readonly modele: string
  /** « j…@exemple.fr » */
  readonly adresse: string
  readonly creeLe: Date
  readonly essais: number
  readonly dernierEssaiLe: Date | null
  readonly envoyeLe: Date | null
  /** Why the last attempt failed and what to do; null when none did. */
  readonly raison: string | null
  readonly renvoyable: boolean
}

interface CourrielLu {
  readonly id: string
  readonly modele: string
  readonly etat: EtatCourriel
  readonly essais: number
  readonly derniereErreur: string | null
  readonly creeLe: Date
  readonly dernierEssaiLe: Date | null
  readonly envoyeLe: Date | null
}

const HEURE = 3_600_000

const perime = (modele: string, creeLe: Date, instant: Date): boolean =>
  MODELES_PERISSABLES.some(
    ([code, heures]) => code === modele && creeLe.getTime() + heures * HEURE < instant.getTime(),
  )

export function voirCourriel(lu: CourrielLu, adresse: string, instant: Date): CourrielVu {
  const mort = perime(lu.modele, lu.creeLe, instant)
  const raison =
    lu.etat === 'ENVOYE' || lu.derniereErreur === null
      ? null
      : expliquerErreur(lu.derniereErreur, lu.etat === 'ECHEC')
  return {
    id: lu.id,
    modele: libelleModele(lu.modele),
    adresse: masquerAdresse(adresse),
    creeLe: lu.creeLe,
    essais: lu.essais,
    dernierEssaiLe: lu.dernierEssaiLe,
    envoyeLe: lu.envoyeLe,
    raison: lu.etat === 'ECHEC' && mort ? PHRASE_PERIME : raison,
    renvoyable: lu.etat === 'ECHEC' && !mort,
  }
}

export interface SuiviCourriels {
  readonly etat: EtatCourriel
  readonly comptes: Readonly<Record<EtatCourriel, number>>
  readonly courriels: readonly CourrielVu[]
  /** Key of the next page. */
  readonly suite: string | null
}
