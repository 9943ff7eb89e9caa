import { type DateCivile, dateCivile, estDateCivile } from '../date/date-civile'
import { accorder, type Decision, refuser } from '../decision/decision'
import { enDate, enNombre, motif } from '../decision/motif'

/** Âge à partir duquel le détail de ses soins appartient à un ayant droit. */
export const AGE_SOINS_RESERVES = 16

/** Un accord donné par la personne soignée ; null tant qu'il n'est pas retiré. */
export interface AccordDate {
  readonly du: DateCivile
  readonly retireLe: DateCivile | null
}

export interface FaitsLecture {
  /** Celui qui lit est la personne soignée. */
  readonly soiMeme: boolean
  /** Telle que l'Assurance maladie l'écrit : peut-être « lunaire ». */
  readonly dateNaissance: string
  readonly dateSoins: DateCivile
  readonly accords: readonly AccordDate[]
}

const deux = (n: number): string => String(n).padStart(2, '0')

/**
 * Premier jour du calendrier qui n'est pas avant la date de naissance avancée de seize ans : un mois « lunaire » compte pour la fin de son
 * année, un jour que le mois n'a pas pour le mois suivant. La base a la même fonction (seize_ans_le).
 */
export function seizeAnsLe(dateNaissance: string): DateCivile {
  const an = Number(dateNaissance.slice(0, 4)) + AGE_SOINS_RESERVES
  const mois = Number(dateNaissance.slice(5, 7))
  const jour = Number(dateNaissance.slice(8, 10))
  const le = (a: number, m: number, j: number): string =>
    `${String(a).padStart(4, '0')}-${deux(m)}-${deux(j)}`
  if (mois > 12) return dateCivile(le(an + 1, 1, 1))
  if (mois === 0) return dateCivile(le(an, 1, 1))
  if (jour === 0) return dateCivile(le(an, mois, 1))
  const exact = le(an, mois, jour)
  if (estDateCivile(exact)) return exact
  return dateCivile(mois === 12 ? le(an + 1, 1, 1) : le(an, mois + 1, 1))
}

/**
 * Le membre participant lit-il le détail de ce soin ? Chacun lit les siens ; ceux d'avant les seize ans restent lus ; ensuite, seulement
 * tant qu'un accord vaut, quel que soit le jour du soin. Refusée, la valeur dit depuis quel jour de soins.
 */
export function lireSoin(
  faits: FaitsLecture,
): Decision<null, { readonly depuis: DateCivile; readonly retireLe: DateCivile | null }> {
  const seizeAns = seizeAnsLe(faits.dateNaissance)
  const donnees = { age: enNombre(AGE_SOINS_RESERVES, 'ans'), depuis: enDate(seizeAns) }
  if (faits.soiMeme) return accorder(null, motif('SOINS_A_SOI', 'csp/L1110-4'))
  if (faits.dateSoins < seizeAns)
    return accorder(null, motif('SOINS_AVANT_SEIZE_ANS', 'csp/L1110-4', donnees))
  const accord = faits.accords.find(({ retireLe }) => retireLe === null)
  if (accord !== undefined)
    return accorder(null, motif('SOINS_LUS_PAR_ACCORD', 'csp/L1110-4', { du: enDate(accord.du) }))
  const retireLe = faits.accords
    .flatMap((a) => a.retireLe ?? [])
    .reduce<DateCivile | null>((dernier, jour) => (dernier === null || jour > dernier ? jour : dernier), null)
  const valeur = { depuis: seizeAns, retireLe }
  return refuser(
    valeur,
    motif('SOINS_RESERVES', 'csp/L1110-4', donnees),
    retireLe === null
      ? motif('ACCORD_JAMAIS_DONNE', 'csp/L1110-4')
      : motif('ACCORD_RETIRE', 'csp/L1110-4', { retireLe: enDate(retireLe) }),
  )
}
