import {
  ajouterJours,
  annee,
  type DateCivile,
  dernierDuMois,
  laPlusProche,
  laPlusTardive,
  premierJanvier,
  trenteEtUnDecembre,
} from '@/lib/rules/date/date-civile'
import { auMoinsUnMotif } from '@/lib/rules/decision/decision'
import { faitInvalide } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import { bornerRegularisation } from '@/lib/rules/echeancier/borner-regularisation'
import { rangDeFraction } from '@/lib/rules/echeancier/fractionner'
import {
  genererEcheancier,
  type LigneEcheancier,
  lignesDues,
} from '@/lib/rules/echeancier/generer-echeancier'
import { type EcartEcheance, regenererEcheancier } from '@/lib/rules/echeancier/regenerer-echeancier'
import type { ModePaiement, Periodicite } from '@/lib/rules/echeancier/regle-echeancier'
import { solderDepart } from '@/lib/rules/echeancier/solder-depart'
import { type Montant, moins, oppose, plus, somme, ZERO } from '@/lib/rules/montant/montant'
import { regleEnVigueur } from '@/lib/rules/reglement/regle-en-vigueur'
import { type CotisationAnnuelle, reglementDe, type Segment } from '../cotisation/view'

export type CauseEcheancier = 'ADHESION' | 'ANNEE' | 'CHANGEMENT' | 'RESILIATION'

/** What was written of the year before, and where each of its échéances is. */
export interface EcheanceConnue {
  readonly id: string
  /** First day that it pays. */
  readonly du: DateCivile
  readonly exigibleLe: DateCivile
  readonly montant: Montant
  readonly etat: 'A_VENIR' | 'APPELEE' | 'PAYEE' | 'REJETEE'
  /** In a bank batch that may still be executed. */
  readonly enBanque: boolean
}

export interface Precedent {
  readonly version: number
  readonly fin: DateCivile | null
  readonly periodicite: Periodicite
  /** Lines of its last version, those already called included. */
  readonly lignes: readonly LigneEcheancier[]
  readonly echeances: readonly EcheanceConnue[]
}

export interface EcheanceNouvelle {
  readonly du: DateCivile
  readonly au: DateCivile
  readonly exigibleLe: DateCivile
  readonly montant: Montant
  readonly mode: ModePaiement
}

export interface Plan {
  readonly cause: CauseEcheancier
  readonly total: Montant
  readonly lignes: readonly LigneEcheancier[]
  readonly ecarts: readonly EcartEcheance[]
  readonly remboursement: Montant
  readonly nouvelles: readonly EcheanceNouvelle[]
  readonly remplacees: readonly string[]
  readonly motifs: readonly Motif[]
}

const modeDe = ({ choix }: CotisationAnnuelle): ModePaiement => {
  if (choix.mode === null) throw faitInvalide('modalites', 'le moyen de paiement n’est pas choisi')
  return choix.mode
}

/** The first schedule of a year. @throws {ErreurDeRegle} with what the règlement refuses. */
export function planifier(reglementId: string, cotisation: CotisationAnnuelle, dateEffet: DateCivile): Plan {
  const reglement = reglementDe(reglementId)
  const { paliers, choix } = cotisation
  const decision = genererEcheancier(reglement, { annee: cotisation.annee, paliers, ...choix })
  if (decision.verdict !== 'ACCORDEE') throw paiementRefuse(decision.motifs)
  return {
    cause: annee(dateEffet) === cotisation.annee ? 'ADHESION' : 'ANNEE',
    total: somme(decision.valeur.map(({ montant }) => montant)),
    lignes: decision.valeur,
    ecarts: [],
    remboursement: ZERO,
    nouvelles: decision.valeur.map((ligne) => enEcheance(ligne, cotisation)),
    remplacees: [],
    motifs: decision.motifs,
  }
}

/** The règlement refuses this means of payment: the contract waits, and is listed with this code. */
const paiementRefuse = (motifs: readonly Motif[]) =>
  faitInvalide('modalites', `ce moyen de paiement est refusé par le règlement (${motifs[0]?.code ?? ''})`)

/**
 * The schedule after a change. What is paid or at the bank stays; what was called and is still owed to the cent stays too, unless the
 * contract ends: then what is left owed is counted against what is given back. The rest is written anew.
 */
export function replanifier(
  reglementId: string,
  cotisation: CotisationAnnuelle,
  precedent: Precedent,
  jour: DateCivile,
): Plan {
  const reglement = reglementDe(reglementId)
  const { annee: an, paliers, choix, fin } = cotisation
  const resilie = fin !== null
  const dues = duesDe(reglement, cotisation)
  // What was called was at the pace of the version before.
  const ancienRythme = precedent.periodicite
  const duesAppelees = duesDe(reglement, { ...cotisation, choix: { ...choix, periodicite: ancienRythme } })
  const stables = precedent.echeances.filter(
    (e) => e.montant > 0 && (estReglee(e) || (!resilie && estEncoreDue(e, duesAppelees, ancienRythme))),
  )
  const rendus = precedent.echeances.filter((e) => e.montant < 0 && estReglee(e))
  const decision = regenererEcheancier(reglement, {
    annee: an,
    paliers,
    ...choix,
    ancien: marquer(precedent, stables),
    ancienRythme,
    dejaRembourse: oppose(somme(rendus.map(({ montant }) => montant))),
    aujourdHui: jour,
  })
  if (decision.verdict !== 'ACCORDEE') throw paiementRefuse(decision.motifs)
  const { lignes, ecarts } = decision.valeur
  const hors = horsDelai(reglement, cotisation, stables.filter(estReglee))
  const remboursement = moins(decision.valeur.remboursement, hors.montant)
  const paye = moins(
    somme([...stables, ...rendus].filter(estReglee).map(({ montant }) => montant)),
    hors.montant,
  )
  // Paid for a year that the end leaves uncovered: all of it is beyond the end.
  const depart =
    resilie && annee(fin) <= an
      ? solderDepart(reglement, { dernierJourCouvert: fin, paliers: annee(fin) === an ? paliers : [], paye })
      : null
  const solde = depart?.verdict === 'ACCORDEE' ? depart.valeur : null
  const gardees = [...stables, ...rendus]
  const rendu: EcheanceNouvelle[] =
    remboursement === 0
      ? []
      : [
          {
            du: fin ?? jour,
            au: fin ?? jour,
            exigibleLe: solde?.remboursementAvant ?? jour,
            montant: oppose(remboursement),
            mode: modeDe(cotisation),
          },
        ]
  const nouvelles = [
    ...lignes
      .filter(({ appelee }) => !appelee)
      .map((ligne) =>
        enEcheance({ ...ligne, paiement: pasAvant(ligne.paiement, jour, precedent) }, cotisation),
      ),
    ...rendu,
  ]
  const total = somme([...gardees, ...nouvelles].map(({ montant }) => montant))
  if (total !== plus(somme(dues.map(({ montant }) => montant)), hors.montant))
    throw new Error(`les échéances de ${an} ne font pas ce qui est dû`)
  return {
    cause: resilie && precedent.fin === null ? 'RESILIATION' : 'CHANGEMENT',
    total,
    lignes,
    ecarts,
    remboursement,
    nouvelles,
    remplacees: precedent.echeances.filter((e) => !gardees.includes(e)).map(({ id }) => id),
    motifs: auMoinsUnMotif([
      ...decision.motifs.filter(({ code }) => depart === null || code !== 'TROP_PERCU_REMBOURSE'),
      ...hors.motifs,
      ...(depart?.motifs ?? []),
    ]),
  }
}

/** A payment that no version announced for a past day is due today at the earliest: the pace changed, or the year's rest is due at once. */
const pasAvant = (paiement: DateCivile, jour: DateCivile, { echeances }: Precedent): DateCivile =>
  echeances.some(({ exigibleLe }) => exigibleLe === paiement) ? paiement : laPlusTardive(paiement, jour)

/**
 * Where the règlement limits how far a correction reaches: paid for months that begin too long after the end, it is kept. Nothing where
 * it sets no limit.
 */
function horsDelai(
  reglement: ReturnType<typeof reglementDe>,
  { annee: an, fin }: CotisationAnnuelle,
  payees: readonly EcheanceConnue[],
): { readonly montant: Montant; readonly motifs: readonly Motif[] } {
  if (fin === null || annee(fin) === an) return { montant: ZERO, motifs: [] }
  const decision = bornerRegularisation(reglement, {
    dateChangement: ajouterJours(fin, 1),
    mois: payees.map(({ du, montant }) => ({ jour: du, montant })),
  })
  if (decision.verdict !== 'ACCORDEE' || decision.valeur.ecarte === 0) return { montant: ZERO, motifs: [] }
  return { montant: decision.valeur.ecarte, motifs: decision.motifs }
}

/** A debit that had been counted as paid came back after the contract ended, and what it gave back has not left: it is counted again. */
export const renduARecompter = ({ fin, echeances }: Precedent): boolean =>
  fin !== null &&
  echeances.some((e) => e.montant < 0 && !estReglee(e)) &&
  echeances.some((e) => e.montant > 0 && e.etat === 'REJETEE')

const estReglee = (e: EcheanceConnue): boolean => e.etat === 'PAYEE' || e.enBanque

function duesDe(
  reglement: ReturnType<typeof reglementDe>,
  { annee: an, paliers, choix }: CotisationAnnuelle,
) {
  const regle = regleEnVigueur(reglement.echeancier, premierJanvier(an), 'échéancier')
  return lignesDues(regle, { annee: an, paliers, ...choix })
}

const estEncoreDue = (
  e: EcheanceConnue,
  dues: readonly LigneEcheancier[],
  periodicite: Periodicite,
): boolean =>
  (e.etat === 'REJETEE' || e.etat === 'APPELEE') &&
  dues.some(
    ({ echeance, montant }) =>
      montant === e.montant && rangDeFraction(echeance, periodicite) === rangDeFraction(e.du, periodicite),
  )

/** The lines of the version before, those that stay marked as called. */
function marquer(precedent: Precedent, stables: readonly EcheanceConnue[]): LigneEcheancier[] {
  const restantes = [...stables]
  return precedent.lignes.map((ligne) => {
    const place = restantes.findIndex((e) => e.du === ligne.echeance && e.montant === ligne.montant)
    if (place !== -1) restantes.splice(place, 1)
    return { ...ligne, appelee: place !== -1 }
  })
}

function enEcheance(ligne: LigneEcheancier, cotisation: CotisationAnnuelle): EcheanceNouvelle {
  return {
    du: ligne.echeance,
    au: finDeFraction(ligne.echeance, cotisation),
    exigibleLe: ligne.paiement,
    montant: ligne.montant,
    mode: modeDe(cotisation),
  }
}

/** Last day that a fraction pays: that of its quarter, or the last one owed. */
function finDeFraction(echeance: DateCivile, { annee: an, paliers, choix }: CotisationAnnuelle): DateCivile {
  const rang = rangDeFraction(echeance, choix.periodicite)
  let fin = dernierDuMois(echeance)
  for (;;) {
    const suivant = dernierDuMois(ajouterJours(fin, 1))
    if (rangDeFraction(suivant, choix.periodicite) !== rang) break
    fin = suivant
  }
  const dernierDu = paliers.at(-1)?.au ?? trenteEtUnDecembre(an)
  const borne = laPlusProche(fin, dernierDu)
  return borne < echeance ? echeance : borne
}

/** What the page of the member is made of, kept with the version. */
export const resultatDe = (plan: Plan, segments: readonly Segment[]) => ({
  lignes: plan.lignes,
  ecarts: plan.ecarts,
  remboursement: plan.remboursement,
  segments: segments.map(({ du, au, formule, demonstration, personnes, cotisation, motifs }) => ({
    du,
    au,
    formule,
    demonstration,
    mensuelle: cotisation.mensuelle,
    employeur: cotisation.parts?.employeur ?? null,
    personnes: personnes.map(({ personneId, role }, place) => {
      const ligne = cotisation.lignes[place]
      return {
        personneId,
        role,
        age: ligne?.age ?? 0,
        mensuelle: ligne?.mensuelle ?? ZERO,
        gratuit: ligne?.gratuit ?? false,
      }
    }),
    exonerations: cotisation.exonerations.map(({ place, cause, du: debut, au: fin }) => ({
      personneId: place === null ? null : (personnes[place]?.personneId ?? null),
      cause,
      du: debut,
      au: fin,
    })),
    motifs,
  })),
})
