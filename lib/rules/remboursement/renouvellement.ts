import { ageAu, ajouterMois, type DateCivile } from '../date/date-civile'
import { enDate } from '../decision/motif'
import { valeurAu } from '../reglement/serie-datee'
import { type Compte, refuser } from './compte'
import { etape } from './etape'
import type { FaitsRemboursement } from './faits'
import type { Socle } from './socle'

/** Mois entre deux équipements : lunettes deux ans, un an avant 16 ans ou si la vue change ; aide auditive quatre ans. */
export function moisDeRenouvellement(socle: Socle, faits: FaitsRemboursement): number {
  const { soin, beneficiaire, dateSoins } = faits
  const p = socle.parametres
  if (soin.ligne !== 'optique.equipement') return valeurAu(p.audioMois, dateSoins).valeur
  const age = ageAu(beneficiaire.dateNaissance, dateSoins)
  const ordinaire = valeurAu(age < 16 ? p.optiqueMoisMoinsDe16 : p.optiqueMois, dateSoins).valeur
  if (soin.motifRenouvellement === 'EVOLUTION_VUE') {
    return Math.min(ordinaire, valeurAu(p.optiqueMoisEvolution, dateSoins).valeur)
  }
  if (soin.motifRenouvellement === 'MAUVAISE_ADAPTATION' && age < 6) {
    return Math.min(ordinaire, valeurAu(p.optiqueMoisAdaptation, dateSoins).valeur)
  }
  return ordinaire
}

/** Avant la date de renouvellement rien n'est payé, ticket modérateur compris (lecture 20). */
export function refuserAvantRenouvellement(compte: Compte): boolean {
  const { soin, jour, socle, faits } = compte.contexte
  const dernier = soin.ligne === 'optique.equipement' ? soin.dernierEquipement : soin.dernierAppareil
  if (dernier === undefined) return false
  const possible = ajouterMois(dernier, moisDeRenouvellement(socle, faits))
  if (jour >= possible) {
    direAnticipe(compte, dernier, possible)
    return false
  }
  refuser(compte, 'RENOUVELLEMENT', 'RENOUVELLEMENT_TROP_TOT', socle.roles.responsable, {
    dernier: enDate(dernier),
    possible: enDate(possible),
  })
  return true
}

/** Un renouvellement que seule sa raison permet : elle est dite. */
function direAnticipe(compte: Compte, dernier: DateCivile, possible: DateCivile): void {
  const { soin, jour, socle, faits } = compte.contexte
  const { motifRenouvellement: _motif, ...sansRaison } = soin
  const ordinaire = ajouterMois(dernier, moisDeRenouvellement(socle, { ...faits, soin: sansRaison }))
  if (jour >= ordinaire) return
  compte.motifs.push(
    etape('RENOUVELLEMENT_ANTICIPE', socle.roles.responsable, {
      dernier: enDate(dernier),
      ordinaire: enDate(ordinaire),
      possible: enDate(possible),
    }),
  )
}
