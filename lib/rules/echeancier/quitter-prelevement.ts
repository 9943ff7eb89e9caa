import type { DateCivile } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { enCode, motif } from '../decision/motif'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { Periodicite } from './regle-echeancier'

export interface FaitsSansPrelevement {
  /** Jour où le prélèvement cesse : mandat révoqué, compte clos. */
  readonly date: DateCivile
  readonly periodicite: Periodicite
}

export interface SuiteSansPrelevement {
  readonly mode: 'CHEQUE'
  readonly periodicite: Periodicite
}

/** Du plus court au plus long. */
const RYTHMES: readonly Periodicite[] = ['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE']

/**
 * Comment on paie quand on cesse d'être prélevé : par chèque, au même rythme si le règlement l'admet, sinon au plus court de ceux qui
 * suivent, à défaut au plus long qu'il admet. @throws {ErreurDeRegle} NON_PREVU si la source ne connaît pas le chèque.
 */
export function quitterPrelevement(
  reglement: Reglement,
  { date, periodicite }: FaitsSansPrelevement,
): Decision<SuiteSansPrelevement> {
  const regle = regleEnVigueur(reglement.echeancier, date, 'paiement sans prélèvement')
  const { periodicites, article } = prevu(regle.cheque, 'paiement par chèque')
  const admis = RYTHMES.filter((rythme) => periodicites.includes(rythme))
  const suivants = admis.filter((rythme) => RYTHMES.indexOf(rythme) >= RYTHMES.indexOf(periodicite))
  const retenu = prevu(suivants[0] ?? admis.at(-1) ?? null, 'paiement par chèque')
  const valeur = { mode: 'CHEQUE', periodicite: retenu } as const
  const suite = motif('PAIEMENT_PAR_CHEQUE', article, { periodicite: enCode(retenu) })
  return retenu === periodicite
    ? accorder(valeur, suite)
    : accorder(
        valeur,
        motif('CHEQUE_REFUSE_A_CE_RYTHME', article, { periodicite: enCode(periodicite) }),
        suite,
      )
}
