import type { GarantiesReglement } from '@/lib/rules/remboursement/table'
import { tribu } from './garanties/tribu'

/** Annexe 2 : les tableaux, et les articles que les motifs citent par rôle. */
export const garanties: GarantiesReglement = {
  tables: [tribu],
  articles: {
    plafonds: 'mutami/art-13',
    fraisReels: 'mutami/art-28',
    exclusions: 'mutami/art-12',
    droits: 'mutami/art-23',
    pieces: 'mutami/annexe-1',
  },
}
