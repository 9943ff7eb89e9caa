import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

// biome-ignore format: un article par ligne
export const articles = lireArticles('ociane-collectif', 'Notice d’information du contrat collectif Mutuelle Ociane Matmut', dateCivile('2020-01-01'), [
  ['art-7', 'art. 7', 'Les garanties du contrat', 'forfaits annuels au 1er janvier, optique tous les deux ans depuis l’achat', 'l. 832'],
  ['art-9', 'art. 9', 'Calcul des prestations', 'jamais plus que les frais restés à charge ; droits ouverts à la date des soins', 'l. 870'],
  ['art-12', 'art. 12', 'Exclusions', 'soins d’avant l’adhésion et autres cas exclus', 'l. 940'],
  ['art-15-4', 'art. 15-4', 'Modalités de remboursement', 'pièces à envoyer selon la prestation', 'l. 1054'],
])
