import { ageAu, ajouterMois } from '../date/date-civile'
import { enDate } from '../decision/motif'
import { lireParametre } from './assurance-maladie'
import { type Compte, refuser } from './compte'

/** Mois à attendre entre deux équipements optiques : deux ans, un an avant 16 ans ou si la vue change. */
export function moisEntreEquipements(compte: Compte): number {
  const { soin, faits, jour, socle } = compte.contexte
  const p = socle.parametres
  const age = ageAu(faits.beneficiaire.dateNaissance, jour)
  const ordinaire = lireParametre(compte, age < 16 ? p.optiqueMoisMoinsDe16 : p.optiqueMois).valeur
  if (soin.motifRenouvellement === 'EVOLUTION_VUE') {
    return Math.min(ordinaire, lireParametre(compte, p.optiqueMoisEvolution).valeur)
  }
  if (soin.motifRenouvellement === 'MAUVAISE_ADAPTATION' && age < 6) {
    return Math.min(ordinaire, lireParametre(compte, p.optiqueMoisAdaptation).valeur)
  }
  return ordinaire
}

/** Avant la date de renouvellement rien n'est payé, ticket modérateur compris (lecture 20). */
export function refuserAvantRenouvellement(compte: Compte): boolean {
  const { soin, jour, socle } = compte.contexte
  const dernier = soin.ligne === 'optique.equipement' ? soin.dernierEquipement : soin.dernierAppareil
  if (dernier === undefined) return false
  const mois =
    soin.ligne === 'optique.equipement'
      ? moisEntreEquipements(compte)
      : lireParametre(compte, socle.parametres.audioMois).valeur
  const possible = ajouterMois(dernier, mois)
  if (jour >= possible) return false
  refuser(compte, 'RENOUVELLEMENT', 'RENOUVELLEMENT_TROP_TOT', socle.roles.responsable, {
    dernier: enDate(dernier),
    possible: enDate(possible),
  })
  return true
}
