import { finEngagement, motifEngagement, type RegleEngagement } from '../adhesion/fin-engagement'
import { annee, laPlusTardive } from '../date/date-civile'
import { finAnneeAvantLimite } from '../date-effet/determiner-date-effet'
import { accorder } from '../decision/decision'
import { enDate, motif } from '../decision/motif'
import { jourDeLAnnee } from '../reglement/jour-annuel'
import type { DecisionFin, FaitsResiliation } from './faits-resiliation'
import type { RegleEcheance } from './regle-resiliation'

/** Au 31 décembre, de l'année ou de la suivante selon la limite, jamais avant la fin de l'engagement initial. */
export function resilierALEcheance(
  regle: RegleEcheance,
  engagement: RegleEngagement,
  faits: FaitsResiliation,
): DecisionFin {
  const parCachet = regle.preuve === 'CACHET_DE_LA_POSTE' && faits.dateCachetPoste !== null
  const demande = parCachet ? (faits.dateCachetPoste ?? faits.dateReception) : faits.dateReception
  const echeance = finAnneeAvantLimite(demande, regle.limite)
  const fin = finEngagement(engagement, faits.dateEffetAdhesion)
  const dateEffet = laPlusTardive(echeance, fin)
  const ground = motif(parCachet ? 'RESILIATION_ECHEANCE_CACHET' : 'RESILIATION_ECHEANCE', regle.article, {
    demande: enDate(demande),
    limite: enDate(jourDeLAnnee(regle.limite, annee(demande))),
    effet: enDate(dateEffet),
  })
  return dateEffet > echeance
    ? accorder({ dateEffet }, ground, motifEngagement(engagement, fin))
    : accorder({ dateEffet }, ground)
}
