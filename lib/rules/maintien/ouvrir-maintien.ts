import type { DateCivile } from '../date/date-civile'
import { accorder, type Decision, refuser } from '../decision/decision'
import { enDate, motif } from '../decision/motif'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { SuiteDuContrat } from './regle-maintien'

export interface FaitsOuverture {
  readonly dateCessation: DateCivile
  readonly suite: SuiteDuContrat
}

/** L'ancien salarié a-t-il droit à la portabilité, d'après ce qu'il devient ? */
export function admettrePortabilite(
  reglement: Reglement,
  { dateCessation, suite }: FaitsOuverture,
): Decision<{ readonly portabilite: true }> {
  const regles = regleEnVigueur(reglement.maintien, dateCessation, 'maintien des garanties')
  const { ouverteA, article } = prevu(regles.portabilite, 'portabilité')
  const donnees = { cessation: enDate(dateCessation) }
  return ouverteA.includes(suite)
    ? accorder({ portabilite: true }, motif('PORTABILITE_INDEMNISE', article, donnees))
    : refuser(null, motif('PORTABILITE_SANS_INDEMNITE', article, donnees))
}

/** L'ancien salarié a-t-il droit au maintien de la loi Évin, d'après ce qu'il devient ? */
export function admettreEvin(
  reglement: Reglement,
  { dateCessation, suite }: FaitsOuverture,
): Decision<{ readonly evin: true }> {
  const regles = regleEnVigueur(reglement.maintien, dateCessation, 'maintien des garanties')
  const { ouvertA, article } = prevu(regles.evin, 'maintien loi Évin')
  return ouvertA.includes(suite)
    ? accorder({ evin: true }, motif('EVIN_OUVERT', article))
    : refuser(null, motif('EVIN_FERME', article))
}
