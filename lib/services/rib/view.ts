import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'

export interface CompteLu {
  readonly usage: 'PRESTATIONS' | 'COTISATIONS'
  readonly titulaire: string
  readonly ibanFin: string
  readonly du: DateCivile
  readonly au: DateCivile | null
}

export interface ContratRibLu {
  readonly id: string
  readonly numeroAdherent: string
  readonly version: number
  readonly comptes: readonly CompteLu[]
}

export interface CompteVu {
  readonly titulaire: string
  /** « … 0189 » */
  readonly fin: string
  readonly depuis: string
}

export interface ContratRibVu {
  readonly id: string
  readonly numeroAdherent: string
  readonly version: number
  /** What pays benefits today, and what will. */
  readonly prestations: CompteVu | null
  readonly prestationsPrevu: CompteVu | null
  readonly cotisations: CompteVu | null
}

const voirCompte = (c: CompteLu | undefined): CompteVu | null =>
  c === undefined
    ? null
    : { titulaire: c.titulaire, fin: `…\u00a0${c.ibanFin}`, depuis: formatDateEnLettres(c.du) }

export function voirRibs(contrats: readonly ContratRibLu[], jour: DateCivile): ContratRibVu[] {
  return contrats.map(({ id, numeroAdherent, version, comptes }) => {
    const du = (usage: CompteLu['usage'], prevu: boolean) =>
      voirCompte(comptes.find((c) => c.usage === usage && c.du > jour === prevu))
    return {
      id,
      numeroAdherent,
      version,
      prestations: du('PRESTATIONS', false),
      prestationsPrevu: du('PRESTATIONS', true),
      cotisations: du('COTISATIONS', false),
    }
  })
}
