import type { EquipeGestion, EtatDemande, NatureDemande } from '@/generated/prisma/enums'
import { socle } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ajouterJoursOuvres, compterJoursOuvres } from '@/lib/rules/date/jours-ouvrables'
import {
  ajouterJourneesOuvrees,
  ajouterMinutesOuvrees,
  jourDuMoment,
  type Moment,
  minutesOuvrees,
  moment,
} from '@/lib/rules/date/moment'
import type { Decision } from '@/lib/rules/decision/decision'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { compterDelai } from '@/lib/rules/delai/compter-delai'
import { compterDelaiAnnexe } from '@/lib/rules/delai/compter-delai-annexe'
import { compterReponseMessage } from '@/lib/rules/delai/compter-reponse-message'
import { courir } from '@/lib/rules/delai/courir-delai'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { estEnCours } from './etats'
import type { Limite } from './schema'

/** What this organisme promises where no text does (organisme.json). */
export interface Promesses {
  readonly messagerieHeures: number
  readonly demandeJoursOuvres: number
  readonly remboursementPapierJours: number
}

interface Regime {
  readonly equipe: EquipeGestion
  readonly limite: 'MESSAGE' | 'RECLAMATION' | 'DOSSIER' | 'DEMANDE' | 'RGPD' | 'HOPITAL'
}

/** Who has each nature, and the clock that runs. */
const REGIMES: Readonly<Record<NatureDemande, Regime>> = {
  MESSAGE: { equipe: 'ADHESIONS', limite: 'MESSAGE' },
  RECLAMATION: { equipe: 'RECLAMATIONS', limite: 'RECLAMATION' },
  DROITS_RGPD: { equipe: 'RECLAMATIONS', limite: 'RGPD' },
  AJOUT_BENEFICIAIRE: { equipe: 'ADHESIONS', limite: 'DEMANDE' },
  RETRAIT_BENEFICIAIRE: { equipe: 'ADHESIONS', limite: 'DEMANDE' },
  PREUVE_ANNUELLE: { equipe: 'ADHESIONS', limite: 'DEMANDE' },
  CHANGEMENT_FORMULE: { equipe: 'ADHESIONS', limite: 'DEMANDE' },
  RESILIATION: { equipe: 'ADHESIONS', limite: 'DEMANDE' },
  REMBOURSEMENT: { equipe: 'PRESTATIONS', limite: 'DOSSIER' },
  COMPLEMENT: { equipe: 'PRESTATIONS', limite: 'DOSSIER' },
  PRISE_EN_CHARGE: { equipe: 'PRESTATIONS', limite: 'HOPITAL' },
  PORTABILITE: { equipe: 'ADHESIONS', limite: 'DEMANDE' },
  AIDE: { equipe: 'PRESTATIONS', limite: 'DEMANDE' },
  CONTESTATION_INDU: { equipe: 'COTISATIONS', limite: 'DEMANDE' },
}

export const equipeDe = (nature: NatureDemande): EquipeGestion => REGIMES[nature].equipe

export interface LimiteDatee {
  readonly avant: Moment
  readonly limite: Limite
}

/** A day is a limit until its last minute. */
const finDeJour = (jour: DateCivile): Moment => moment(`${jour}T23:59`)

/** Answers by when, and by which text or promise. `reglement`: null for whom no contract covers. */
export function limiteDe(
  nature: NatureDemande,
  recue: Moment,
  reglement: Reglement | null,
  promesses: Promesses,
): LimiteDatee {
  const jour = jourDuMoment(recue)
  const { limite } = REGIMES[nature]
  const parRegle = selonRegle(limite, recue, reglement)
  if (parRegle !== null) return parRegle
  switch (limite) {
    case 'MESSAGE':
    case 'HOPITAL':
      // No text gives a time to answer before a stay: the organisme promises what it promises for a message.
      return {
        avant: ajouterJourneesOuvrees(recue, Math.ceil(promesses.messagerieHeures / 24)),
        limite: { type: 'PROMESSE', nombre: promesses.messagerieHeures, unite: 'HEURES_OUVREES' },
      }
    case 'DOSSIER':
      return promise(jour, promesses.remboursementPapierJours)
    default:
      return promise(jour, promesses.demandeJoursOuvres)
  }
}

const promise = (jour: DateCivile, nombre: number): LimiteDatee => ({
  avant: finDeJour(ajouterJoursOuvres(jour, nombre)),
  limite: { type: 'PROMESSE', nombre, unite: 'JOURS_OUVRES' },
})

function selonRegle(
  limite: Regime['limite'],
  recue: Moment,
  reglement: Reglement | null,
): LimiteDatee | null {
  const jour = jourDuMoment(recue)
  if (limite === 'RGPD')
    return siPrevue(() => courir(socle.droitsPersonnes, 'DELAI_DROITS_RGPD', jour), finDeJour)
  if (reglement === null) return null
  switch (limite) {
    case 'MESSAGE':
      return siPrevue(
        () => compterReponseMessage(reglement, recue),
        (avant) => avant,
      )
    case 'RECLAMATION':
      return siPrevue(() => compterDelai(reglement, 'RECLAMATION_REPONSE', jour), finDeJour)
    case 'DOSSIER':
      return siPrevue(() => compterDelaiAnnexe(reglement, 'VERSEMENT_SUR_DOSSIER', jour), finDeJour)
    case 'DEMANDE':
    case 'HOPITAL':
      return null
  }
}

/**
 * Whether a clock stops while an indispensable piece is awaited from the person: a promise does, and so does a time that its text
 * counts from the complete file. Any other time of a text runs.
 */
export const sArrete = (nature: NatureDemande, limite: Limite): boolean =>
  limite.type === 'PROMESSE' || REGIMES[nature].limite === 'DOSSIER'

export interface HorlogeArretee extends LimiteDatee {
  readonly arreteeLe: Moment
  readonly repriseLe: Moment
}

/**
 * The limit once the clock runs again: that of a promise moves by the working time it was stopped, so that what was late stays as late;
 * a text that counts from the complete file counts from now.
 */
export function limiteApresArret(
  nature: NatureDemande,
  { avant, limite, arreteeLe, repriseLe }: HorlogeArretee,
  reglement: Reglement | null,
  promesses: Promesses,
): LimiteDatee {
  if (limite.type === 'REGLE') return limiteDe(nature, repriseLe, reglement, promesses)
  const enHeures = limite.unite === 'HEURES_OUVREES'
  const arret = enHeures
    ? minutesOuvrees(arreteeLe, repriseLe)
    : compterJoursOuvres(jourDuMoment(arreteeLe), jourDuMoment(repriseLe))
  if (arret === 0) return { avant, limite }
  return {
    avant: enHeures
      ? ajouterMinutesOuvrees(avant, arret)
      : finDeJour(ajouterJoursOuvres(jourDuMoment(avant), arret)),
    limite: { ...limite, arret: (limite.arret ?? 0) + arret },
  }
}

/** What lateness turns on. Instants or moments: both are compared alike. */
export interface AEcheance<T> {
  readonly etat: EtatDemande
  readonly repondreAvant: T | null
  /** The clock waits for a piece of the person's. */
  readonly arretee: boolean
}

/** The mutuelle has it, its clock runs, and its limit is past: the same for its author, for staff, and in SQL (EN_RETARD, corbeille/data). */
export const estEnRetard = <T extends Date | Moment>(d: AEcheance<T>, instant: T): boolean =>
  estEnCours(d.etat) && !d.arretee && d.repondreAvant !== null && d.repondreAvant < instant

/** The acknowledgement of a réclamation, where the règlement gives it a limit of its own. */
export const limiteAccuse = (recue: Moment, reglement: Reglement | null): LimiteDatee | null =>
  reglement === null
    ? null
    : siPrevue(() => compterDelai(reglement, 'RECLAMATION_ACCUSE', jourDuMoment(recue)), finDeJour)

/** A text that says nothing, or was not known that day, leaves the organisme's promise. */
function siPrevue<J>(
  compter: () => Decision<{ readonly limite: J }>,
  enMoment: (limite: J) => Moment,
): LimiteDatee | null {
  try {
    const decision = compter()
    if (decision.verdict !== 'ACCORDEE') return null
    return { avant: enMoment(decision.valeur.limite), limite: { type: 'REGLE', motif: decision.motifs[0] } }
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle && (erreur.code === 'NON_PREVU' || erreur.code === 'HORS_PERIODE'))
      return null
    throw erreur
  }
}
