import { besoinDeLigne, besoins, CODES_BESOIN, type CodeBesoin, estBesoin } from '@/lib/lexique/besoins'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { direConditions, direGarantie } from '@/lib/lexique/garanties'
import { nomsDeLigne } from '@/lib/lexique/lignes'
import { exemples, socle } from '@/lib/reglements/catalogue'
import { ageAu, ajouterJours, type DateCivile, laPlusTardive } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type Montant, plus, ZERO } from '@/lib/rules/montant/montant'
import { type ExemplePlace, type ExempleSoin, placerExemple } from '@/lib/rules/remboursement/exemple'
import type { Beneficiaire, FaitsRemboursement, RetenuesAmo } from '@/lib/rules/remboursement/faits'
import { type FormuleOuverte, listerGaranties } from '@/lib/rules/remboursement/formule'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import { remboursementDe } from '@/lib/rules/remboursement/rembourser-suite'
import type { Remboursement } from '@/lib/rules/remboursement/resultat'
import type { GarantiesLues } from '../garanties/data'
import type { PersonneSuivie } from '../garanties/schema'
import {
  appeler,
  type ChoixPersonne,
  type ContratOuvert,
  choisirPersonne,
  contratsOuverts,
  type DroitsView,
  sansDroits,
  voirDroits,
} from '../garanties/view'
import { type ReserveView, voirReserves } from '../lecture-soins/view'
import { type CompteurView, type Suivi, suivre, voirCompteurs } from '../limites/view'
import { type EtapeView, etape, type Lecteur, type PartageView, partager } from '../remboursement/view'

/** A care at a typical price, paid as it would be today. */
export interface ExempleView {
  readonly id: string
  readonly libelle: string
  /** Where the price comes from, and since when. */
  readonly prix: string
  readonly partage: PartageView
  /** Said when it is not paid today: glasses too recent are shown on the day they may be renewed. */
  readonly quand: string | null
  readonly etapes: readonly EtapeView[]
}

export interface LigneBesoin {
  readonly ligne: CodeLigne
  readonly titre: string
  readonly dit: string
  readonly conditions: readonly string[]
  readonly compteurs: readonly CompteurView[]
  readonly exemples: readonly ExempleView[]
}

export interface ContratBesoin extends DroitsView {
  readonly sansTableau: boolean
  readonly lignes: readonly LigneBesoin[]
  /** Care that no line of the table names: the law or nothing. */
  readonly autres: readonly ExempleView[]
  readonly equipements: readonly CompteurView[]
}

export interface LienBesoin {
  readonly code: CodeBesoin
  readonly href: string
  readonly titre: string
  readonly contient: string
  readonly courant: boolean
}

export interface BesoinsView {
  readonly nom: string
  readonly choix: readonly ChoixPersonne[]
  readonly besoins: readonly LienBesoin[]
  /** Null: the need is still to be chosen. */
  readonly besoin: { readonly titre: string; readonly contrats: readonly ContratBesoin[] } | null
  readonly contrats: readonly DroitsView[]
  /** What they used is theirs alone: what is left, and an example that counts it, are not told. */
  readonly reserve: ReserveView | null
  readonly sansDroits: string | null
  readonly tableau: string
}

interface Calcul {
  readonly ouvert: ContratOuvert & { readonly formule: FormuleOuverte }
  readonly personne: PersonneSuivie
  readonly suivi: Suivi
  readonly retenues: RetenuesAmo
  /** The contract that answers before this one, when this one adds to it. */
  readonly premier: Calcul | null
  readonly jour: DateCivile
  readonly article: Lecteur['article']
}

const ADRESSE = '/adherent/garanties'
const vers = (personne: string, besoin: CodeBesoin | null): string =>
  `${ADRESSE}?personne=${personne}${besoin === null ? '' : `&besoin=${besoin}`}`

const concerne = ({ age }: ExempleSoin, annees: number): boolean =>
  age === undefined || (age.de <= annees && annees <= age.a)

/** The side that may be paid soonest: an example is not refused for the ear that was fitted last year. */
function cotes({ etat }: Suivi) {
  const libre = etat.appareils.find(({ renouvelleLe }) => renouvelleLe === null)
  const premiere = [...etat.appareils].sort((a, b) =>
    (a.renouvelleLe ?? '') < (b.renouvelleLe ?? '') ? -1 : 1,
  )
  return { oreille: (libre ?? premiere[0])?.oreille ?? 'DROITE', oeil: 'DROIT' } as const
}

/** The last equipment of that kind still counted, and the first day of the next one. */
function dernier({ soin }: Pick<FaitsRemboursement, 'soin'>, { etat }: Suivi) {
  if (soin.ligne === 'optique.equipement') {
    const { monture, verres } = etat.lunettes
    const prises = [monture.renouvelleLe, verres.renouvelleLe].filter((j) => j !== null)
    const possible = prises.reduce<DateCivile | null>((a, b) => (a === null ? b : laPlusTardive(a, b)), null)
    return { possible }
  }
  const appareil = etat.appareils.find(({ oreille }) => oreille === soin.oreille)
  return { possible: appareil?.renouvelleLe ?? null }
}

/** What the first contract pays of it: the second one sees what is left. */
function dejaPaye({ premier }: Calcul, exemple: ExempleSoin, jour: DateCivile): Montant {
  if (premier === null) return ZERO
  const { faits } = faitsDe(premier, exemple, jour)
  const paye = remboursementDe(rembourserSoin(premier.ouvert.contrat.reglement, socle, faits))
  return plus(paye.amc, paye.regimeLocal)
}

const avaitSurcomplementaire = (personne: PersonneSuivie, du: DateCivile): boolean =>
  contratsOuverts(personne, ajouterJours(du, -1)).some(
    ({ formule }) => formule?.table.surcomplementaire === true,
  )

function faitsDe(calcul: Calcul, exemple: ExempleSoin, jour: DateCivile) {
  const { ouvert, personne, suivi, retenues } = calcul
  const place = placerExemple(socle, ouvert.formule.table, exemple, cotes(suivi), jour)
  const beneficiaire: Beneficiaire = {
    dateNaissance: personne.dateNaissance,
    dateAffiliation: ouvert.contrat.du,
    ...(avaitSurcomplementaire(personne, ouvert.contrat.du) ? { surcomplementaireAnterieure: true } : {}),
  }
  const faits: FaitsRemboursement = {
    formule: ouvert.formule.id,
    dateSoins: jour,
    beneficiaire,
    soin: place.soin,
    consommations: suivi.utilisations.map((u) => u.consommation),
    autresRemboursements: dejaPaye(calcul, exemple, jour),
    ...(jour.slice(0, 4) === calcul.jour.slice(0, 4) ? { retenues } : {}),
  }
  return { place, faits }
}

const enPartage = (r: Remboursement, sujet: string): PartageView =>
  partager(
    {
      depense: r.depense,
      partAmo: r.amo,
      participation: r.participationForfaitaire,
      franchise: r.franchise,
      partRegimeLocal: r.regimeLocal,
      autresRemboursements: r.autresRemboursements,
      partMutuelle: r.amc,
      resteACharge: r.resteACharge,
    },
    sujet,
  )

function direPrix({ actes }: ExempleSoin, { tarifDepuis, aConfirmer }: ExemplePlace): string {
  const origines = new Set(actes.map((acte) => acte.prix.origine))
  if (origines.has('EXEMPLE')) return 'Prix pris en exemple'
  const tarif = origines.has('BASE') ? 'Tarif officiel' : 'Prix maximum fixé pour ce soin'
  return `${tarif} depuis le ${formatDateEnLettres(tarifDepuis)}${aConfirmer ? ', à confirmer' : ''}`
}

/** Where the table speaks of it: its own line, else the one that pays it. */
function ligneLue({ ouvert }: Calcul, ligne: CodeLigne, { detail }: Remboursement): CodeLigne {
  const { rangees } = ouvert.formule
  return rangees.has(ligne) ? ligne : (detail.find((d) => rangees.has(d.ligne))?.ligne ?? ligne)
}

/** Null when the rules do not know the care on that day: nothing is invented. */
function calculer(
  calcul: Calcul,
  exemple: ExempleSoin,
  code: CodeBesoin,
): (ExempleView & { readonly ligne: CodeLigne }) | null {
  const { formule } = calcul.ouvert
  try {
    const { ligne } = placerExemple(socle, formule.table, exemple, cotes(calcul.suivi), calcul.jour)
    if (besoinDeLigne(ligne) !== code) return null
    const aujourdhui = faitsDe(calcul, exemple, calcul.jour)
    const { possible } = dernier(aujourdhui.faits, calcul.suivi)
    const attendre = possible !== null && possible > calcul.jour
    const { place, faits } = attendre ? faitsDe(calcul, exemple, possible) : aujourdhui
    const decision = rembourserSoin(calcul.ouvert.contrat.reglement, socle, faits)
    const valeur = remboursementDe(decision)
    return {
      id: exemple.id,
      libelle: exemple.libelle,
      ligne: ligneLue(calcul, place.ligne, valeur),
      prix: direPrix(exemple, place),
      partage: enPartage(valeur, `exemple ${exemple.id}`),
      quand: attendre
        ? `À partir du ${formatDateEnLettres(possible)} : avant, ce serait trop tôt pour un nouvel équipement.`
        : null,
      etapes: decision.motifs.map((motif) => etape(motif, { article: calcul.article })),
    }
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle && ['NON_PREVU', 'HORS_PERIODE'].includes(erreur.code)) return null
    throw erreur
  }
}

/** The contracts as calculations, each with the one it adds to. */
function preparer(
  lues: GarantiesLues,
  jour: DateCivile,
  article: Lecteur['article'],
): ReadonlyMap<string, Calcul> {
  const { personne, utilisations, retenues } = lues
  const calculs = new Map<string, Calcul>()
  let premier: Calcul | null = null
  for (const ouvert of contratsOuverts(personne, jour)) {
    const { formule, contrat } = ouvert
    if (formule === null) continue
    const calcul: Calcul = {
      ouvert: { ...ouvert, formule },
      personne,
      suivi: suivre(formule, personne, contrat.adhesionId, utilisations, jour),
      retenues,
      premier: formule.table.surcomplementaire === true ? premier : null,
      jour,
      article,
    }
    calculs.set(contrat.adhesionId, calcul)
    premier ??= calcul
  }
  return calculs
}

function voirContrat(ouvert: ContratOuvert, code: CodeBesoin, calcul: Calcul | undefined): ContratBesoin {
  if (calcul === undefined) {
    return { ...voirDroits(ouvert), sansTableau: true, lignes: [], autres: [], equipements: [] }
  }
  const { personne, suivi, jour, article } = calcul
  const { formule } = calcul.ouvert
  const garanties = listerGaranties(formule).filter(
    ({ ligne, garantie }) => besoinDeLigne(ligne) === code && garantie.type !== 'sans-objet',
  )
  const siennes = new Set<string>(garanties.map(({ ligne }) => ligne))
  const annees = ageAu(personne.dateNaissance, jour)
  const vus = exemples
    .filter((exemple) => concerne(exemple, annees))
    .map((exemple) => calculer(calcul, exemple, code))
    .filter((vu) => vu !== null)
  const compteurs = voirCompteurs(suivi, article)
  return {
    ...voirDroits(ouvert),
    sansTableau: false,
    lignes: garanties.map(({ ligne, garantie, rangee }) => ({
      ligne,
      titre: nomsDeLigne[ligne],
      dit: direGarantie(garantie, formule.table.totalAvecAmo),
      conditions: garantie.type === 'non-garanti' ? [] : direConditions(rangee.conditions, rangee.pieces),
      compteurs: compteurs.filter((compteur) => compteur.ligne === ligne),
      exemples: vus.filter((vu) => vu.ligne === ligne),
    })),
    // A contract that adds to another has nothing to say of what it does not pay.
    autres: vus.filter(({ ligne }) => !siennes.has(ligne) && calcul.premier === null),
    equipements: compteurs.filter((compteur) => compteur.ligne === null && compteur.besoin === code),
  }
}

export function voirBesoins(
  lues: GarantiesLues,
  demande: string | null,
  jour: DateCivile,
  article: Lecteur['article'],
): BesoinsView {
  const { personne, personnes } = lues
  const code = demande !== null && estBesoin(demande) ? demande : null
  const ouverts = contratsOuverts(personne, jour)
  const calculs = preparer(lues, jour, article)
  const [reserve = null] = voirReserves([personne], jour, article)
  return {
    nom: appeler(personne, personnes),
    choix: choisirPersonne(personnes, personne.id, (id) => vers(id, code)),
    besoins: CODES_BESOIN.filter((b) => ouverts.some((ouvert) => connait(ouvert, b))).map((b) => ({
      code: b,
      href: vers(personne.id, b),
      titre: besoins[b].titre,
      contient: besoins[b].contient,
      courant: b === code,
    })),
    besoin:
      code === null
        ? null
        : {
            titre: besoins[code].titre,
            contrats: (reserve === null ? ouverts : []).map((ouvert) =>
              voirContrat(ouvert, code, calculs.get(ouvert.contrat.adhesionId)),
            ),
          },
    contrats: ouverts.map(voirDroits),
    reserve,
    sansDroits: ouverts.length === 0 ? sansDroits(personne, jour) : null,
    tableau: `${ADRESSE}/tableau?personne=${personne.id}`,
  }
}

/** A need of which the table has a line, guaranteed or not. */
const connait = ({ formule }: ContratOuvert, code: CodeBesoin): boolean =>
  formule !== null && [...formule.rangees.keys()].some((ligne) => besoinDeLigne(ligne) === code)
