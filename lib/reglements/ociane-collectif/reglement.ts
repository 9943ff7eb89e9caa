import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { articles } from './articles'
import { garanties } from './garanties'
import { articlesTableaux } from './garanties/articles'

export const ocianeCollectif: Reglement = {
  id: 'ociane-collectif',
  nom: 'Ociane Matmut (collectif)',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [...articles, ...articlesTableaux],
  garanties,
}
