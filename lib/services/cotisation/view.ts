import { reglements, socle } from '@/lib/reglements/catalogue'
import { chargeSelonSituation, type SituationConnue } from '@/lib/rules/cotisation/charge-selon-situation'
import { fusionnerPaliers } from '@/lib/rules/cotisation/construire-paliers'
import type { Cotisation } from '@/lib/rules/cotisation/cotisation'
import { cotiser } from '@/lib/rules/cotisation/cotiser'
import type { Cotisant, FaitsCotisation, RoleCotisant, Tarif } from '@/lib/rules/cotisation/regle-cotisation'
import {
  ajouterJours,
  annee,
  type DateCivile,
  laPlusProche,
  laPlusTardive,
  premierJanvier,
  trenteEtUnDecembre,
} from '@/lib/rules/date/date-civile'
import { contient, type Periode, seChevauchent } from '@/lib/rules/date/periode'
import { faitInvalide } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import type { ChoixPaiement } from '@/lib/rules/echeancier/choisir-paiement'
import { dernierJourDu, retirerParticipation } from '@/lib/rules/echeancier/paliers'
import type { Palier } from '@/lib/rules/echeancier/regle-echeancier'
import { nonPrevu, regleEnVigueur } from '@/lib/rules/reglement/regle-en-vigueur'
import type { Reglement } from '@/lib/rules/reglement/reglement'

/** A contract as the base has it, everything that its contributions depend on. */
export interface ContratCotisant {
  readonly adhesionId: string
  readonly reglement: string
  readonly dateEffet: DateCivile
  /** Last day that owes a contribution: of the cover, or before it when it goes on for free. */
  readonly dateFin: DateCivile | null
  readonly formules: readonly (Periode & { readonly formule: string })[]
  readonly beneficiaires: readonly BeneficiaireCotisant[]
  readonly modalites: readonly (Periode & ChoixPaiement & { readonly faits: FaitsModalites })[]
  /** In force, the last version of each formule and year. */
  readonly tarifs: readonly TarifEnVigueur[]
}

export interface BeneficiaireCotisant extends Periode {
  readonly personneId: string
  readonly role: RoleCotisant
  readonly dateNaissance: DateCivile
  /** What the mutuelle knows of a child, period after period; empty: nothing. */
  readonly situations: readonly (Periode & SituationConnue)[]
}

export interface TarifEnVigueur {
  readonly id: string
  readonly formule: string
  readonly annee: number
  readonly demonstration: boolean
  readonly tarif: Tarif
}

export type FaitsModalites = Pick<
  FaitsCotisation,
  | 'primoAdhesion'
  | 'mutualisation'
  | 'anneesNonCotisees'
  | 'priseDePosteFonctionPublique'
  | 'participationEmployeur'
> & { readonly aCharge: Readonly<Record<string, boolean>> }

/** Days in a row with the same people and the same formule: one decision. */
export interface Segment {
  readonly du: DateCivile
  readonly au: DateCivile
  readonly formule: string
  readonly tarifId: string
  readonly demonstration: boolean
  readonly personnes: readonly (Cotisant & { readonly personneId: string })[]
  readonly cotisation: Cotisation
  readonly motifs: readonly Motif[]
}

export interface CotisationAnnuelle {
  readonly annee: number
  readonly segments: readonly Segment[]
  readonly paliers: readonly Palier[]
  readonly choix: ChoixPaiement
  /** Last day covered, when it is in the year or before. */
  readonly fin: DateCivile | null
}

export const reglementDe = (id: string): Reglement => {
  const trouve = Object.values(reglements).find((reglement) => reglement.id === id)
  if (trouve === undefined) throw faitInvalide('reglement', `le règlement « ${id} » n’est pas connu`)
  return trouve
}

/**
 * What a contract owes for a year: cut at each day when somebody enters or leaves or the formule changes, decided by the rule between
 * two cuts. Nothing when the year is not covered.
 * @throws {ErreurDeRegle} when something is missing or the règlement is silent.
 */
export function cotiserContrat(contrat: ContratCotisant, an: number, jour: DateCivile): CotisationAnnuelle {
  const reglement = reglementDe(contrat.reglement)
  const fin = contrat.dateFin !== null && annee(contrat.dateFin) <= an ? contrat.dateFin : null
  const periode = periodeDue(reglement, contrat, an)
  const modalite = modaliteDe(contrat, an, jour)
  const { periodicite, mode, jour: jourPaiement } = modalite
  const choix: ChoixPaiement = { periodicite, mode, jour: jourPaiement }
  if (periode === null) return { annee: an, segments: [], paliers: [], choix, fin }
  const changements = changementsDeCharge(reglement, contrat, periode, modalite.faits.aCharge)
  const segments = decouper(contrat, periode, changements).map((bornes) =>
    deciderSegment(reglement, contrat, an, bornes, modalite),
  )
  const paliers = segments.flatMap((segment) => paliersDe(segment, modalite.faits))
  return { annee: an, segments, paliers: fusionnerPaliers(paliers), choix, fin }
}

interface Bornes {
  readonly du: DateCivile
  readonly au: DateCivile
}

function periodeDue(reglement: Reglement, contrat: ContratCotisant, an: number): Bornes | null {
  const regle = regleEnVigueur(reglement.echeancier, premierJanvier(an), 'échéancier')
  const dernier = contrat.dateFin === null ? trenteEtUnDecembre(an) : dernierJourDu(regle, contrat.dateFin)
  const du = laPlusTardive(contrat.dateEffet, premierJanvier(an))
  const au = laPlusProche(dernier, trenteEtUnDecembre(an))
  return du > au || contrat.dateEffet > au ? null : { du, au }
}

function modaliteDe(contrat: ContratCotisant, an: number, jour: DateCivile) {
  const reference = laPlusTardive(laPlusProche(jour, trenteEtUnDecembre(an)), premierJanvier(an))
  const triees = [...contrat.modalites].sort((a, b) => (a.du < b.du ? -1 : 1))
  const trouvee =
    triees.find((modalite) => contient(modalite, reference)) ??
    triees.find(({ du }) => du > reference) ??
    triees.at(-1)
  if (trouvee === undefined)
    throw faitInvalide('modalites', 'on ne sait pas comment ce contrat paie ses cotisations')
  return trouvee
}

/** Someone covered until the last day of the contract owes, as it does, the end of a month begun. */
const coupuresDe = (contrat: ContratCotisant): DateCivile[] =>
  [...contrat.formules, ...contrat.beneficiaires].flatMap(({ du, au }) =>
    au === null || au === contrat.dateFin ? [du] : [du, ajouterJours(au, 1)],
  )

/** What is known of their situation says whether a child depends on the family; what was noted of the contract, where it does not. */
function aChargeLe(
  reglement: Reglement,
  { personneId, role, dateNaissance, situations }: BeneficiaireCotisant,
  note: FaitsModalites['aCharge'],
  jour: DateCivile,
): boolean | null {
  const connue = role === 'ENFANT' ? situations.find((s) => contient(s, jour)) : undefined
  const dit = connue === undefined ? null : chargeSelonSituation(reglement, dateNaissance, connue, jour)
  return dit ?? note[personneId] ?? null
}

/** Days of the period when a child begins or ceases to depend on the family. */
const changementsDeCharge = (
  reglement: Reglement,
  contrat: ContratCotisant,
  { du, au }: Bornes,
  note: FaitsModalites['aCharge'],
): DateCivile[] =>
  contrat.beneficiaires.flatMap((b) =>
    b.situations
      .flatMap((s) => (s.au === null ? [s.du] : [s.du, ajouterJours(s.au, 1)]))
      .filter((jour) => jour > du && jour <= au && contient(b, jour))
      .filter(
        (jour) =>
          aChargeLe(reglement, b, note, jour) !== aChargeLe(reglement, b, note, ajouterJours(jour, -1)),
      ),
  )

function decouper(
  contrat: ContratCotisant,
  { du, au }: Bornes,
  changements: readonly DateCivile[],
): Bornes[] {
  const dedans = [...coupuresDe(contrat), ...changements].filter((jour) => jour > du && jour <= au)
  const debuts = [...new Set([du, ...dedans])].sort()
  return debuts.map((debut, rang) => {
    const suivant = debuts[rang + 1]
    return { du: debut, au: suivant === undefined ? au : ajouterJours(suivant, -1) }
  })
}

function deciderSegment(
  reglement: Reglement,
  contrat: ContratCotisant,
  an: number,
  bornes: Bornes,
  { periodicite, faits }: ContratCotisant['modalites'][number],
): Segment {
  // A règlement silent on contributions is not one whose tariff is to be entered.
  regleEnVigueur(reglement.cotisation, premierJanvier(an), 'cotisation')
  const courant = (p: Periode): boolean =>
    seChevauchent({ du: p.du, au: p.au === contrat.dateFin ? null : p.au }, bornes)
  const choisie = contrat.formules.find(courant)
  if (choisie === undefined) throw faitInvalide('formules', `aucune formule ne couvre le ${bornes.du}`)
  const grille = contrat.tarifs.find((t) => t.formule === choisie.formule && t.annee === an)
  if (grille === undefined)
    throw faitInvalide('tarif', `aucun tarif n’est en vigueur pour « ${choisie.formule} » en ${an}`)
  const { aCharge, ...autres } = faits
  const personnes = contrat.beneficiaires.filter(courant).map((b) => ({
    personneId: b.personneId,
    role: b.role,
    dateNaissance: b.dateNaissance,
    aCharge: aChargeLe(reglement, b, aCharge, bornes.du),
  }))
  const decision = cotiser(reglement, socle, {
    annee: an,
    formule: choisie.formule,
    tarif: grille.tarif,
    beneficiaires: personnes.map(({ personneId, ...cotisant }) => cotisant),
    dateEffet: contrat.dateEffet,
    periodicite,
    ...autres,
  })
  if (decision.verdict !== 'ACCORDEE') throw nonPrevu('cotisation refusée')
  if (decision.valeur.appels.some(({ debiteur }) => debiteur === 'EMPLOYEUR'))
    throw nonPrevu('contrat appelé à l’employeur')
  return {
    ...bornes,
    formule: choisie.formule,
    tarifId: grille.id,
    demonstration: grille.demonstration,
    personnes,
    cotisation: decision.valeur,
    motifs: decision.motifs,
  }
}

/** The part of the year's steps that is in the segment, less what the employer pays. */
function paliersDe({ du, au, cotisation }: Segment, faits: FaitsModalites): Palier[] {
  const siens = cotisation.paliers
    .filter((palier) => seChevauchent(palier, { du, au }))
    .map((palier) => ({ ...palier, du: laPlusTardive(palier.du, du), au: laPlusProche(palier.au, au) }))
  const { participationEmployeur } = faits
  return participationEmployeur === null ? siens : retirerParticipation(siens, participationEmployeur, null)
}

/** What two schedules must have in common for the second to be of no use; nothing of the day of the calculation. */
export const entreesDe = ({ segments, paliers, choix, fin }: CotisationAnnuelle) => ({
  segments: segments.map(({ du, au, formule, tarifId, personnes }) => ({
    du,
    au,
    formule,
    tarifId,
    personnes,
  })),
  paliers,
  choix,
  fin,
})

/** Some règlements take the direct debit away from whom it failed for want of money. */
export const retireLePrelevement = (id: string): boolean =>
  (reglementDe(id).echeancier?.etapes.at(-1)?.valeur.rejet ?? null) !== null
