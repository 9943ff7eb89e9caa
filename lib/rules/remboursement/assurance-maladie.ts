import { ageAu } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { type ArticleId, enMontant, enPourcentage } from '../decision/motif'
import { type Montant, maximum, minimum, moins, plus, reste, ZERO } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import { type SerieDatee, valeurAu } from '../reglement/serie-datee'
import type { Compte, PartAmo } from './compte'
import { etape } from './etape'
import type { Soin } from './faits'
import { lireParametre } from './lire-parametre'
import { partRegimeLocal } from './regime-local'
import { retenirFranchise, retenirParticipation } from './retenues'
import type { NatureLigne } from './socle'
import type { LigneTable } from './table'

/**
 * Le taux de l'Assurance maladie dans le parcours de soins : 100 % en cas d'exonération ou de maternité, celui du
 * décompte, ou le taux légal du jour quand la loi n'en connaît qu'un. Un accident du travail passe avant tout.
 */
export function tauxDuSoin(compte: Compte, nature: NatureLigne): TauxDuSoin {
  const { soin, faits, socle } = compte.contexte
  const article = socle.roles.tauxDecompte
  if (nature.nature === 'aucune') return { taux: 0, article }
  if (soin.accidentTravail === true) return lireTaux(compte, socle.parametres.tauxAccidentTravail)
  if (faits.beneficiaire.maternite6Mois === true) return lireTaux(compte, socle.parametres.tauxMaternite)
  if (soin.exonerationTm === true) return lireTaux(compte, socle.parametres.tauxExoneration)
  if (soin.tauxAmo !== undefined) return { taux: soin.tauxAmo, article }
  switch (nature.nature) {
    case 'medicament':
    case 'cure':
    case 'orthodontie':
    case 'vaccin':
      if (soin.brss === undefined) return { taux: 0, article }
      if (soin.montantAmo !== undefined)
        return { taux: tauxImprime(soin, soin.montantAmo, soin.brss), article }
      throw faitInvalide('soin.tauxAmo', 'la loi connaît plusieurs taux pour ce soin : précisez-le')
    default:
      return lireTaux(compte, socle.parametres.taux[nature.nature])
  }
}

export interface TauxDuSoin {
  readonly taux: number
  readonly article: ArticleId
}

function lireTaux(compte: Compte, serie: SerieDatee<number>): TauxDuSoin {
  const { valeur, article } = lireParametre(compte, serie)
  return { taux: valeur, article }
}

/** Le taux que le décompte a appliqué, retrouvé de ses montants. */
function tauxImprime(soin: Soin, versee: Montant, base: Montant): number {
  const brute = plus(plus(versee, soin.participationForfaitaire ?? ZERO), soin.franchise ?? ZERO)
  return base === 0 ? 0 : Math.min(Math.round((brute * 100) / base), 100)
}

/** Réduction de la part de l'Assurance maladie quand le soin n'est pas passé par le médecin traitant. */
function majorationHorsParcours(compte: Compte, nature: NatureLigne, base: Montant, brute: Montant): Montant {
  if (!estHorsParcours(compte, nature)) return ZERO
  const p = compte.contexte.socle.parametres
  const points = lireParametre(compte, p.horsParcoursPoints)
  const plafond = lireParametre(compte, p.horsParcoursPlafond).valeur
  const retenue = minimum(minimum(pourcentDe(base, points.valeur), plafond), brute)
  if (retenue > 0) {
    compte.motifs.push(
      etape('AMO_HORS_PARCOURS', points.article, {
        points: enPourcentage(points.valeur),
        montant: enMontant(retenue),
      }),
    )
  }
  return retenue
}

export function estHorsParcours(compte: Compte, nature: NatureLigne): boolean {
  const { soin, faits, jour, socle } = compte.contexte
  if (!nature.parcours || soin.parcours !== false || soin.accidentTravail === true) return false
  return (
    ageAu(faits.beneficiaire.dateNaissance, jour) >= valeurAu(socle.parametres.horsParcoursAge, jour).valeur
  )
}

/** La part d'avant la majoration hors parcours : celle que le décompte retient s'il l'imprime, sinon jusqu'au taux légal. */
function bruteDuDecompte(compte: Compte, nature: NatureLigne, imprimee: Montant, legale: Montant): Montant {
  if (!estHorsParcours(compte, nature)) return imprimee
  const { majorationParcours } = compte.contexte.soin
  return majorationParcours === undefined ? maximum(imprimee, legale) : plus(imprimee, majorationParcours)
}

/** La part de l'Assurance maladie telle que le décompte l'imprime : prise comme elle est. */
function partDuDecompte(compte: Compte, nature: NatureLigne, base: Montant, versee: Montant): PartAmo {
  const { soin, socle, depense } = compte.contexte
  if (versee > depense)
    throw faitInvalide('soin.montantAmo', "l'Assurance maladie a payé plus que la dépense")
  const retenue = soin.participationForfaitaire ?? ZERO
  const retenueFranchise = soin.franchise ?? ZERO
  const imprimee = minimum(plus(plus(versee, retenue), retenueFranchise), depense)
  const { taux } = tauxDuSoin(compte, nature)
  const brute = minimum(bruteDuDecompte(compte, nature, imprimee, pourcentDe(base, taux)), depense)
  compte.motifs.push(
    etape('AMO_DECOMPTE', socle.roles.tauxDecompte, {
      montant: enMontant(versee),
      participation: enMontant(retenue),
      franchise: enMontant(retenueFranchise),
    }),
  )
  return {
    base,
    taux,
    brute,
    majoration: moins(brute, imprimee),
    participation: retenue,
    franchise: retenueFranchise,
    nette: versee,
    exclu: ZERO,
    regimeLocal: ZERO,
  }
}

/** La part de l'Assurance maladie calculée : taux du jour × base, moins majoration, participation, franchise. */
function partCalculee(compte: Compte, nature: NatureLigne, base: Montant): PartAmo {
  const { taux, article } = tauxDuSoin(compte, nature)
  const brute = pourcentDe(base, taux)
  if (base > 0) {
    compte.motifs.push(
      etape('AMO_TAUX', article, {
        taux: enPourcentage(taux),
        base: enMontant(base),
        montant: enMontant(brute),
      }),
    )
  }
  const majoration = majorationHorsParcours(compte, nature, base, brute)
  const apres = moins(brute, majoration)
  // Un vaccin pris en charge à 100 % n'a pas de franchise.
  const sansRetenue = nature.nature === 'vaccin' && taux >= 100
  const retenue = nature.participation === 'participation' ? retenirParticipation(compte, apres) : ZERO
  const retenueFranchise = sansRetenue ? ZERO : retenirFranchise(compte, nature, moins(apres, retenue))
  return {
    base,
    taux,
    brute,
    majoration,
    participation: retenue,
    franchise: retenueFranchise,
    nette: moins(moins(apres, retenue), retenueFranchise),
    exclu: ZERO,
    regimeLocal: ZERO,
  }
}

/** La part du dépassement qu'un contrat ne peut couvrir hors parcours (R. 871-1). */
function depassementExclu(compte: Compte, nature: NatureLigne): Montant {
  if (!estHorsParcours(compte, nature)) return ZERO
  const { soin, socle, depense, formule } = compte.contexte
  const parametre = lireParametre(compte, socle.parametres.horsParcoursDepassement)
  const depassement = reste(depense, soin.brss ?? ZERO)
  const tout = formule.table.horsParcours === 'TOUT_DEPASSEMENT'
  const exclu = tout ? depassement : minimum(depassement, parametre.valeur)
  if (exclu > 0) {
    compte.motifs.push(
      tout
        ? etape('DEPASSEMENT_NON_COUVERT', formule.regles.articles.exclusions, { montant: enMontant(exclu) })
        : etape('DEPASSEMENT_EXCLU', parametre.article, { montant: enMontant(exclu) }),
    )
  }
  return exclu
}

/** Toutes les parts qui viennent avant celle de la mutuelle, pour un soin simple. */
export function partAvantMutuelle(
  compte: Compte,
  nature: NatureLigne,
  rangee: LigneTable | undefined,
): PartAmo {
  const { soin, depense } = compte.contexte
  const base = minimum(soin.brss ?? ZERO, depense)
  const part =
    soin.montantAmo === undefined
      ? partCalculee(compte, nature, base)
      : partDuDecompte(compte, nature, base, soin.montantAmo)
  const exclu = depassementExclu(compte, nature)
  return { ...part, exclu, regimeLocal: partRegimeLocal(compte, nature, rangee, part) }
}
