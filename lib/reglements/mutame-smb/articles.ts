import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

// biome-ignore format: un article par ligne
export const articles = lireArticles('mutame-smb', 'Règlement mutualiste Mutame Savoie Mont-Blanc, assemblée générale du 24 juin 2022', dateCivile('2020-01-01'), [
  ['art-2', 'art. 2', 'Prise d’effet de l’adhésion', 'jour à partir duquel les soins sont garantis', 'l. 123'],
  ['art-7', 'art. 7', 'Garanties frais de soins', 'frais réels, obligations du contrat responsable, exclusions hors parcours', 'l. 528'],
  ['art-18', 'art. 18', 'Documents à adresser', 'factures et ordonnances demandées', 'l. 1243'],
])
