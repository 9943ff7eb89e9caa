import { ajouterJours, annee, type DateCivile, premierJanvier } from '../date/date-civile'
import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { enDate, enMontant, enNombre, motif } from '../decision/motif'
import { type Montant, minimum, moins, reste, somme } from '../montant/montant'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { valeurAu } from '../reglement/serie-datee'
import { dusParMois } from './compter-du'
import { couperPaliers, dernierJourDu, verifierPaliers } from './paliers'
import type { Palier } from './regle-echeancier'

export interface FaitsDepart {
  readonly dernierJourCouvert: DateCivile
  readonly paliers: readonly Palier[]
  readonly paye: Montant
}

export interface SoldeDepart {
  readonly du: Montant
  /** Ce que la mutuelle garde de ce qui est payé ; avec `remboursement`, cela fait tout le payé. */
  readonly conserve: Montant
  readonly remboursement: Montant
  readonly resteDu: Montant
  readonly remboursementAvant: DateCivile | null
}

/** Ce qui se rend, ou reste dû, quand une adhésion cesse en cours d'année. */
export function solderDepart(reglement: Reglement, faits: FaitsDepart): Decision<SoldeDepart> {
  const fin = faits.dernierJourCouvert
  const an = annee(fin)
  const regle = regleEnVigueur(reglement.echeancier, premierJanvier(an), 'échéancier')
  verifierPaliers(an, faits.paliers)
  if (faits.paye < 0) throw faitInvalide('paye', 'ce qui est payé est positif')
  const jusquAu = dernierJourDu(regle, fin)
  const du = somme(
    dusParMois(regle.decompte.politique, couperPaliers(faits.paliers, jusquAu)).map(({ montant }) => montant),
  )
  const conserve = minimum(du, faits.paye)
  const remboursement = moins(faits.paye, conserve)
  const delai = remboursement > 0 ? delaiDeRemboursement(reglement, fin) : null
  const limite = delai === null ? null : ajouterJours(fin, delai.jours)
  const donnees = { jusquAu: enDate(jusquAu), du: enMontant(du), paye: enMontant(faits.paye) }
  const motifs = [
    motif('COTISATION_DUE_AU_DEPART', regle.depart.article, donnees),
    ...(remboursement > 0
      ? [motif('TROP_PERCU_REMBOURSE', regle.depart.article, { remboursement: enMontant(remboursement) })]
      : []),
    ...(delai === null || limite === null
      ? []
      : [
          motif('REMBOURSEMENT_SOUS_DELAI', delai.article, {
            delai: enNombre(delai.jours, 'jours'),
            limite: enDate(limite),
          }),
        ]),
  ]
  const valeur = { du, conserve, remboursement, resteDu: reste(du, faits.paye), remboursementAvant: limite }
  return accorder(valeur, ...auMoinsUnMotif(motifs))
}

const delaiDeRemboursement = (reglement: Reglement, fin: DateCivile) =>
  reglement.resiliation === null ? null : valeurAu(reglement.resiliation, fin).valeur.remboursement

/** À la mort d'un ayant droit, sa part de l'année reste à la famille : rien ne se rembourse. */
export function solderDecesAyantDroit(reglement: Reglement, dateDeces: DateCivile): Decision<never> {
  const regle = regleEnVigueur(reglement.echeancier, dateDeces, 'échéancier')
  const article = prevu(regle.partDuDefunt, 'cotisation d’un ayant droit décédé')
  return refuser(null, motif('PART_DU_DEFUNT_CONSERVEE', article, { deces: enDate(dateDeces) }))
}
