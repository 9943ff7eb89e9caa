import { finEngagement, motifEngagement, type RegleEngagement } from '../adhesion/fin-engagement'
import { ajouterJours, annee, type DateCivile, joursEntre, trenteEtUnDecembre } from '../date/date-civile'
import { accorder, refuser } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { enDate, enNombre, motif } from '../decision/motif'
import { jourDeLAnnee } from '../reglement/jour-annuel'
import type { DecisionFin, FaitsResiliation } from './faits-resiliation'
import type { RegleChatel } from './regle-resiliation'

/**
 * Avis d'échéance absent : à tout moment depuis la reconduction, effet au lendemain du cachet de la poste.
 * Avis tardif : quelques jours depuis son envoi pour refuser la reconduction, effet au 31 décembre.
 */
export function resilierSurAvisTardif(
  regle: RegleChatel,
  engagement: RegleEngagement,
  faits: FaitsResiliation,
): DecisionFin {
  return faits.dateEnvoiAppel === null
    ? sansAvis(regle, engagement, faits)
    : avecAvis(regle, engagement, faits, faits.dateEnvoiAppel)
}

function sansAvis(regle: RegleChatel, engagement: RegleEngagement, faits: FaitsResiliation): DecisionFin {
  const cachet = exiger(faits.dateCachetPoste, 'dateCachetPoste')
  const fin = finEngagement(engagement, faits.dateEffetAdhesion)
  const reconduction = ajouterJours(fin, 1)
  if (cachet < reconduction) {
    const refus = motif('RECONDUCTION_A_VENIR', regle.article, { possible: enDate(reconduction) })
    return refuser({ possibleLe: reconduction }, refus, motifEngagement(engagement, fin))
  }
  const dateEffet = ajouterJours(cachet, 1)
  const donnees = { cachet: enDate(cachet), effet: enDate(dateEffet) }
  return accorder({ dateEffet }, motif('RESILIATION_SANS_AVIS', regle.article, donnees))
}

function avecAvis(
  regle: RegleChatel,
  engagement: RegleEngagement,
  faits: FaitsResiliation,
  envoi: DateCivile,
): DecisionFin {
  const limite = jourDeLAnnee(regle.limite, annee(envoi))
  const dateEffet = trenteEtUnDecembre(annee(envoi))
  const dernierJour = ajouterJours(envoi, regle.delaiJours)
  const donnees = { envoi: enDate(envoi), limite: enDate(limite), dernierJour: enDate(dernierJour) }
  if (joursEntre(envoi, limite) >= regle.joursAvantLimite) {
    const avance = { ...donnees, avance: enNombre(regle.joursAvantLimite, 'jours') }
    return refuser({ possibleLe: null }, motif('AVIS_ENVOYE_A_TEMPS', regle.article, avance))
  }
  const fin = finEngagement(engagement, faits.dateEffetAdhesion)
  if (dateEffet < fin) {
    const refus = motif('PAS_DE_RECONDUCTION', regle.article, { echeance: enDate(dateEffet) })
    return refuser({ possibleLe: null }, refus, motifEngagement(engagement, fin))
  }
  const demande = jourDeLaDemande(faits, dernierJour)
  if (demande > dernierJour) {
    const tardive = { ...donnees, demande: enDate(demande) }
    return refuser({ possibleLe: null }, motif('REFUS_DE_RECONDUCTION_TARDIF', regle.article, tardive))
  }
  const accord = { ...donnees, demande: enDate(demande), effet: enDate(dateEffet) }
  return accorder({ dateEffet }, motif('RESILIATION_AVIS_TARDIF', regle.article, accord))
}

/** Le cachet fait foi ; il n'est nécessaire que si la réception seule ne suffit pas à être dans le délai. */
function jourDeLaDemande(faits: FaitsResiliation, dernierJour: DateCivile): DateCivile {
  const suffit = faits.dateCachetPoste === null && faits.dateReception <= dernierJour
  return suffit ? faits.dateReception : exiger(faits.dateCachetPoste, 'dateCachetPoste')
}
