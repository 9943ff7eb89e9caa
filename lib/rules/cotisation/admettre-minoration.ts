import type { DateCivile } from '../date/date-civile'
import { accorder, type Decision, refuser } from '../decision/decision'
import { motif } from '../decision/motif'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { SituationAgent } from './regle-cotisation'

/** L'agent profite-t-il de la minoration de sa collectivité ? Alors sa cotisation se retient sur sa paye, sauf exception. */
export function admettreMinoration(
  reglement: Reglement,
  faits: { readonly date: DateCivile; readonly situation: SituationAgent },
): Decision<{ readonly precompteObligatoire: boolean }> {
  const regles = regleEnVigueur(reglement.cotisation, faits.date, 'minoration de mutualisation')
  const regle = prevu(regles.minoration, 'minoration de mutualisation')
  if (regle.exclus.includes(faits.situation))
    return refuser(null, motif('AGENT_AU_TAUX_PLEIN', regle.article))
  return regle.sansPrecompte.includes(faits.situation)
    ? accorder({ precompteObligatoire: false }, motif('AGENT_MINORE_SANS_PRECOMPTE', regle.article))
    : accorder({ precompteObligatoire: true }, motif('AGENT_MINORE', regle.article))
}
