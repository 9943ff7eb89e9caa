import { type DateCivile, laPlusTardive, premierJanvier } from '../date/date-civile'
import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { enCode, enDate, enMontant, type Motif, motif } from '../decision/motif'
import { type Montant, maximum, minimum, moins, oppose, plus, somme, ZERO } from '../montant/montant'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { jourDePaiement, refusDuPaiement } from './choisir-paiement'
import { rangDeFraction } from './fractionner'
import { type FaitsEcheancier, type LigneEcheancier, lignesDues } from './generer-echeancier'
import { verifierPaliers } from './paliers'
import type { ParametresEcheancier, Periodicite } from './regle-echeancier'

/** Ce qui change pour une période : ce qu'elle devait, ce qu'elle doit. */
export interface EcartEcheance {
  readonly echeance: DateCivile
  readonly avant: Montant
  readonly apres: Montant
  /** Positif : à ajouter. Négatif : à rendre. */
  readonly difference: Montant
}

export interface EcheancierRegenere {
  readonly lignes: readonly LigneEcheancier[]
  readonly ecarts: readonly EcartEcheance[]
  /** Trop-perçu qu'aucune échéance à venir n'absorbe. */
  readonly remboursement: Montant
}

export interface FaitsRegeneration extends FaitsEcheancier {
  readonly ancien: readonly LigneEcheancier[]
  /** Rythme de `ancien`, s'il a changé. */
  readonly ancienRythme?: Periodicite
  /** Remboursements déjà faits sur cette année. */
  readonly dejaRembourse: Montant
  /** Jour du calcul : une échéance nouvelle n'est pas exigible avant. */
  readonly aujourdHui: DateCivile
}

/**
 * L'échéancier après un changement. Les échéances appelées restent telles quelles ; leur écart se reporte : un rappel
 * sur la première échéance à venir, un trop-perçu en déduction des suivantes, puis en remboursement. Le résultat ne
 * dépend que de ce qui est dû et de ce qui est appelé : le refaire ne change rien.
 */
export function regenererEcheancier(
  reglement: Reglement,
  faits: FaitsRegeneration,
): Decision<EcheancierRegenere> {
  const regle = regleEnVigueur(reglement.echeancier, premierJanvier(faits.annee), 'échéancier')
  verifierPaliers(faits.annee, faits.paliers)
  const refus = refusDuPaiement(regle, faits)
  if (refus !== null) return refuser(null, refus)
  const dues = lignesDues(regle, faits)
  const appelees = faits.ancien
    .filter(({ appelee }) => appelee)
    .map((ligne) => ({ ...ligne, du: duDe(dues, ligne, faits) }))
  const aVenir = dues.filter((ligne) => !appelees.some((appelee) => memeFraction(appelee, ligne, faits)))
  const solde = plus(
    moins(somme(appelees.map(({ du }) => du)), somme(appelees.map(({ montant }) => montant))),
    faits.dejaRembourse,
  )
  const { lignes, remboursement } = reporter(solde, aVenir, faits)
  const ecarts = comparer(faits, dues)
  const rythme = expliquerRythme(regle, faits, ecarts)
  const motifs = [
    ...(rythme ?? expliquerEcarts(regle, ecarts)),
    ...expliquerSolde(regle, solde, remboursement),
  ]
  const valeur = { lignes: [...appelees, ...lignes], ecarts, remboursement }
  return accorder(valeur, ...auMoinsUnMotif(motifs))
}

const memeFraction = (a: LigneEcheancier, b: LigneEcheancier, { periodicite }: FaitsEcheancier): boolean =>
  rangDeFraction(a.echeance, periodicite) === rangDeFraction(b.echeance, periodicite)

/** Ce que doit maintenant la période d'une échéance appelée ; deux appels d'une même période : au premier. */
function duDe(dues: readonly LigneEcheancier[], appelee: LigneEcheancier, faits: FaitsRegeneration): Montant {
  const premiere = faits.ancien.find((ligne) => ligne.appelee && memeFraction(ligne, appelee, faits))
  if (premiere !== appelee) return ZERO
  return dues.find((ligne) => memeFraction(ligne, appelee, faits))?.du ?? ZERO
}

/** Une échéance absorbée par un trop-perçu reste, à zéro : elle dit ce que sa période devait. */
interface Report {
  readonly lignes: LigneEcheancier[]
  readonly remboursement: Montant
}

function reporter(solde: Montant, aVenir: readonly LigneEcheancier[], faits: FaitsRegeneration): Report {
  if (solde > 0 && aVenir.length === 0) {
    const echeance = laPlusTardive(faits.aujourdHui, premierJanvier(faits.annee))
    const paiement = jourDePaiement(faits, echeance)
    const rappel = { echeance, paiement, du: ZERO, report: solde, montant: solde, appelee: false }
    return { lignes: [rappel], remboursement: ZERO }
  }
  let reste = solde
  const lignes = aVenir.map((ligne) => {
    const report = maximum(reste, oppose(ligne.du))
    reste = moins(reste, report)
    return { ...ligne, report, montant: plus(ligne.du, report) }
  })
  return {
    lignes,
    remboursement: oppose(minimum(reste, ZERO)),
  }
}

/** Période par période, ce qui était dû et ce qui l'est. */
function comparer(faits: FaitsRegeneration, dues: readonly LigneEcheancier[]): EcartEcheance[] {
  const periodes = new Map<number, { echeance: DateCivile; avant: Montant; apres: Montant }>()
  const noter = (ligne: LigneEcheancier, cle: 'avant' | 'apres'): void => {
    const rang = rangDeFraction(ligne.echeance, faits.periodicite)
    const connue = periodes.get(rang) ?? { echeance: ligne.echeance, avant: ZERO, apres: ZERO }
    periodes.set(rang, { ...connue, [cle]: plus(connue[cle], ligne.du) })
  }
  for (const ligne of faits.ancien) noter(ligne, 'avant')
  for (const ligne of dues) noter(ligne, 'apres')
  return [...periodes.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, { echeance, avant, apres }]) => ({ echeance, avant, apres, difference: moins(apres, avant) }))
}

/** Le rythme seul change : l'année doit autant, payée autrement. */
function expliquerRythme(
  regle: ParametresEcheancier,
  { ancienRythme, periodicite }: FaitsRegeneration,
  ecarts: readonly EcartEcheance[],
): Motif[] | null {
  if (ancienRythme === undefined || ancienRythme === periodicite) return null
  if (somme(ecarts.map(({ difference }) => difference)) !== ZERO) return null
  return [motif('RYTHME_CHANGE', regle.article, { avant: enCode(ancienRythme), apres: enCode(periodicite) })]
}

function expliquerEcarts(regle: ParametresEcheancier, ecarts: readonly EcartEcheance[]): Motif[] {
  const changes = ecarts.filter(({ difference }) => difference !== 0)
  if (changes.length === 0) return [motif('ECHEANCIER_INCHANGE', regle.article)]
  return changes.map(({ echeance, avant, apres, difference }) => {
    const donnees = {
      echeance: enDate(echeance),
      avant: enMontant(avant),
      apres: enMontant(apres),
      difference: enMontant(difference < 0 ? oppose(difference) : difference),
    }
    const code = difference > 0 ? 'ECHEANCE_EN_HAUSSE' : 'ECHEANCE_EN_BAISSE'
    return motif(code, regle.decompte.article, donnees)
  })
}

function expliquerSolde(regle: ParametresEcheancier, solde: Montant, remboursement: Montant): Motif[] {
  if (solde > 0) return [motif('RAPPEL_A_VENIR', regle.article, { rappel: enMontant(solde) })]
  const deduit = moins(oppose(solde), remboursement)
  return [
    ...(deduit > 0 ? [motif('TROP_PERCU_DEDUIT', regle.article, { deduit: enMontant(deduit) })] : []),
    ...(remboursement > 0
      ? [motif('TROP_PERCU_REMBOURSE', regle.depart.article, { remboursement: enMontant(remboursement) })]
      : []),
  ]
}
