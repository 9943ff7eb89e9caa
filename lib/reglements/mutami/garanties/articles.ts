import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

const SOURCE = 'Règlement mutualiste Mutami, conseil d’administration du 30 novembre 2023'
const DECIDE = 'Ce que rembourse chaque formule.'

/** Un article par tableau de l'annexe 2. */
export const articlesTableaux = lireArticles('mutami', SOURCE, dateCivile('2020-01-01'), [
  ['annexe-2-jeune', 'annexe 2, gamme Jeune', 'Tableau des garanties Jeune', DECIDE, 'l. 1150'],
  ['annexe-2-tribu', 'annexe 2, gamme Tribu', 'Tableau des garanties Tribu', DECIDE, 'l. 1297'],
  ['annexe-2-aine', 'annexe 2, gamme Aîné', 'Tableau des garanties Aîné', DECIDE, 'l. 1437'],
  ['annexe-2-ter', 'annexe 2, gamme Agents territoriaux', 'Tableau des garanties Ter', DECIDE, 'l. 1587'],
  ['annexe-2-fph', 'annexe 2, gamme Agents hospitaliers', 'Tableau des garanties FPH', DECIDE, 'l. 1730'],
  ['annexe-2-hospi', 'annexe 2, gamme Hospitalisation', 'Tableau des garanties Hospi', DECIDE, 'l. 1893'],
  ['annexe-2-zen', 'annexe 2, gamme Surcomplémentaire', 'Tableau des garanties Zen', DECIDE, 'l. 1946'],
  ['annexe-2-amse', 'annexe 2, gamme AMSE', 'Tableau des garanties AMSE', DECIDE, 'l. 2004'],
])
