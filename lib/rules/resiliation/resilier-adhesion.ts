import { ajouterJours } from '../date/date-civile'
import { determinerDateEffet } from '../date-effet/determiner-date-effet'
import type { RegleDateEffet } from '../date-effet/regle-date-effet'
import { accorder, auMoinsUnMotif, type Decision } from '../decision/decision'
import { enDate, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { resilierALEcheance } from './a-l-echeance'
import { resilierApresAttente } from './apres-attente'
import { resilierSurAvisTardif } from './avis-tardif'
import { resilierPourChangementSituation } from './changement-situation'
import type { DecisionFin, FaitsResiliation, RefusResiliation, Resiliation } from './faits-resiliation'
import { resilierPourPerteRegime } from './perte-regime'
import type { ParametresResiliation } from './regle-resiliation'

/** Une adhésion peut-elle être résiliée pour ce motif, et quand cesse-t-elle ? */
export function resilierAdhesion(
  reglement: Reglement,
  faits: FaitsResiliation,
): Decision<Resiliation, RefusResiliation> {
  const regles = regleEnVigueur(reglement.resiliation, faits.dateReception, 'résiliation')
  verifierFaits(faits)
  const decision = selonMotif(regles, faits)
  if (decision.verdict !== 'ACCORDEE') return decision
  const { dateEffet } = decision.valeur
  verifierOrdre(['dateEffetAdhesion', faits.dateEffetAdhesion], ['dateEffet', dateEffet], 'dateReception')
  if (regles.remboursement === null) return { ...decision, valeur: { dateEffet, remboursementAvant: null } }
  const { jours, article } = regles.remboursement
  const remboursementAvant = ajouterJours(dateEffet, jours)
  const suite = motif('COTISATIONS_REMBOURSEES', article, { avant: enDate(remboursementAvant) })
  return accorder({ dateEffet, remboursementAvant }, ...auMoinsUnMotif([...decision.motifs, suite]))
}

/** Rien n'arrive à une adhésion avant qu'elle ne commence ; un décès ou une décision ne s'annoncent pas d'avance. */
function verifierFaits(faits: FaitsResiliation): void {
  const adhesion = ['dateEffetAdhesion', faits.dateEffetAdhesion] as const
  const reception = ['dateReception', faits.dateReception] as const
  verifierOrdre(adhesion, ['dateEvenement', faits.dateEvenement])
  verifierOrdre(adhesion, ['dateDecisionCss', faits.dateDecisionCss])
  verifierOrdre(adhesion, ['dateDernierChangementOption', faits.dateDernierChangementOption])
  verifierOrdre(['dateCachetPoste', faits.dateCachetPoste], reception, 'dateCachetPoste')
  verifierOrdre(['dateDecisionCss', faits.dateDecisionCss], reception, 'dateDecisionCss')
  if (faits.motif === 'DECES')
    verifierOrdre(['dateEvenement', faits.dateEvenement], reception, 'dateEvenement')
}

function selonMotif(regles: ParametresResiliation, faits: FaitsResiliation): DecisionFin {
  const cas = `résiliation ${faits.motif}`
  switch (faits.motif) {
    case 'ECHEANCE':
      return resilierALEcheance(prevu(regles.ECHEANCE, cas), regles.engagement, faits)
    case 'INFRA_ANNUELLE':
      return resilierApresAttente(prevu(regles.INFRA_ANNUELLE, cas), faits)
    case 'CHATEL':
      return resilierSurAvisTardif(prevu(regles.CHATEL, cas), regles.engagement, faits)
    case 'CHANGEMENT_SITUATION':
      return resilierPourChangementSituation(prevu(regles.CHANGEMENT_SITUATION, cas), faits)
    case 'PERTE_REGIME_OBLIGATOIRE':
      return resilierPourPerteRegime(prevu(regles.PERTE_REGIME_OBLIGATOIRE, cas), faits)
    case 'CSS': {
      const decisionCss = { dateEvenement: faits.dateDecisionCss, cheminEvenement: 'dateDecisionCss' }
      return aLaDate(prevu(regles.CSS, cas), { ...faits, ...decisionCss })
    }
    default:
      return aLaDate(prevu(regles[faits.motif], cas), faits)
  }
}

function aLaDate(
  regle: RegleDateEffet,
  faits: FaitsResiliation & { readonly cheminEvenement?: string },
): DecisionFin {
  const { dateEffet, motif: ground } = determinerDateEffet(regle, faits)
  return accorder({ dateEffet }, ground)
}
