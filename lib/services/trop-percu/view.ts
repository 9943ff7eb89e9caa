import {
  attenteTropPercu,
  direCauseTropPercu,
  direTropPercu,
  direTropPercuGestion,
  type SituationTropPercu,
} from '@/lib/lexique/trop-percu'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import type { ArticleId, Motif } from '@/lib/rules/decision/motif'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { Article } from '@/lib/rules/reglement/article'
import { motifsSchema } from '../remboursement/schema'
import { type EtapeView, etape } from '../remboursement/view'
import type { TropPercuLu } from './data'

export interface TropPercuView {
  readonly id: string
  readonly montant: Montant
  readonly rendu: boolean
  readonly numeroAdherent: string
  readonly cause: string
  readonly phrase: string
  readonly aFaire: string | null
  /** Why this amount, and why this day. */
  readonly etapes: readonly EtapeView[]
}

interface Contexte {
  readonly jour: DateCivile
  readonly article: (id: ArticleId) => Article | undefined
}

/** Grounds of what is given back, among those of the schedule; an end says it in one line, a change period by period. */
const DEPART = 'COTISATION_DUE_AU_DEPART'
const FONDEMENTS = new Set([
  DEPART,
  'TROP_PERCU_REMBOURSE',
  'REGULARISATION_BORNEE',
  'REMBOURSEMENT_SOUS_DELAI',
])

const fondements = (motifs: readonly Motif[]): Motif[] => {
  const parPeriode = !motifs.some(({ code }) => code === DEPART)
  return motifs.filter(({ code }) => FONDEMENTS.has(code) || (parPeriode && code === 'ECHEANCE_EN_BAISSE'))
}

const uniques = (motifs: readonly Motif[]): Motif[] => [
  ...new Map(motifs.map((motif) => [JSON.stringify(motif), motif])).values(),
]

function limiteDe(motifs: readonly Motif[]): DateCivile | null {
  const limite = motifs.find(({ code }) => code === 'REMBOURSEMENT_SOUS_DELAI')?.donnees.limite
  return limite?.type === 'date' ? dateCivile(limite.valeur) : null
}

const situation = (lu: TropPercuLu, motifs: readonly Motif[], jour: DateCivile): SituationTropPercu => ({
  depuis: lu.depuis,
  limite: limiteDe(motifs),
  payeLe: lu.payeLe,
  executionLe: lu.executionLe,
  ibanFin: lu.ibanFin,
  aRecompter: lu.aRecompter,
  codeRetour: lu.codeRetour,
  jour,
})

/** What a member is owed, or was just given back. */
export const voirMesTropPercus = (lus: readonly TropPercuLu[], c: Contexte): TropPercuView[] =>
  lus.map((lu) => {
    const motifs = uniques(motifsSchema.parse(lu.motifs))
    const s = situation(lu, motifs, c.jour)
    return {
      id: lu.id,
      montant: montant(lu.montant),
      rendu: attenteTropPercu(s) === 'RENDU',
      numeroAdherent: lu.numeroAdherent,
      cause: direCauseTropPercu(lu.cause),
      ...direTropPercu(s),
      etapes: fondements(motifs).map((motif) => etape(motif, c)),
    }
  })

export interface TropPercuSuivi {
  readonly id: string
  readonly adhesionId: string
  readonly qui: string
  readonly montant: Montant
  readonly phrase: string
  /** The règlement's delay is over. */
  readonly depasse: boolean
  /** May leave in the next batch. */
  readonly pret: boolean
}

/** What staff has to give back: those whose delay is over come first. */
export const suivreTropPercus = (lus: readonly TropPercuLu[], jour: DateCivile): TropPercuSuivi[] =>
  lus
    .map((lu) => {
      const s = situation(lu, motifsSchema.parse(lu.motifs), jour)
      return {
        id: lu.id,
        adhesionId: lu.adhesionId,
        qui: `${lu.nom} (n° ${lu.numeroAdherent})`,
        montant: montant(lu.montant),
        phrase: direTropPercuGestion(s),
        depasse: s.limite !== null && s.limite < jour && attenteTropPercu(s) !== 'EN_LOT',
        pret: attenteTropPercu(s) === 'PRET',
      }
    })
    .sort((a, b) => Number(b.depasse) - Number(a.depasse))
