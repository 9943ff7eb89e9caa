import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { articles } from './articles'
import { garanties } from './garanties'
import { articlesTableaux } from './garanties/articles'

export const mutami: Reglement = {
  id: 'mutami',
  nom: 'Mutami',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [...articles, ...articlesTableaux],
  garanties,
}
