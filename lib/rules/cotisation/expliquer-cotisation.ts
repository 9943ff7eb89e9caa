import { joursEntre } from '../date/date-civile'
import { enDate, enMontant, enNombre, type Motif, motif } from '../decision/motif'
import { joursDeLAnnee } from '../echeancier/compter-du'
import type { ParametresEcheancier } from '../echeancier/regle-echeancier'
import { somme } from '../montant/montant'
import type { Cotisation } from './cotisation'
import { motifParticipation } from './participer'
import type { FaitsCotisation, ParametresCotisation } from './regle-cotisation'
import { couvertureDeLAnnee } from './verifier-faits'

/** Ce que disent, après les lignes, le total, la première année, les fractions et qui les paie. */
export function expliquerCotisation(
  regle: ParametresCotisation,
  echeancier: ParametresEcheancier,
  faits: FaitsCotisation,
  cotisation: Cotisation,
): Motif[] {
  const { mensuelle, annuelle, parts, appels, fractions } = cotisation
  const total = { mensuelle: enMontant(mensuelle), annuelle: enMontant(annuelle) }
  const fractionnement = {
    nombre: enNombre(fractions.length),
    total: enMontant(somme(fractions.map((fraction) => fraction.montant))),
  }
  return [
    motif('COTISATION_TOTALE', regle.tarif.article, total),
    ...premiereAnnee(echeancier, faits, cotisation),
    ...(cotisation.premiereAnnee === null || regle.sansDroitEntree === null
      ? []
      : [motif('SANS_DROIT_D_ENTREE', regle.sansDroitEntree)]),
    ...(parts === null || regle.participation === null
      ? []
      : [motifParticipation(regle.participation.article, parts)]),
    ...appels.map((appel) => appel.motif),
    fractions.length === 0
      ? motif('RIEN_A_PAYER', echeancier.article)
      : motif('COTISATION_FRACTIONNEE', echeancier.article, fractionnement),
  ]
}

function premiereAnnee(
  { decompte }: ParametresEcheancier,
  faits: FaitsCotisation,
  { premiereAnnee: due, annuelle }: Cotisation,
): Motif[] {
  if (due === null) return []
  const { du, au } = couvertureDeLAnnee(faits)
  const donnees = {
    effet: enDate(du),
    due: enMontant(due),
    annuelle: enMontant(annuelle),
    jours: enNombre(joursEntre(du, au) + 1, 'jours'),
    sur: enNombre(joursDeLAnnee(faits.annee)),
  }
  const code =
    decompte.politique === 'JOURS_DE_L_ANNEE' ? 'PREMIERE_ANNEE_EN_JOURS' : 'PREMIERE_ANNEE_EN_MOIS'
  return [motif(code, decompte.article, donnees)]
}
