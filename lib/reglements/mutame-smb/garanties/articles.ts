import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

export const articlesTableaux = lireArticles('mutame-smb', 'Règlement mutualiste Mutame Savoie Mont-Blanc, assemblée générale du 24 juin 2022', dateCivile('2020-01-01'), [
  ['art-7-4', 'art. 7-4', 'Optique', 'Forfait majoré de 50 % après trente-six mois, dans les plafonds de la loi.', 'l. 682'],
  ['annexe-1', 'annexe 1', 'Tableau des prestations', 'Taux et forfaits de chaque formule, fixés par l’assemblée générale et non publiés.', 'l. 598'],
])
