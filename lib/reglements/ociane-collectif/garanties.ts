import type { GarantiesReglement } from '@/lib/rules/remboursement/table'
import { collectif } from './garanties/collectif'

/** Articles 7 à 16 : règles de la notice, montants de démonstration. */
export const garanties: GarantiesReglement = {
  tables: [collectif],
  modulaires: [],
  articles: {
    plafonds: 'ociane-collectif/art-7',
    fraisReels: 'ociane-collectif/art-9',
    exclusions: 'ociane-collectif/art-12',
    droits: 'ociane-collectif/art-9',
    pieces: 'ociane-collectif/art-15-4',
  },
}
