import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

const SOURCE = 'Règlement mutualiste Mutami'

// biome-ignore format: un article par ligne
export const articlesGaranties = lireArticles('mutami', SOURCE, dateCivile('2020-01-01'), [
  ['art-10', 'Mutami, art. 10', 'Définition des garanties', 'ce que couvre la formule choisie, et le contrat responsable', 'l. 527'],
  ['art-12', 'Mutami, art. 12', 'Risques exclus', 'participation, franchise, majoration et dépassement hors parcours ne sont pas couverts', 'l. 568'],
  ['art-13', 'Mutami, art. 13', 'Plafond de garanties', "forfaits et plafonds par année civile, dans la limite des frais réels", 'l. 590'],
  ['art-16', 'Mutami, art. 16', 'Dispositions particulières', "médecines douces, forfaits annuels sans prorata, prise en charge à 100 %", 'l. 625'],
  ['art-18', 'Mutami, art. 18.3', "Délai d'attente de la surcomplémentaire", "trois mois depuis l'adhésion ou l'inscription", 'l. 689'],
  ['art-23', 'Mutami, art. 23', 'Ouverture du droit aux prestations', "les soins d'avant l'affiliation ne sont pas remboursés", 'l. 765'],
  ['art-24', 'Mutami, art. 24', 'Formalités', "pièces à fournir pour être remboursé", 'l. 777'],
  ['art-28', 'Mutami, art. 28', "Montant maximum d'indemnisation", 'jamais plus que les frais restés à charge', 'l. 830'],
  ['annexe-1', 'Mutami, annexe 1', 'Pièces justificatives', 'factures et ordonnances demandées par prestation', 'l. 1113'],
  ['annexe-2-tribu', 'Mutami, annexe 2, gamme Tribu', 'Tableau des garanties Tribu', 'ce que rembourse chaque formule', 'l. 1297'],
])
