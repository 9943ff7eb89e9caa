import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

export const articlesTableaux = lireArticles('ociane-collectif', 'Notice d’information du contrat collectif Mutuelle Ociane Matmut', dateCivile('2020-01-01'), [
  ['annexe', 'tableau de garanties annexé', 'Tableau des garanties', 'Niveaux choisis par l’employeur, non publiés avec la notice.', 'l. 834'],
])
