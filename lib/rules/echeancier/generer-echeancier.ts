import { type DateCivile, premierJanvier } from '../date/date-civile'
import { accorder, type Decision, refuser } from '../decision/decision'
import { enMontant, enNombre, motif } from '../decision/motif'
import { type Montant, somme } from '../montant/montant'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { type ChoixPaiement, jourDePaiement, refusDuPaiement } from './choisir-paiement'
import { dusParMois } from './compter-du'
import { fractionner } from './fractionner'
import { verifierPaliers } from './paliers'
import type { Palier, ParametresEcheancier } from './regle-echeancier'

export interface LigneEcheancier {
  /** Jour où la fraction devient exigible. */
  readonly echeance: DateCivile
  /** Jour où elle se paie : celui du prélèvement, s'il y en a un. */
  readonly paiement: DateCivile
  /** Ce que la période doit, sans report. */
  readonly du: Montant
  /** Rappel (positif) ou trop-perçu déduit (négatif) d'une autre période. */
  readonly report: Montant
  /** Ce qui est appelé : `du` + `report`. */
  readonly montant: Montant
  /** Déjà appelée : son montant ne change plus. */
  readonly appelee: boolean
}

export interface FaitsEcheancier extends ChoixPaiement {
  readonly annee: number
  readonly paliers: readonly Palier[]
}

/** Les fractions de l'année, chacune au jour où elle se paie. */
export function lignesDues(regle: ParametresEcheancier, faits: FaitsEcheancier): LigneEcheancier[] {
  const dus = dusParMois(regle.decompte.politique, faits.paliers)
  return fractionner(dus, faits.periodicite).map(({ echeance, montant }) => ({
    echeance,
    paiement: jourDePaiement(faits, echeance),
    du: montant,
    report: somme([]),
    montant,
    appelee: false,
  }))
}

/** L'échéancier d'une année : à l'adhésion, puis chaque 1er janvier. */
export function genererEcheancier(
  reglement: Reglement,
  faits: FaitsEcheancier,
): Decision<readonly LigneEcheancier[]> {
  const regle = regleEnVigueur(reglement.echeancier, premierJanvier(faits.annee), 'échéancier')
  verifierPaliers(faits.annee, faits.paliers)
  const refus = refusDuPaiement(regle, faits)
  if (refus !== null) return refuser(null, refus)
  const lignes = lignesDues(regle, faits)
  const donnees = {
    nombre: enNombre(lignes.length),
    total: enMontant(somme(lignes.map(({ montant }) => montant))),
  }
  return accorder(lignes, motif('ECHEANCIER_GENERE', regle.article, donnees))
}
