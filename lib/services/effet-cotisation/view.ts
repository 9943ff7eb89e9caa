import type { SituationConnue } from '@/lib/rules/cotisation/charge-selon-situation'
import type { RoleCotisant } from '@/lib/rules/cotisation/regle-cotisation'
import {
  ajouterJours,
  annee,
  type DateCivile,
  laPlusProche,
  laPlusTardive,
  premierJanvier,
} from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import { dusParMois } from '@/lib/rules/echeancier/compter-du'
import type { Palier } from '@/lib/rules/echeancier/regle-echeancier'
import { type Montant, somme, ZERO } from '@/lib/rules/montant/montant'
import { regleEnVigueur } from '@/lib/rules/reglement/regle-en-vigueur'
import {
  type ContratCotisant,
  type CotisationAnnuelle,
  cotiserContrat,
  reglementDe,
} from '../cotisation/view'

/** What a contract would become. */
export type Changement =
  | { readonly type: 'FORMULE'; readonly formule: string; readonly le: DateCivile }
  | {
      readonly type: 'ENTREE'
      readonly role: RoleCotisant
      readonly dateNaissance: DateCivile
      readonly le: DateCivile
    }
  | { readonly type: 'SORTIE'; readonly personneId: string; readonly dernierJour: DateCivile }
  | { readonly type: 'FIN'; readonly dernierJour: DateCivile }

/** What is known of an ayant droit from a day on changes what is owed, not the contract. */
export interface ChangementSituation {
  readonly type: 'SITUATION'
  readonly personneId: string
  readonly le: DateCivile
  readonly connue: SituationConnue
}
export type ChangementMesure = Changement | ChangementSituation

export interface EffetCotisation {
  readonly annee: number
  /** First day of the year that the change touches. */
  readonly depuis: DateCivile
  /** A month, the day before the change and from it on; zero once the contract is over. */
  readonly avant: Montant
  readonly apres: readonly { readonly du: DateCivile; readonly mensuelle: Montant }[]
  /** The whole year as it stands, and with the change: their difference is what the rest of the year adds or takes off. */
  readonly annuelAvant: Montant
  readonly annuelApres: Montant
  /** The tariff of the year of the change is not known: this is what it would be with that of today. */
  readonly indicatif: boolean
  readonly demonstration: boolean
  readonly motifs: readonly Motif[]
}

export type MesureCotisation =
  | { readonly connue: true; readonly effet: EffetCotisation }
  | { readonly connue: false; readonly raison: 'TARIF_ABSENT' | 'NON_PREVU' | 'FAIT_MANQUANT' }

/** Whoever is added has no id yet. */
const NOUVELLE = 'nouvelle-personne'

/**
 * What the contract pays before and after the change, by the function that makes its schedule. When the year of the change has no
 * tariff yet, the same change today, said to be indicative.
 */
export function mesurerCotisation(
  contrat: ContratCotisant,
  changement: ChangementMesure,
  jour: DateCivile,
): MesureCotisation {
  const directe = essayer(contrat, changement, jour, false)
  if (directe.connue || directe.raison !== 'TARIF_ABSENT' || changement.type === 'FIN') return directe
  const premier = premierJourDe(changement)
  if (annee(premier) <= annee(jour)) return directe
  const mesure = essayer(contrat, deplacer(changement, jour), jour, true)
  return mesure.connue
    ? { ...mesure, effet: { ...mesure.effet, apres: desLePremier(mesure.effet, premier) } }
    : mesure
}

/** What today's tariff comes to in the end, from the day of the change itself: the steps of this year (a month free…) will be over. */
const desLePremier = ({ apres }: EffetCotisation, premier: DateCivile): EffetCotisation['apres'] =>
  apres.slice(-1).map(({ mensuelle }) => ({ du: premier, mensuelle }))

const premierJourDe = (c: ChangementMesure): DateCivile => ('le' in c ? c.le : ajouterJours(c.dernierJour, 1))

const deplacer = (c: ChangementMesure, jour: DateCivile): ChangementMesure =>
  'le' in c ? { ...c, le: jour } : { ...c, dernierJour: ajouterJours(jour, -1) }

function essayer(
  contrat: ContratCotisant,
  changement: ChangementMesure,
  jour: DateCivile,
  indicatif: boolean,
): MesureCotisation {
  try {
    return { connue: true, effet: mesurer(contrat, changement, jour, indicatif) }
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    if (erreur.chemin === 'tarif') return { connue: false, raison: 'TARIF_ABSENT' }
    return { connue: false, raison: erreur.code === 'FAIT_INVALIDE' ? 'FAIT_MANQUANT' : 'NON_PREVU' }
  }
}

function mesurer(
  contrat: ContratCotisant,
  changement: ChangementMesure,
  jour: DateCivile,
  indicatif: boolean,
): EffetCotisation {
  const premier = premierJourDe(changement)
  const fin = changement.type === 'FIN'
  const an = fin ? annee(changement.dernierJour) : Math.max(annee(premier), annee(jour))
  const depuis = laPlusTardive(premier, premierJanvier(an))
  const avant = cotiserContrat(contrat, an, jour)
  const apres = cotiserContrat(appliquer(contrat, changement), an, jour)
  const paliersApres = apres.paliers.filter((palier) => palier.au >= depuis)
  const segment = (apres.segments.length === 0 ? avant : apres).segments.findLast((s) => s.du <= depuis)
  const restant = fin ? [] : paliersApres
  return {
    annee: an,
    depuis,
    avant: mensuelleAu(avant.paliers, ajouterJours(depuis, -1)) ?? mensuelleAu(avant.paliers, depuis) ?? ZERO,
    apres:
      restant.length === 0
        ? [{ du: depuis, mensuelle: ZERO }]
        : restant.map(({ du, mensuelle }) => ({ du: laPlusTardive(du, depuis), mensuelle })),
    annuelAvant: totalDe(contrat.reglement, avant),
    annuelApres: totalDe(contrat.reglement, apres),
    indicatif,
    demonstration: [...avant.segments, ...apres.segments].some((s) => s.demonstration),
    motifs: segment?.motifs ?? [],
  }
}

const mensuelleAu = (paliers: readonly Palier[], jour: DateCivile): Montant | null =>
  paliers.find((palier) => contient(palier, jour))?.mensuelle ?? null

/** What the year owes, whatever it is paid by. */
function totalDe(reglementId: string, { annee: an, paliers }: CotisationAnnuelle): Montant {
  const regle = regleEnVigueur(reglementDe(reglementId).echeancier, premierJanvier(an), 'échéancier')
  return somme(dusParMois(regle.decompte.politique, paliers).map(({ montant }) => montant))
}

/** The contract as it would be. Pure: nothing is written. */
function appliquer(contrat: ContratCotisant, changement: ChangementMesure): ContratCotisant {
  switch (changement.type) {
    case 'FORMULE': {
      const { formule, le } = changement
      const gardees = contrat.formules
        .filter(({ du }) => du < le)
        .map((f) => ({ ...f, au: finAuPlusTard(f.au, ajouterJours(le, -1)) }))
      return { ...contrat, formules: [...gardees, { formule, du: le, au: contrat.dateFin }] }
    }
    case 'ENTREE': {
      const { role, dateNaissance, le } = changement
      const entrant = {
        personneId: NOUVELLE,
        role,
        dateNaissance,
        situations: [],
        du: le,
        au: contrat.dateFin,
      }
      return { ...contrat, beneficiaires: [...contrat.beneficiaires, entrant] }
    }
    case 'SORTIE': {
      const { personneId, dernierJour } = changement
      const beneficiaires = contrat.beneficiaires
        .filter((b) => b.personneId !== personneId || b.du <= dernierJour)
        .map((b) => (b.personneId === personneId ? { ...b, au: finAuPlusTard(b.au, dernierJour) } : b))
      return { ...contrat, beneficiaires }
    }
    case 'SITUATION': {
      const { personneId, le, connue } = changement
      const situer = (situations: ContratCotisant['beneficiaires'][number]['situations']) => [
        ...situations
          .filter(({ du }) => du < le)
          .map((s) => ({ ...s, au: finAuPlusTard(s.au, ajouterJours(le, -1)) })),
        { ...connue, du: le, au: null },
      ]
      const beneficiaires = contrat.beneficiaires.map((b) =>
        b.personneId === personneId ? { ...b, situations: situer(b.situations) } : b,
      )
      return { ...contrat, beneficiaires }
    }
    case 'FIN': {
      const { dernierJour } = changement
      const finir = <P extends { readonly du: DateCivile; readonly au: DateCivile | null }>(
        periodes: readonly P[],
      ) =>
        periodes
          .filter(({ du }) => du <= dernierJour)
          .map((p) => ({ ...p, au: finAuPlusTard(p.au, dernierJour) }))
      return {
        ...contrat,
        dateFin: dernierJour,
        formules: finir(contrat.formules),
        beneficiaires: finir(contrat.beneficiaires),
      }
    }
  }
}

const finAuPlusTard = (au: DateCivile | null, dernier: DateCivile): DateCivile =>
  au === null ? dernier : laPlusProche(au, dernier)
