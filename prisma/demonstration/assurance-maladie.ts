import type { Acte } from './actes'
import type { Exoneration, Parcours } from './modele'

/**
 * What the Assurance maladie pays, worked out on its own: it shares no code with the rules of the mutuelle, so that a
 * mistake in one is not repeated in the other. Amounts in cents.
 */
export interface SoinPresente {
  readonly acte: Acte
  readonly jour: string
  /** Day of the reimbursement: the yearly caps count on it. */
  readonly rembourseLe: string
  readonly personne: string
  readonly naissance: string
  readonly pro: string
  readonly depense: number
  readonly base: number
  readonly quantite: number
  readonly parcours?: Parcours | undefined
  readonly exoneration?: Exoneration | undefined
}

export interface PartObligatoire {
  readonly taux: number
  readonly montantRO: number
  readonly participation: number
  readonly franchise: number
  readonly majoration: number
  readonly plafondAtteint: 'PARTICIPATION' | 'FRANCHISE' | null
}

/** [first day, cents] */
type Bareme = readonly (readonly [string, number])[]

const PARTICIPATION: Bareme = [
  ['2005-01-01', 100],
  ['2024-05-15', 200],
]
const FRANCHISE: Bareme = [
  ['2008-01-01', 50],
  ['2024-03-31', 100],
]
const FRANCHISE_TRAJET: Bareme = [
  ['2008-01-01', 200],
  ['2024-03-31', 400],
]
const FRANCHISE_JOUR: Bareme = [
  ['2008-01-01', 200],
  ['2024-03-31', 400],
]
const FRANCHISE_TRAJET_JOUR: Bareme = [
  ['2008-01-01', 400],
  ['2024-03-31', 800],
]
const MAJORATION_MAXIMALE: Bareme = [
  ['2017-05-01', 1000],
  ['2023-11-01', 1060],
  ['2024-12-22', 1200],
]
const PARTICIPATIONS_PAR_JOUR = 4
const PARTICIPATION_PAR_AN = 5000
const FRANCHISE_PAR_AN = 5000
const POINTS_HORS_PARCOURS = 40
const AGE_HORS_PARCOURS = 16
const MAJORITE = 18

/** @throws {Error} before the first day of the scale. */
export function enVigueur(bareme: Bareme, jour: string): number {
  let valeur: number | undefined
  for (const [du, cents] of bareme) if (du <= jour) valeur = cents
  if (valeur === undefined) throw new Error(`aucune valeur au ${jour}`)
  return valeur
}

/** Cents × whole percentage, half up. */
export const pourcent = (cents: number, taux: number): number => Math.floor((cents * taux + 50) / 100)

/** Years completed at the beginning of a day; a « lunaire » date counts by its year and its text. */
const age = (naissance: string, jour: string): number =>
  Number(jour.slice(0, 4)) -
  Number(naissance.slice(0, 4)) -
  (jour.slice(5) < naissance.slice(5) && Number(naissance.slice(5, 7)) <= 12 ? 1 : 0)

/** Under 18 on 1 January of the year of care. */
const mineur = (naissance: string, jour: string): boolean =>
  age(naissance, `${jour.slice(0, 4)}-01-01`) < MAJORITE

/** Keeps what each person has already left in the year and in the day. */
export class AssuranceMaladie {
  readonly #cumuls: Map<string, number>

  constructor(cumuls: ReadonlyMap<string, number> = new Map()) {
    this.#cumuls = new Map(cumuls)
  }

  /** A copy that counts for itself: what a line would get, without keeping it. */
  aBlanc(): AssuranceMaladie {
    return new AssuranceMaladie(this.#cumuls)
  }

  rembourser(soin: SoinPresente): PartObligatoire {
    const taux = soin.exoneration === undefined ? soin.acte.taux : Math.max(100, soin.acte.taux)
    const theorique = pourcent(soin.base, taux)
    const majoration = this.#majoration(soin)
    const reste = theorique - majoration
    const exempte =
      mineur(soin.naissance, soin.jour) ||
      soin.exoneration === 'MATERNITE' ||
      soin.exoneration === 'ACTE_LOURD' ||
      soin.acte.retenue === null ||
      soin.acte.taux === 0
    if (exempte) {
      return { taux, montantRO: reste, participation: 0, franchise: 0, majoration, plafondAtteint: null }
    }
    const retenue = this.#retenue(soin, reste)
    const participation = soin.acte.retenue === 'PARTICIPATION' ? retenue.montant : 0
    const franchise = retenue.montant - participation
    return {
      taux,
      montantRO: reste - retenue.montant,
      participation,
      franchise,
      majoration,
      plafondAtteint: retenue.plafonnee
        ? participation > 0 || soin.acte.retenue === 'PARTICIPATION'
          ? 'PARTICIPATION'
          : 'FRANCHISE'
        : null,
    }
  }

  /** A reversed line gives back what it had taken from the yearly caps. */
  rendre(personne: string, rembourseLe: string, participation: number, franchise: number): void {
    const an = rembourseLe.slice(0, 4)
    this.#ajouter(`PARTICIPATION/${personne}/${an}`, -participation)
    this.#ajouter(`FRANCHISE/${personne}/${an}`, -franchise)
  }

  #majoration(soin: SoinPresente): number {
    const due =
      soin.parcours === 'S' && soin.acte.medecin && age(soin.naissance, soin.jour) >= AGE_HORS_PARCOURS
    if (!due) return 0
    return Math.min(pourcent(soin.base, POINTS_HORS_PARCOURS), enVigueur(MAJORATION_MAXIMALE, soin.jour))
  }

  #retenue(soin: SoinPresente, reste: number): { montant: number; plafonnee: boolean } {
    const [due, parJour] = this.#due(soin)
    const nature = soin.acte.retenue === 'PARTICIPATION' ? 'PARTICIPATION' : 'FRANCHISE'
    const cleJour = `${soin.acte.retenue}/${soin.personne}/${soin.jour}/${nature === 'PARTICIPATION' ? soin.pro : ''}`
    const cleAn = `${nature}/${soin.personne}/${soin.rembourseLe.slice(0, 4)}`
    const plafondAn = nature === 'PARTICIPATION' ? PARTICIPATION_PAR_AN : FRANCHISE_PAR_AN
    const resteAn = Math.max(0, plafondAn - this.#lire(cleAn))
    const voulue = Math.min(due, reste, parJour === null ? due : Math.max(0, parJour - this.#lire(cleJour)))
    const montant = Math.min(voulue, resteAn)
    this.#ajouter(cleJour, montant)
    this.#ajouter(cleAn, montant)
    return { montant, plafonnee: montant < voulue }
  }

  /** What the line would leave without any cap, and the cap of the day (null: none). */
  #due(soin: SoinPresente): readonly [number, number | null] {
    switch (soin.acte.retenue) {
      case 'PARTICIPATION': {
        const une = enVigueur(PARTICIPATION, soin.jour)
        return [une, PARTICIPATIONS_PAR_JOUR * une]
      }
      case 'FRANCHISE_BOITE':
        return [soin.quantite * enVigueur(FRANCHISE, soin.jour), null]
      case 'FRANCHISE_ACTE':
        return [soin.quantite * enVigueur(FRANCHISE, soin.jour), enVigueur(FRANCHISE_JOUR, soin.jour)]
      case 'FRANCHISE_TRAJET':
        return [
          soin.quantite * enVigueur(FRANCHISE_TRAJET, soin.jour),
          enVigueur(FRANCHISE_TRAJET_JOUR, soin.jour),
        ]
      case null:
        return [0, null]
    }
  }

  #lire(cle: string): number {
    return this.#cumuls.get(cle) ?? 0
  }

  #ajouter(cle: string, cents: number): void {
    this.#cumuls.set(cle, this.#lire(cle) + cents)
  }
}
