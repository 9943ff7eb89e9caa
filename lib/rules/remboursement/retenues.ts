import { ageAu, type DateCivile } from '../date/date-civile'
import { enMontant, enNombre } from '../decision/motif'
import { type Montant, minimum, montant, reste, ZERO } from '../montant/montant'
import { type SerieDatee, valeurAu } from '../reglement/serie-datee'
import type { Compte, Contexte } from './compte'
import { etape } from './etape'
import { lireParametre } from './lire-parametre'
import { anneeCivile } from './periode-forfait'
import type { NatureLigne } from './socle'

/** Mineurs au 1er janvier, maternité, complémentaire santé solidaire, accident du travail : ni participation ni franchise. */
function estExonereDeRetenues(contexte: Contexte, age: SerieDatee<number>): boolean {
  const { beneficiaire, soin } = contexte.faits
  if (soin.accidentTravail === true) return true
  if (beneficiaire.maternite6Mois === true || beneficiaire.css === true) return true
  return estExonereParAge(beneficiaire.dateNaissance, age, contexte.jour)
}

/** Mineur au 1er janvier de l'année. */
export function estExonereParAge(
  dateNaissance: DateCivile,
  age: SerieDatee<number>,
  jour: DateCivile,
): boolean {
  const premier = anneeCivile(jour).du
  return dateNaissance > premier || ageAu(dateNaissance, premier) < valeurAu(age, jour).valeur
}

/** La participation forfaitaire, une par acte d'un même jour et d'un même professionnel, jamais plus que la part de l'Assurance maladie ni que ses plafonds. */
export function retenirParticipation(compte: Compte, part: Montant): Montant {
  const { socle, faits, soin } = compte.contexte
  const p = socle.parametres
  if (estExonereDeRetenues(compte.contexte, p.participationAgeExonere)) return ZERO
  const parametre = lireParametre(compte, p.participation)
  const resteJour = reste(
    lireParametre(compte, p.participationPlafondJour).valeur,
    faits.retenues?.participationsJour ?? ZERO,
  )
  const resteAn = reste(
    lireParametre(compte, p.participationPlafondAn).valeur,
    faits.retenues?.participationsAnnee ?? ZERO,
  )
  const due = montant(parametre.valeur * (soin.actes ?? 1))
  const retenue = minimum(minimum(due, minimum(resteJour, resteAn)), part)
  if (retenue > 0) {
    compte.motifs.push(etape('AMO_PARTICIPATION', parametre.article, { montant: enMontant(retenue) }))
  }
  return retenue
}

/** Nombre d'unités soumises à franchise : boîtes, actes ou trajets. */
function unitesDeFranchise(compte: Compte, sorte: NatureLigne['participation']): number {
  const { soin } = compte.contexte
  if (sorte === 'franchise-paramedical') return soin.actes ?? 1
  if (sorte === 'franchise-transport') return soin.trajets ?? 1
  return soin.boites ?? 1
}

/** La franchise, par boîte, acte ou trajet, dans ses plafonds du jour et de l'année. */
export function retenirFranchise(compte: Compte, nature: NatureLigne, part: Montant): Montant {
  const sorte = nature.participation
  const { socle, faits, soin } = compte.contexte
  const p = socle.parametres
  if (sorte === null || sorte === 'participation') return ZERO
  if (estExonereDeRetenues(compte.contexte, p.franchisesAgeExonere)) return ZERO
  const unites = unitesDeFranchise(compte, sorte)
  const parametre = lireParametre(compte, p.franchises[sorte])
  const plafondAn = reste(
    lireParametre(compte, p.franchisesPlafondAn).valeur,
    faits.retenues?.franchisesAnnee ?? ZERO,
  )
  let retenue = minimum(minimum(montant(parametre.valeur * unites), plafondAn), part)
  if (sorte !== 'franchise-medicament') {
    const jour = lireParametre(compte, p.franchisesPlafondJour[sorte]).valeur
    const jours = montant(jour * (soin.joursDeSoins ?? 1))
    retenue = minimum(retenue, reste(jours, faits.retenues?.franchisesJour ?? ZERO))
  }
  if (retenue > 0) {
    compte.motifs.push(
      etape('AMO_FRANCHISE', parametre.article, {
        nombre: enNombre(unites),
        unitaire: enMontant(parametre.valeur),
        montant: enMontant(retenue),
      }),
    )
  }
  return retenue
}
