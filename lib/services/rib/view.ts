import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { CompteVise } from '@/lib/rules/ayant-droit/destiner-versement'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Accord } from '@/lib/rules/decision/decision'
import type { Motif } from '@/lib/rules/decision/motif'

export interface CompteLu {
  readonly usage: 'PRESTATIONS' | 'COTISATIONS'
  readonly titulaire: string
  readonly ibanFin: string
  readonly du: DateCivile
  readonly au: DateCivile | null
  /** The change that wrote it, when a member did. */
  readonly changement: string | null
}

export interface ContratRibLu {
  readonly id: string
  readonly numeroAdherent: string
  readonly version: number
  /** Null: the account of a contract they hold. Else why theirs, or not, is paid. */
  readonly direct: Accord<CompteVise> | null
  /** The last change was given up, and would not have served before today. */
  readonly abandonne: boolean
  readonly comptes: readonly CompteLu[]
}

export interface CompteVu {
  readonly titulaire: string
  /** « … 0189 » */
  readonly fin: string
  readonly depuis: string
  /** To give it up before it serves; null: it was not given here. */
  readonly changement: string | null
}

export interface ContratRibVu {
  readonly id: string
  readonly numeroAdherent: string
  readonly version: number
  /** Their own account, beside a contract that is not theirs, and why. */
  readonly propre: { readonly refuse: boolean; readonly motifs: readonly Motif[] } | null
  readonly abandonne: boolean
  /** What pays benefits today, and what will. */
  readonly prestations: CompteVu | null
  readonly prestationsPrevu: CompteVu | null
  readonly cotisations: CompteVu | null
}

const voirCompte = (c: CompteLu | undefined): CompteVu | null =>
  c === undefined
    ? null
    : {
        titulaire: c.titulaire,
        fin: `…\u00a0${c.ibanFin}`,
        depuis: formatDateEnLettres(c.du),
        changement: c.changement,
      }

export function voirRibs(contrats: readonly ContratRibLu[], jour: DateCivile): ContratRibVu[] {
  return contrats.map(({ id, numeroAdherent, version, direct, abandonne, comptes }) => {
    const du = (usage: CompteLu['usage'], prevu: boolean) =>
      voirCompte(comptes.find((c) => c.usage === usage && c.du > jour === prevu))
    return {
      id,
      numeroAdherent,
      version,
      propre: direct === null ? null : { refuse: direct.valeur !== 'PROPRE', motifs: direct.motifs },
      abandonne,
      prestations: du('PRESTATIONS', false),
      prestationsPrevu: du('PRESTATIONS', true),
      cotisations: du('COTISATIONS', false),
    }
  })
}
