import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

const SOURCE = 'Règlement mutualiste Mutami, conseil d’administration du 30 novembre 2023'

export const articles = lireArticles('mutami', SOURCE, dateCivile('2020-01-01'), [
  ['art-10', 'art. 10', 'Définition des garanties', 'ce que couvre la formule choisie, et le contrat responsable', 'l. 527'],
  ['art-12', 'art. 12', 'Risques exclus', 'participation, franchise, majoration et dépassement hors parcours ne sont pas couverts', 'l. 568'],
  ['art-13', 'art. 13', 'Plafond de garanties', "forfaits et plafonds par année civile, dans la limite des frais réels", 'l. 590'],
  ['art-18-3', 'art. 18.3', "Délai d'attente de la surcomplémentaire", "trois mois depuis l'adhésion ou l'inscription", 'l. 689'],
  ['art-23', 'art. 23', 'Ouverture du droit aux prestations', "les soins d'avant l'affiliation ne sont pas remboursés", 'l. 765'],
  ['art-28', 'art. 28', "Montant maximum d'indemnisation", 'jamais plus que les frais restés à charge', 'l. 830'],
  ['annexe-1', 'annexe 1', 'Pièces justificatives', 'factures et ordonnances demandées par prestation', 'l. 1113'],
])
