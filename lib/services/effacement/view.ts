import { type ClasseDonnees, CONSERVATION, type Duree } from '@/lib/lexique/donnees/conservation'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterJours, ajouterMois, type DateCivile } from '@/lib/rules/date/date-civile'
import type { ClassePersonne, SituationPersonne } from './data'

/** The last day something is kept. */
export function garderJusquAu(depuis: DateCivile, { nombre, unite }: Duree): DateCivile {
  if (unite === 'JOURS') return ajouterJours(depuis, nombre)
  return ajouterMois(depuis, unite === 'ANNEES' ? nombre * 12 : nombre)
}

export interface SortDeClasse {
  readonly classe: ClasseDonnees
  /** Null: erased now. `TOUJOURS`: the law keeps sums and ids, without a name. */
  readonly garde: DateCivile | 'TOUJOURS' | null
}

/** Whether a class of this person is past its time on a day. */
export const estEchue = (classe: ClasseDonnees, fin: DateCivile, jour: DateCivile): boolean => {
  const { duree } = CONSERVATION[classe]
  return duree !== null && garderJusquAu(fin, duree) < jour
}

const PERSONNE: readonly ClassePersonne[] = ['COMPTE', 'SOINS', 'COTISATIONS', 'BANQUE', 'CONTRAT']

/** What an erasure asked today does of each class. `s.fin` is past: nobody is covered any more. */
export function jugerClasses(
  s: SituationPersonne,
  fin: DateCivile,
  jour: DateCivile,
): readonly SortDeClasse[] {
  const deLaFin = PERSONNE.map((classe): SortDeClasse => {
    const { duree, surDemande } = CONSERVATION[classe]
    // Whoever still acts for somebody stops today: the account that they act by is forgotten.
    const depuis = classe === 'CONTRAT' ? (s.finAgir ?? jour) : fin
    const echue = surDemande === true || estEchue(classe, depuis, jour)
    return { classe, garde: echue || duree === null ? null : garderJusquAu(depuis, duree) }
  })
  const parLigne = ([classe, derniere]: readonly [ClasseDonnees, DateCivile | null]): SortDeClasse[] => {
    const { duree } = CONSERVATION[classe]
    if (derniere === null || duree === null) return []
    const jusqu = garderJusquAu(derniere, duree)
    return [{ classe, garde: jusqu < jour ? null : jusqu }]
  }
  return [
    ...deLaFin,
    { classe: 'BROUILLONS', garde: null },
    { classe: 'CONNEXIONS', garde: null },
    ...(
      [
        ['PIECES', s.dernierePiece],
        ['DEMANDES', s.derniereDemande],
        // The demande that asks for the erasure is the proof that it was done.
        ['RECLAMATIONS', jour],
      ] as const
    ).flatMap(parLigne),
    { classe: 'COMPTABILITE', garde: 'TOUJOURS' },
    { classe: 'JOURNAL', garde: 'TOUJOURS' },
  ]
}

/** « effacé aujourd’hui », or kept, until when and why. */
export function direSort({ classe, garde }: SortDeClasse): string {
  const { dite, fondement, sort } = CONSERVATION[classe]
  if (garde === null) return sort === 'ANONYMISER' ? 'rendu anonyme dès l’acceptation' : 'effacé'
  if (garde === 'TOUJOURS') return `${dite} (${fondement})`
  return `gardé jusqu’au ${formatDateEnLettres(garde)} (${fondement})`
}
