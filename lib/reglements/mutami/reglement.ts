import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { articlesGaranties } from './articles'
import { garanties } from './garanties'

export const mutami: Reglement = {
  id: 'mutami',
  nom: 'Mutami',
  connuDepuis: dateCivile('2020-01-01'),
  articles: articlesGaranties,
  garanties,
}
