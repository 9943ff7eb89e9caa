import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

export const articlesTableaux = lireArticles('mutame-plus', 'Questions fréquentes de Mutame & Plus', dateCivile('2020-01-01'), [
  ['grille-atout-sante-plus', 'grille Atout Santé Plus', 'Grille de garanties', 'Montants de la formule, dans l’espace sécurisé.', 'l. 170'],
])
