import { instantEnMots } from '@/lib/lexique/attente'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { Carte } from '@/lib/papiers/papier'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { EtatVerifie } from '../document/view'

/** What a device keeps beside a card, to tell it from the others and to know which one it replaces. */
export interface Etiquette {
  /** Same contract, same reader. */
  readonly cle: string
  readonly titre: string
  readonly detail: string
}

export interface CarteVue {
  readonly id: string
  readonly carte: Carte
  /** Good today. */
  readonly valable: boolean
  /** What to say when it is not. */
  readonly phrase: string
  /** Last day printed; a device without network compares it with its own clock. */
  readonly au: DateCivile
  readonly auEnMots: string
  /** When this was true: « le samedi 21 novembre 2026 à 22:53 ». */
  readonly verifiee: string
  readonly etiquette: Etiquette
}

export interface CarteDuContrat {
  readonly adhesion: string
  readonly numeroAdherent: string
  /** The last card made for this reader on this contract. */
  readonly carte: CarteVue | null
}

interface Lue {
  readonly document: {
    readonly id: string
    readonly adhesionId: string
    readonly personneId: string
    readonly au: DateCivile | null
    readonly emisLe: DateCivile
  }
  readonly numeroAdherent: string
  readonly carte: Carte
  readonly etat: EtatVerifie
  readonly phrase: string
  readonly lueLe: Date
}

export function voirCarte({ document, numeroAdherent, carte, etat, phrase, lueLe }: Lue): CarteVue {
  const au = document.au ?? document.emisLe
  return {
    id: document.id,
    carte,
    valable: etat === 'EN_VIGUEUR',
    phrase,
    au,
    auEnMots: formatDateEnLettres(au),
    verifiee: instantEnMots(lueLe),
    etiquette: {
      cle: `${document.adhesionId} ${document.personneId}`,
      titre: `Contrat n° ${numeroAdherent}, ${carte.titulaire}`,
      detail: `Valable jusqu’au ${formatDateEnLettres(au)}`,
    },
  }
}
