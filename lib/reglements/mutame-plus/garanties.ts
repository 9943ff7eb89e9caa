import type { GarantiesReglement } from '@/lib/rules/remboursement/table'
import { atoutSantePlus } from './garanties/atout-sante-plus'

/** Règles de la foire aux questions, montants de démonstration. */
export const garanties: GarantiesReglement = {
  tables: [atoutSantePlus],
  modulaires: [],
  articles: {
    plafonds: 'mutame-plus/faq-garanties',
    fraisReels: 'mutame-plus/faq-garanties',
    exclusions: 'mutame-plus/faq-garanties',
    droits: 'mutame-plus/faq-garanties',
    pieces: 'mutame-plus/faq-garanties',
  },
}
