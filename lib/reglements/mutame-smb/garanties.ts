import type { GarantiesReglement } from '@/lib/rules/remboursement/table'
import { depassements } from './garanties/depassements'
import { globales } from './garanties/globales'
import { modulaire } from './garanties/modulaire'
import { modules as lignesDesModules } from './garanties/modules'
import { modules } from './parametres'

/** Article 7 et annexe 1 : règles du règlement, montants de démonstration. */
export const garanties: GarantiesReglement = {
  tables: [globales, depassements],
  modulaires: [{ prefixe: 'modulaire', table: modulaire, modules: lignesDesModules, niveaux: modules }],
  articles: {
    plafonds: 'mutame-smb/art-7',
    fraisReels: 'mutame-smb/art-7',
    exclusions: 'mutame-smb/art-7',
    droits: 'mutame-smb/art-2',
    pieces: 'mutame-smb/art-18',
  },
}
