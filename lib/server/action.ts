import { randomBytes } from 'node:crypto'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { EtendueDelegation } from '@/generated/prisma/enums'
import { enRecord, erreursDe, lireChamps, valeursAResservir } from '@/lib/formulaire/champs'
import { CHAMP_ESPACE } from '@/lib/formulaire/espace'
import type { ActionFormulaire, ErreurChamp, EtatFormulaire } from '@/lib/formulaire/etat'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { phraseAttente } from '@/lib/lexique/attente'
import { PHRASE_AUTRE_ESPACE, PHRASES_POUR_AUTRUI } from '@/lib/lexique/delegations'
import { ENTETE_REQUETE } from './entetes'
import { compterEssai, type RegleFrein, TropDEssais } from './frein'
import { log } from './log'
import {
  type Acteur,
  mainsPermettent,
  type PorteeAdherent,
  type PorteeGestion,
  type RoleGestion,
} from './portee'
import { pourAutrui } from './pour-autrui'
import { dansRequete } from './requete'
import { acteurCourant, exigerAdherent, exigerGestion, exigerSoi, visiteCourante } from './session'
import { noterRefusAction } from './traces'
import type { Visite } from './visite'

/** Who may. `CONNECTE` = anyone logged in, member or staff; `SOI` = a member, for themselves even while they act for another. */
export type Politique =
  | 'PUBLIC'
  | 'CONNECTE'
  | 'ADHERENT'
  | 'SOI'
  | { readonly gestion: readonly [RoleGestion, ...RoleGestion[]] }

type ActeurDe<P extends Politique> = P extends 'PUBLIC'
  ? Acteur | null
  : P extends 'CONNECTE'
    ? Acteur
    : P extends 'ADHERENT' | 'SOI'
      ? PorteeAdherent
      : PorteeGestion

interface Contexte<P extends Politique> {
  readonly acteur: ActeurDe<P>
  readonly visite: Visite
}

interface Definition<P extends Politique, S extends z.ZodType, R> {
  /** For the log and the throttle: « connexion.seConnecter ». */
  readonly nom: string
  readonly politique: P
  readonly schema: S
  /** What a delegation must allow for somebody else to do it; absent: nobody does it for another. */
  readonly delegable?: Delegable
  /** Counts every well-formed submission, by account or by address. */
  readonly limite?: RegleFrein
  readonly run: (saisie: z.output<S>, contexte: Contexte<P>) => Promise<EtatFormulaire<R>>
}

/** VOIR: it writes nothing. */
export type Delegable = EtendueDelegation

/** A server action with its policy beside it; tests/actions reads the policy of every exported action and refuses one without. */
export interface ActionDeclaree<R = never> extends ActionFormulaire<R> {
  readonly politique: Politique
  readonly nom: string
  readonly delegable: Delegable | null
}

/** The one way to make a server action: identify → parse → limit → act → translate the error. */
export function creerAction<const P extends Politique, S extends z.ZodType, R = never>(
  definition: Definition<P, S, R>,
): ActionDeclaree<R> {
  const { politique, nom, delegable = null } = definition
  const faire = async (donnees: FormData): Promise<EtatFormulaire<R>> => {
    const champs = lireChamps(donnees)
    const espace = prendreEspace(champs)
    const valeurs = champs === null ? {} : valeursAResservir(champs)
    try {
      const acteur = refuserAutrui(await identifier(definition.politique), delegable)
      if (champs === null) return enErreur([{ champ: '', message: FORMULAIRE_ILLISIBLE }], {})
      if (politique !== 'PUBLIC' && politique !== 'SOI') refuserAutreEspace(acteur, espace)
      const lu = definition.schema.safeParse(enRecord(champs))
      if (!lu.success) return enErreur(erreursDe(lu.error), valeurs)
      const visite = await visiteCourante()
      if (definition.limite !== undefined)
        await compterEssai(
          `action:${definition.nom}:${acteur?.compteId ?? visite.adresse}`,
          definition.limite,
          visite.instant,
        )
      const contexte = { acteur: acteur as ActeurDe<P>, visite }
      return await pourAutrui(acteur, () => definition.run(lu.data, contexte))
    } catch (erreur) {
      unstable_rethrow(erreur)
      if (erreur instanceof SaisieRefusee) await noterRefus(definition.nom)
      return enErreur([traduire(definition.nom, erreur)].flat(), valeurs)
    }
  }
  const action = async (_precedent: EtatFormulaire<R>, donnees: FormData): Promise<EtatFormulaire<R>> =>
    dansRequete((await headers()).get(ENTETE_REQUETE), () => faire(donnees))
  return Object.assign(action, { politique, nom, delegable })
}

/** Of a stranger, the command says what it refused (lib/services/connexion, compte). */
async function noterRefus(nom: string): Promise<void> {
  const acteur = await acteurCourant()
  if (acteur !== null) await noterRefusAction(acteur, nom)
}

const FORMULAIRE_ILLISIBLE =
  "Le formulaire reçu n'est pas lisible : rien n'a été enregistré. Rechargez la page et recommencez."

const enErreur = (
  erreurs: readonly ErreurChamp[],
  valeurs: Readonly<Record<string, string>>,
): EtatFormulaire => ({ statut: 'ERREUR', erreurs, valeurs })

async function identifier(politique: Politique): Promise<Acteur | null> {
  if (politique === 'PUBLIC') return acteurCourant()
  if (politique === 'ADHERENT') return refuserRegard(await exigerAdherent())
  if (politique === 'SOI') return exigerSoi()
  if (politique === 'CONNECTE')
    return (await acteurCourant())?.type === 'GESTION' ? exigerGestion() : exigerAdherent()
  return exigerGestion(...politique.gestion)
}

/** Whoever looks at somebody's space does nothing in their name. */
function refuserRegard(portee: PorteeAdherent): PorteeAdherent {
  if (portee.lectureSeule !== true || portee.delegation !== undefined) return portee
  throw new SaisieRefusee({ champ: '', message: LECTURE_SEULE })
}

const LECTURE_SEULE =
  'Vous regardez cet espace sans pouvoir rien y faire : rien n’a été enregistré. La personne le fait elle-même, ou vous le faites depuis votre propre espace.'

/** For another, only what is delegable, and was delegated. */
function refuserAutrui(acteur: Acteur | null, delegable: Delegable | null): Acteur | null {
  if (acteur === null || mainsPermettent(acteur, delegable)) return acteur
  throw new SaisieRefusee({ champ: '', message: PHRASES_POUR_AUTRUI[delegable ?? 'JAMAIS'] })
}

/** For whose space the form was made, taken out of what was typed. */
function prendreEspace(champs: Map<string, unknown> | null): unknown {
  const espace = champs?.get(CHAMP_ESPACE)
  champs?.delete(CHAMP_ESPACE)
  return espace
}

/** A form made for one space is not sent for another, entered since in another tab. Without the field, it was made for oneself. */
function refuserAutreEspace(acteur: Acteur | null, espace: unknown): void {
  if (acteur === null || espace === acteur.compteId) return
  if (espace === undefined && (acteur.type === 'GESTION' || acteur.delegation === undefined)) return
  throw new SaisieRefusee({ champ: '', message: PHRASE_AUTRE_ESPACE })
}

function traduire(nom: string, erreur: unknown): ErreurChamp | readonly ErreurChamp[] {
  if (erreur instanceof SaisieRefusee) return erreur.erreurs
  if (erreur instanceof TropDEssais) return { champ: '', message: phraseAttente(erreur.jusqu) }
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.error({ evenement: 'action-echouee', action: nom, reference, ...depouiller(erreur) })
  return {
    champ: '',
    message: `Votre demande n'a pas pu aboutir et rien n'a été enregistré. Réessayez dans quelques minutes ; si cela recommence, appelez-nous en citant la référence ${reference}.`,
  }
}

/** Not the error whole: Postgres puts the row's values in `detail`. */
const depouiller = (erreur: unknown) =>
  erreur instanceof Error
    ? { erreur: erreur.name, message: erreur.message, pile: erreur.stack }
    : { erreur: typeof erreur }
