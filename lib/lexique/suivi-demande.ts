import type { EquipeGestion, EtatDemande, PassageDemande } from '@/generated/prisma/enums'
import { EQUIPES, PASSAGES } from './demandes'
import { formatDateEnLettres } from './formats'

/** A demande as its author follows it. */

/** « du service des contrats », « au service des contrats ». */
const duService = (equipe: EquipeGestion): string => EQUIPES[equipe].replace(/^le /, 'du ')
const auService = (equipe: EquipeGestion): string => EQUIPES[equipe].replace(/^le /, 'au ')

/** Who has it. Null: nobody any more. */
export function phraseQui(etat: EtatDemande, equipe: EquipeGestion): string | null {
  switch (etat) {
    case 'ENVOYEE':
      return `Elle attend son tour ${auService(equipe)}`
    case 'PRISE':
      return equipe === 'MEDICAL'
        ? 'Le médecin-conseil s’en occupe'
        : `Un conseiller ${duService(equipe)} s’en occupe`
    case 'PIECE_DEMANDEE':
      return 'C’est à vous : nous attendons une pièce pour continuer'
    default:
      return null
  }
}

const estEquipe = (texte: unknown): texte is EquipeGestion => typeof texte === 'string' && texte in EQUIPES

interface Pas {
  readonly passage: PassageDemande
  readonly donnees: Readonly<Record<string, string | number | boolean | null>>
}

/** A step, with where it went or what is awaited. */
export function phrasePassage({ passage, donnees }: Pas): string {
  if (passage === 'TRANSFERER' && estEquipe(donnees.equipe)) return `Transmise ${auService(donnees.equipe)}`
  if (passage === 'DEMANDER_PIECE' && typeof donnees.avant === 'string')
    return donnees.encore === true
      ? `La pièce n’est pas encore là, ou n’est pas celle qu’il faut : elle est attendue avant le ${formatDateEnLettres(donnees.avant)}`
      : `Pièce demandée, avant le ${formatDateEnLettres(donnees.avant)}`
  if (passage === 'COMPLETER' && donnees.venue === false)
    return 'La pièce n’est pas venue avant la date prévue : le traitement reprend'
  if (donnees.dispense === true)
    return passage === 'COMPLETER'
      ? 'Nous n’avons plus besoin de la pièce demandée : le traitement reprend'
      : 'Nous n’avons plus besoin de la pièce demandée'
  return PASSAGES[passage]
}

const UNITES = {
  HEURES_OUVREES: 'heures, qui ne courent que les jours ouvrés',
  JOURS_OUVRES: 'jours ouvrés',
} as const

/** Why a clock is stopped: a promise, or a text that counts from the complete file. */
export const phraseArretee = (
  limite: { readonly type: 'REGLE' } | (Promesse & { readonly type: 'PROMESSE' }),
) =>
  limite.type === 'REGLE'
    ? 'Ce délai compte à partir du jour où votre dossier est complet.'
    : `Nous promettons une réponse en ${limite.nombre} ${UNITES[limite.unite]}. Le temps où nous attendons de vous une pièce indispensable ne compte pas.`

interface Promesse {
  readonly nombre: number
  readonly unite: keyof typeof UNITES
  /** Minutes or days, by its unit. */
  readonly arret?: number | undefined
}

/** How long a promise was stopped, with a space before; nothing when it was not. */
export function phraseArret({ unite, arret }: Promesse): string {
  if (arret === undefined) return ''
  const jours = unite === 'JOURS_OUVRES'
  const nombre = jours ? arret : Math.max(1, Math.round(arret / 60))
  const duree = jours
    ? `${nombre} jour${nombre < 2 ? ' ouvré' : 's ouvrés'}`
    : `${nombre} heure${nombre < 2 ? ' ouvrée' : 's ouvrées'}`
  return ` Le délai s’est arrêté ${duree}, en attendant une pièce : la date est repoussée d’autant.`
}

export const etapePromesse = (p: Promesse) => ({
  phrase: `Nous promettons une réponse en ${p.nombre} ${UNITES[p.unite]}.${phraseArret(p)}`,
  article: 'Promesse de votre mutuelle, là où les textes ne fixent pas de délai.',
})

export const PHRASES_SUIVI = {
  RETARD:
    'Nous devions répondre avant cette date : nous sommes en retard, et nous vous prions de nous en excuser.',
  ARRETEE:
    'Le délai de notre réponse est arrêté : il reprend quand nous recevons la pièce. Il est arrêté depuis le',
  RESPONSABLE: 'Le responsable de l’équipe en est prévenu depuis le',
  ANNULEE: 'La demande est annulée : nous ne ferons rien de plus.',
  MESSAGE_PARTI: 'C’est envoyé. Votre message est ci-dessous, dans les échanges.',
} as const

export function phraseNonLus(nombre: number): string {
  if (nombre === 0) return 'Vous avez tout lu.'
  return nombre === 1 ? 'Une réponse n’est pas lue.' : `${nombre} réponses ne sont pas lues.`
}
