import { ajouterMois, type DateCivile } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { type Montant, maximum, minimum, moins, montant, reste as resteDe } from '../montant/montant'

export interface FaitsMensualites {
  /** Jour de l'accord ; la n-ième mensualité est due n mois après. */
  readonly convenuesLe: DateCivile
  readonly mensualite: Montant
  /** Ce qui restait à rendre le jour de l'accord. */
  readonly du: Montant
  /** Ce qui reste à rendre aujourd'hui. */
  readonly reste: Montant
  readonly jour: DateCivile
}

export interface SuiteMensualites {
  /** Ce qui devrait être rendu et ne l'est pas. */
  readonly manque: Montant
  /** Depuis quand ; null : rien ne manque. */
  readonly depuis: DateCivile | null
  /** La mensualité suivante ; null quand il ne reste rien à échoir. */
  readonly prochaine: { readonly le: DateCivile; readonly montant: Montant } | null
}

/** Où en est une somme rendue par mois : une avance compte pour les mois suivants, la dernière mensualité est ce qui reste. */
export function suivreMensualites(faits: FaitsMensualites): SuiteMensualites {
  const { convenuesLe, mensualite, du, reste, jour } = faits
  if (mensualite <= 0) throw faitInvalide('mensualite', 'une mensualité est positive')
  if (reste < 0 || reste > du) throw faitInvalide('reste', 'le reste est entre zéro et la somme convenue')
  const rendu = moins(du, reste)
  const echuA = (n: number): Montant => minimum(du, montant(mensualite * n))
  let echues = 0
  while (ajouterMois(convenuesLe, echues + 1) <= jour && echuA(echues) < du) echues += 1
  const manque = resteDe(echuA(echues), rendu)
  const payees = Math.floor(rendu / mensualite)
  let suivante = echues + 1
  while (echuA(suivante) <= rendu && echuA(suivante) < du) suivante += 1
  const attendu = moins(echuA(suivante), maximum(echuA(suivante - 1), rendu))
  return {
    manque,
    depuis: manque > 0 ? ajouterMois(convenuesLe, payees + 1) : null,
    prochaine: attendu > 0 ? { le: ajouterMois(convenuesLe, suivante), montant: attendu } : null,
  }
}
