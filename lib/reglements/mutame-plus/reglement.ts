import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { articles } from './articles'
import { garanties } from './garanties'
import { articlesTableaux } from './garanties/articles'

export const mutamePlus: Reglement = {
  id: 'mutame-plus',
  nom: 'Mutame & Plus',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [...articles, ...articlesTableaux],
  garanties,
}
