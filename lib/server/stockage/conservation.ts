import type { ConservationFichier } from '@/generated/prisma/enums'

/** How long bytes are kept from the day they came, and why. The row remains, without its key. */
interface Duree {
  readonly annees: number
  readonly fondement: string
}

export const CONSERVATIONS: Readonly<Record<ConservationFichier, Duree>> = {
  // A paper comes after the care it proves, so its own action is barred two years after it came at the latest.
  PIECE: {
    annees: 2,
    fondement: 'code de la mutualité, art. L. 221-11 : prescription de deux ans à compter de l’événement',
  },
  // What the mutuelle wrote may be argued about beyond the guarantee itself.
  DOCUMENT: { annees: 5, fondement: 'code civil, art. 2224 : prescription de droit commun, cinq ans' },
}
