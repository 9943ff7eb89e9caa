import { formatDateEnLettres } from '@/lib/lexique/formats'
import { phraseReserve, phraseVersementReserve } from '@/lib/lexique/lecture-soins'
import { lireSoin, seizeAnsLe } from '@/lib/rules/ayant-droit/reserver-soins'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import type { LectureLue } from '../foyer/data'
import { type EtapeView, etape, type Lecteur } from '../remboursement/view'
import type { MaLecture } from './data'
import type { VersementReserve } from './schema'

/** Somebody whose care the reader does not read: said in words where it would have been. Pure. */
export interface ReserveView {
  readonly id: string
  readonly prenom: string
  readonly phrase: string
  readonly etapes: readonly EtapeView[]
  /** What reached the reader all the same, day by day. */
  readonly versements: readonly string[]
  readonly total: Montant
}

interface Personne {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly lecture: LectureLue | null
}

/** On that day, this person's care is theirs alone. */
export const estReservee = ({ lecture }: Pick<Personne, 'lecture'>, jour: DateCivile): boolean =>
  lecture !== null && lecture.lisibleAvant <= jour

const MAJORITE = 18

export function voirReserves(
  personnes: readonly (Personne & { readonly dateNaissance: string })[],
  jour: DateCivile,
  article: Lecteur['article'],
  versements: readonly VersementReserve[] = [],
): readonly ReserveView[] {
  return personnes.flatMap((p) => {
    if (!estReservee(p, jour) || p.lecture === null) return []
    const decision = lireSoin({
      soiMeme: false,
      dateNaissance: p.dateNaissance,
      dateSoins: jour,
      accords: p.lecture.accords.filter(({ retireLe }) => retireLe !== null),
    })
    if (decision.verdict !== 'REFUSEE') return []
    const { depuis, retireLe } = decision.valeur
    const siens = versements.filter(({ personneId }) => personneId === p.id)
    // Sixteen is news for a few years; of a grown-up it is only an age.
    const recent = annee(jour) - annee(depuis) <= MAJORITE - 16
    return [
      {
        id: p.id,
        prenom: p.prenom,
        phrase: phraseReserve(p.prenom, recent ? depuis : null, retireLe),
        etapes: decision.motifs.map((m) => etape(m, { article })),
        versements: siens.map((v) => phraseVersementReserve(v.montant, v.payeeLe, p.prenom)),
        total: somme(siens.map((v) => v.montant)),
      },
    ]
  })
}

export interface AccordView {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly accorde: boolean
  readonly phrase: string
  readonly etapes: readonly EtapeView[]
  readonly histoire: readonly string[]
}

const le = formatDateEnLettres

/** For the person themselves: what the membre participant sees of their care, contract by contract. */
export function voirMesLectures(
  lectures: readonly MaLecture[],
  jour: DateCivile,
  article: Lecteur['article'],
): readonly AccordView[] {
  return lectures.map((l) => {
    const { dateNaissance, accords } = l
    const decision = lireSoin({ soiMeme: false, dateNaissance, dateSoins: jour, accords })
    const accord = accords.find(({ retireLe }) => retireLe === null)
    const depuis = seizeAnsLe(dateNaissance)
    return {
      adhesionId: l.adhesionId,
      numeroAdherent: l.numeroAdherent,
      accorde: accord !== undefined,
      phrase:
        accord === undefined
          ? `Le titulaire du contrat ne voit pas le détail des soins que vous recevez depuis le ${le(depuis)}.`
          : `Depuis le ${le(accord.du)}, avec votre accord, le titulaire du contrat voit le détail de vos soins.`,
      etapes: decision.motifs.map((m) => etape(m, { article })),
      histoire: accords.map(({ du, retireLe }) =>
        retireLe === null
          ? `Accord donné le ${le(du)}.`
          : `Accord donné le ${le(du)}, retiré le ${le(retireLe)}.`,
      ),
    }
  })
}
