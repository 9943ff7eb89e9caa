import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

// biome-ignore format: un article par ligne
export const articles = lireArticles('mutame-plus', 'Questions fréquentes de Mutame & Plus', dateCivile('2020-01-01'), [
  ['faq-garanties', 'Mes garanties et mes remboursements', 'Garanties', 'pourcentages de la base et forfaits, dans la limite des frais réels', 'l. 164'],
])
