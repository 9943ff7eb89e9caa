import type { ErreurChamp } from '@/lib/formulaire/etat'
import { CHOIX_DEVENIR, CHOIX_FIN, type Devenir, ERREURS_DEPART } from '@/lib/lexique/depart-employeur'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import type { FinDeContrat } from '@/lib/rules/maintien/ouvrir-portabilite'
import type { Parametres } from '../remboursement/schema'

/** What a contract lets one ask when leaving an employer. */
export type Cadre = 'MAINTIEN' | 'OUVERTURE' | 'AGENT' | 'INDIVIDUEL'

export interface SaisieDepart {
  readonly suite: string
  readonly fin: string
  readonly cessation: string
  readonly indemnisation: string
  readonly duree: string
}

export interface Depart {
  readonly suite: Devenir | null
  readonly fin: FinDeContrat | null
  readonly cessation: DateCivile | null
  readonly indemnisation: DateCivile | null
  /** Months of the last contract of employment. */
  readonly duree: number | null
}

export interface DepartLu {
  /** Null: nothing was asked yet, or something is to be corrected. */
  readonly depart: Depart | null
  readonly erreurs: readonly ErreurChamp[]
  readonly saisie: SaisieDepart
}

const texte = (valeur: Parametres[string]): string =>
  (typeof valeur === 'string' ? valeur : (valeur?.[0] ?? '')).trim().slice(0, 40)

/** Reads the address of the form. Nothing asked: nothing to correct. */
export function lireDepart(parametres: Parametres, cadre: Cadre): DepartLu {
  const saisie = {
    suite: texte(parametres.suite),
    fin: texte(parametres.fin),
    cessation: texte(parametres.cessation),
    indemnisation: texte(parametres.indemnisation),
    duree: texte(parametres.duree),
  }
  const demande = ['suite', 'fin', 'cessation'].some((champ) => parametres[champ] !== undefined)
  if (!demande || cadre === 'INDIVIDUEL') return { depart: null, erreurs: [], saisie }
  const depart: Depart = {
    suite: CHOIX_DEVENIR.find(({ valeur }) => valeur === saisie.suite)?.valeur ?? null,
    fin: CHOIX_FIN.find(({ valeur }) => valeur === saisie.fin)?.valeur ?? null,
    cessation: lireDate(saisie.cessation),
    indemnisation: lireDate(saisie.indemnisation),
    duree: /^\d{1,3}$/.test(saisie.duree) ? Number(saisie.duree) : null,
  }
  const erreurs = erreursDe(depart, saisie, cadre)
  return { depart: erreurs.length === 0 ? depart : null, erreurs, saisie }
}

const lireDate = (saisie: string): DateCivile | null => (estDateCivile(saisie) ? saisie : null)

function erreursDe(depart: Depart, saisie: SaisieDepart, cadre: Cadre): ErreurChamp[] {
  if (cadre === 'OUVERTURE') return depart.fin === null ? [{ champ: 'fin', message: ERREURS_DEPART.fin }] : []
  const cessation =
    depart.cessation === null
      ? [
          {
            champ: 'cessation',
            message: saisie.cessation === '' ? ERREURS_DEPART.cessation : ERREURS_DEPART.cessationInconnue,
          },
        ]
      : []
  if (cadre === 'AGENT') return cessation
  return [
    ...(depart.suite === null ? [{ champ: 'suite', message: ERREURS_DEPART.suite }] : []),
    ...cessation,
    ...(depart.suite === 'CHOMAGE' ? erreursChomage(depart, saisie) : []),
  ]
}

function erreursChomage(depart: Depart, saisie: SaisieDepart): ErreurChamp[] {
  const erreurs: ErreurChamp[] = []
  if (saisie.indemnisation !== '' && depart.indemnisation === null)
    erreurs.push({ champ: 'indemnisation', message: ERREURS_DEPART.indemnisation })
  if (depart.indemnisation !== null && depart.cessation !== null && depart.indemnisation < depart.cessation)
    erreurs.push({ champ: 'indemnisation', message: ERREURS_DEPART.indemnisationAvant })
  if (saisie.duree !== '' && (depart.duree === null || depart.duree < 1 || depart.duree > 600))
    erreurs.push({ champ: 'duree', message: ERREURS_DEPART.duree })
  return erreurs
}
