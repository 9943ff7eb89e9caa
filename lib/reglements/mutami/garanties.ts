import type { GarantiesReglement } from '@/lib/rules/remboursement/table'
import { aine } from './garanties/aine'
import { amse } from './garanties/amse'
import { fph } from './garanties/fph'
import { hospi } from './garanties/hospi'
import { jeune } from './garanties/jeune'
import { ter } from './garanties/ter'
import { tribu } from './garanties/tribu'
import { zen } from './garanties/zen'

/** Annexe 2 : les tableaux, et les articles que les motifs citent par rôle. */
export const garanties: GarantiesReglement = {
  tables: [jeune, tribu, aine, ter, fph, hospi, zen, amse],
  modulaires: [],
  articles: {
    plafonds: 'mutami/art-13',
    fraisReels: 'mutami/art-28',
    exclusions: 'mutami/art-12',
    droits: 'mutami/art-23',
    pieces: 'mutami/annexe-1',
    horsConvention: 'mutami/art-16',
  },
}
