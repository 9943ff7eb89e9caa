import {
  A_REGLER,
  type ChangementsSeizeAns,
  changementsSeizeAns,
  direPreuve,
  type EtatCouverture,
  listePieces,
  mesChangementsSeizeAns,
  PREUVE_PERIMEE,
  phraseAPreciser,
  phraseCouverture,
  questionCouverture,
  SILENCE,
} from '@/lib/lexique/beneficiaires'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { libelleLien } from '@/lib/lexique/papiers'
import { annoncerSeizeAns } from '@/lib/rules/ayant-droit/annoncer-seize-ans'
import { emanciperMineur } from '@/lib/rules/ayant-droit/emanciper-mineur'
import { prolongerEnfant } from '@/lib/rules/ayant-droit/prolonger-enfant'
import {
  type DecisionAyantDroit,
  type FaitsAyantDroit,
  reconnaitreAyantDroit,
} from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import { preuveVautEncore, suivrePreuve } from '@/lib/rules/ayant-droit/suivre-preuve'
import {
  ageAu,
  ajouterJours,
  type DateCivile,
  estDateCivile,
  laPlusProche,
} from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { reglementDe } from '../cotisation/view'
import { type EtapeView, etape, type Lecteur } from '../remboursement/view'
import type { ContratLu, PersonneLue } from './data'

/** From what the base keeps to who is covered until when, and why. Pure. */
export interface PreuveVue {
  readonly titre: string
  readonly phrase: string
  readonly pieces: readonly string[]
  /** Nothing was sent yet: the way to send it. */
  readonly envoyer: boolean
  readonly etapes: readonly EtapeView[]
}

export interface SeizeAnsVue {
  readonly titre: string
  readonly changements: readonly string[]
  readonly rappel: string | null
  readonly etapes: readonly EtapeView[]
  /** For the person themselves, where direct payment exists: what they answered. */
  readonly paiementDirect: { readonly refuse: boolean; readonly phrase: string } | null
}

export interface PersonneVue {
  readonly id: string
  readonly personneId: string
  readonly nom: string
  readonly lien: string
  readonly ne: string
  readonly couverture: string
  /** The end that was recorded, not the one of a rule: nothing below explains it. */
  readonly finInscrite: boolean
  /** The reader's demande that decided this end. */
  readonly decidee: string | null
  /** What is missing to decide, or does not agree; null: nothing to settle. */
  readonly alerte: string | null
  readonly question: string
  readonly etapes: readonly EtapeView[]
  readonly preuve: PreuveVue | null
  readonly seizeAns: SeizeAnsVue | null
}

export interface BeneficiairesVue {
  readonly id: string
  readonly numeroAdherent: string
  readonly presents: readonly PersonneVue[]
  readonly anciens: readonly PersonneVue[]
}

interface Contexte extends Pick<Lecteur, 'article'> {
  readonly jour: DateCivile
  /** Who reads: said « vous ». */
  readonly personneId: string
}

/** Months before a birthday when one begins to speak of it. */
export const MOIS_ANNONCE = 2

export function voirBeneficiaires(contrats: readonly ContratLu[], c: Contexte): BeneficiairesVue[] {
  return contrats.map((contrat) => {
    const vues = contrat.personnes.map((p) => ({
      passe: estPasse(p, contrat, c.jour),
      vue: voirPersonne(p, contrat, c),
    }))
    return {
      id: contrat.id,
      numeroAdherent: contrat.numeroAdherent,
      presents: vues.filter((v) => !v.passe).map((v) => v.vue),
      anciens: vues.filter((v) => v.passe).map((v) => v.vue),
    }
  })
}

const auPlusTot = (a: DateCivile | null, b: DateCivile | null): DateCivile | null =>
  a === null ? b : b === null ? a : laPlusProche(a, b)

const finConnue = (p: PersonneLue, contrat: ContratLu): DateCivile | null => auPlusTot(p.au, contrat.au)

/** Of the end that comes first. */
const demandeDeFin = (p: PersonneLue, contrat: ContratLu): string | null => {
  const fin = finConnue(p, contrat)
  const sienne = p.au === fin ? p.demandeDeFin : null
  return sienne ?? (contrat.au === fin ? contrat.demandeDeFin : null)
}

const estPasse = (p: PersonneLue, contrat: ContratLu, jour: DateCivile): boolean => {
  const fin = finConnue(p, contrat)
  return fin !== null && fin < jour
}

function voirPersonne(p: PersonneLue, contrat: ContratLu, c: Contexte): PersonneVue {
  const reglement = reglementDe(contrat.reglement)
  const fin = finConnue(p, contrat)
  const passe = estPasse(p, contrat, c.jour)
  const qualite =
    p.lien === 'MEMBRE_PARTICIPANT'
      ? null
      : juger(reglement, p, passe && fin !== null ? ajouterJours(fin, 1) : c.jour)
  const ageLimite = qualite?.jusquAu ?? null
  const parAge = !passe && ageLimite !== null && (fin === null || ageLimite < fin)
  const etat: EtatCouverture = passe ? 'TERMINE' : p.du > c.jour ? 'A_VENIR' : 'COUVERT'
  return {
    id: p.id,
    personneId: p.personneId,
    nom: `${p.prenom} ${p.nom}`,
    lien: p.personneId === c.personneId ? 'vous' : libelleLien(p.lien),
    ne: estDateCivile(p.dateNaissance) ? `Naissance : ${formatDateEnLettres(p.dateNaissance)}` : '',
    couverture: phraseCouverture({
      etat,
      du: p.du,
      au: parAge ? ageLimite : fin,
      origine: parAge ? 'AGE' : fin === null ? 'AUCUNE' : 'CONTRAT',
    }),
    alerte: passe ? null : (qualite?.alerte ?? null),
    finInscrite: !passe && !parAge && fin !== null,
    decidee: parAge ? null : demandeDeFin(p, contrat),
    question: questionCouverture(etat, parAge ? 'AGE' : fin === null ? 'AUCUNE' : 'CONTRAT'),
    // Somebody who left while still an ayant droit left because it was asked: the rule has nothing to explain.
    etapes: passe && qualite?.refusee !== true ? [] : (qualite?.motifs ?? []).map((m) => etape(m, c)),
    preuve: passe ? null : voirPreuve(reglement, p, c),
    seizeAns: passe ? null : voirSeizeAns(reglement, p, c),
  }
}

/** Children still covered who are of an age, or in a situation, that is proved. */
export const enfantsAProuver = (
  contrats: readonly ContratLu[],
  jour: DateCivile,
): { readonly id: string; readonly nom: string }[] =>
  contrats.flatMap((contrat) =>
    contrat.personnes
      .filter((p) => p.lien === 'ENFANT' && !estPasse(p, contrat, jour))
      .filter(
        (p) =>
          p.situation !== null ||
          (estDateCivile(p.dateNaissance) && ageAu(p.dateNaissance, jour) >= MAJORITE - 1),
      )
      .map(({ personneId, prenom, nom }) => ({ id: personneId, nom: `${prenom} ${nom}` })),
  )

interface Qualite {
  readonly jusquAu: DateCivile | null
  readonly motifs: readonly Motif[]
  readonly alerte: string | null
  readonly refusee: boolean
}

/** The person in the eyes of the règlement on a day; what it cannot decide becomes a sentence. */
function juger(reglement: Reglement, p: PersonneLue, jour: DateCivile): Qualite {
  const rien = { jusquAu: null, motifs: [], refusee: false }
  if (!estDateCivile(p.dateNaissance)) return { ...rien, alerte: phraseAPreciser('dateNaissance') }
  const faits = faitsDe(p, p.dateNaissance, jour)
  if (faits === null) return { ...rien, alerte: null }
  try {
    return lireDecision(reconnaitreAyantDroit(reglement, faits), prolongation(reglement, faits))
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return {
      ...rien,
      alerte: erreur.code === 'FAIT_INVALIDE' ? phraseAPreciser(erreur.chemin ?? '') : SILENCE,
    }
  }
}

function faitsDe(p: PersonneLue, dateNaissance: DateCivile, jour: DateCivile): FaitsAyantDroit | null {
  if (p.lien === 'MEMBRE_PARTICIPANT') return null
  const s = p.situation
  const recue = s?.justificatifRecuLe ?? null
  return {
    lien: p.lien,
    date: jour,
    dateNaissance,
    situation: s?.situation ?? null,
    // A spouse is taken to have proved the link on entering; a child proves a situation year after year.
    justificatif: p.lien === 'ENFANT' ? preuveVautEncore(recue, jour) : null,
    handicapReconnuLe: s?.handicapReconnuLe ?? null,
    celibataire: s?.celibataire ?? null,
    rattacheFiscalement: s?.rattacheFiscalement ?? null,
  }
}

/** How far a child could stay: said beside the first limit, which is not the last. */
function prolongation(reglement: Reglement, faits: FaitsAyantDroit): readonly Motif[] {
  if (faits.lien !== 'ENFANT' || faits.dateNaissance === null) return []
  const suite = prolongerEnfant(reglement, { dateNaissance: faits.dateNaissance, date: faits.date })
  return suite === null ? [] : [suite.motif]
}

function lireDecision(decision: DecisionAyantDroit, suite: readonly Motif[]): Qualite {
  switch (decision.verdict) {
    case 'ACCORDEE':
      return {
        jusquAu: decision.valeur.jusquAu,
        motifs:
          decision.motifs[0].code === 'ENFANT_SOUS_LA_LIMITE_D_AGE'
            ? [...decision.motifs, ...suite]
            : decision.motifs,
        alerte: null,
        refusee: false,
      }
    case 'INCOMPLETE':
      return { jusquAu: null, motifs: decision.motifs, alerte: PREUVE_PERIMEE, refusee: false }
    case 'REFUSEE':
      return { jusquAu: null, motifs: decision.motifs, alerte: A_REGLER, refusee: true }
  }
}

function voirPreuve(reglement: Reglement, p: PersonneLue, c: Contexte): PreuveVue | null {
  if (p.lien !== 'ENFANT' || p.situation === null || !estDateCivile(p.dateNaissance)) return null
  if (reglement.ayantDroit === null) return null
  const decision = suivrePreuve(reglement, {
    date: c.jour,
    dateNaissance: p.dateNaissance,
    situation: p.situation.situation,
    handicapReconnuLe: p.situation.handicapReconnuLe,
    recueLe: p.situation.justificatifRecuLe,
  })
  if (decision?.verdict !== 'ACCORDEE') return null
  const { etat, annee, avant, pieces } = decision.valeur
  const envoyeeLe = dansLAnnee(p.justificatifEnvoyeLe, c.jour)
  return {
    ...direPreuve({ etat, annee, avant, recueLe: p.situation.justificatifRecuLe, envoyeeLe }),
    pieces: etat === 'RECUE' ? [] : listePieces(pieces),
    envoyer: etat !== 'RECUE' && envoyeeLe === null,
    etapes: decision.motifs.map((m) => etape(m, c)),
  }
}

const dansLAnnee = (envoi: DateCivile | null, jour: DateCivile): DateCivile | null =>
  envoi !== null && envoi.slice(0, 4) === jour.slice(0, 4) ? envoi : null

/** From the year before to the majority for the family; as long as they are covered for the person. */
function voirSeizeAns(reglement: Reglement, p: PersonneLue, c: Contexte): SeizeAnsVue | null {
  if (p.lien !== 'ENFANT' || reglement.seizeAns === null || !estDateCivile(p.dateNaissance)) return null
  const moi = p.personneId === c.personneId
  const faits = { dateNaissance: p.dateNaissance, date: c.jour }
  const decision = emanciperMineur(reglement, { ...faits, refusExpres: p.refusDepuis !== null })
  const etapes = decision.motifs.map((m) => etape(m, c))
  const rappel =
    p.rappelLe === null || moi
      ? null
      : `Nous vous l’avons rappelé par courriel le ${formatDateEnLettres(p.rappelLe)}.`
  if (decision.verdict !== 'ACCORDEE') {
    const annonce = annoncerSeizeAns(reglement, { ...faits, moisAvant: 12 })
    if (annonce === null) return null
    const { anniversaire, change } = annonce
    const titre = `Aura ${change.age} ans le ${formatDateEnLettres(anniversaire)} : ce qui changera`
    return { titre, changements: changementsSeizeAns(ouverts(change)), rappel, etapes, paiementDirect: null }
  }
  if (!moi && ageAu(p.dateNaissance, c.jour) >= MAJORITE) return null
  const sansRefus = emanciperMineur(reglement, { ...faits, refusExpres: false })
  if (sansRefus.verdict !== 'ACCORDEE') return null
  return {
    titre: moi ? 'Vos droits depuis vos 16 ans' : 'Depuis ses 16 ans : ce qui a changé',
    changements: moi ? mesChangementsSeizeAns(sansRefus.valeur) : changementsSeizeAns(sansRefus.valeur),
    rappel,
    etapes,
    paiementDirect: moi && sansRefus.valeur.paiementDirect ? direPaiement(p.refusDepuis) : null,
  }
}

const MAJORITE = 18

const ouverts = (
  change: {
    readonly [D in keyof ChangementsSeizeAns]: unknown
  },
): ChangementsSeizeAns => ({
  paiementDirect: change.paiementDirect !== null,
  attestationPropre: change.attestationPropre !== null,
  adhesionPropre: change.adhesionPropre !== null,
})

const direPaiement = (refusDepuis: DateCivile | null) => ({
  refuse: refusDepuis !== null,
  phrase:
    refusDepuis === null
      ? 'Vous n’avez pas refusé ce versement direct.'
      : `Depuis le ${formatDateEnLettres(refusDepuis)}, à votre demande, vos remboursements vont sur le compte du contrat.`,
})
