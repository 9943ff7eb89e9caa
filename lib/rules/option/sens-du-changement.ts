import { type FormuleOuverte, niveauxDe } from '../remboursement/formule'

/**
 * Une formule est-elle au-dessus ou au-dessous d'une autre du même tableau ? Null quand rien ne les range : deux tableaux
 * différents, ou des modules dont l'un monte et l'autre descend.
 */
export function sensDuChangement(
  actuelle: FormuleOuverte,
  voulue: FormuleOuverte,
): 'HAUSSE' | 'BAISSE' | null {
  if (actuelle.table !== voulue.table) return null
  const avant = niveauxDe(actuelle)
  const ecarts = niveauxDe(voulue).map((niveau, rang) => niveau - (avant[rang] ?? niveau))
  if (ecarts.every((ecart) => ecart >= 0)) return 'HAUSSE'
  return ecarts.every((ecart) => ecart <= 0) ? 'BAISSE' : null
}
