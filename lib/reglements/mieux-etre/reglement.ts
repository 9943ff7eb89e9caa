import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'

export const mieuxEtre: Reglement = {
  id: 'mieux-etre',
  nom: 'Mieux-Être',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [],
  garanties: null,
}
