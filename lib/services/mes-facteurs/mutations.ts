import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { compterEssai, FREIN_FACTEUR, oublierEssais } from '@/lib/server/frein'
import { SYSTEME } from '@/lib/server/portee'
import {
  marquerReconfirmee,
  renouvelerSession,
  revoquerSessions,
  type SessionCourante,
} from '@/lib/server/sessions'
import { enregistrerCle, preparerCle } from '../cle-acces/mutations'
import { estFraiche } from '../facteur/access'
import { loadNatures } from '../facteur/data'
import {
  commencerTotp,
  confirmerListe,
  confirmerTotp,
  creerListe,
  retirerFacteur,
} from '../facteur/mutations'

/** Whoever changes their factors has just proven who they are, in this session. @throws {SaisieRefusee} */
async function exigerFraicheur(client: Ecriture, session: SessionCourante, instant: Date): Promise<void> {
  const natures = await loadNatures(client, session.acteur.compteId)
  if (!estFraiche(session.reconfirmation, natures.length > 0, instant))
    throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.A_RECONFIRMER })
}

/** Prepares something that changes no factor yet. */
function preparer<T>(
  session: SessionCourante,
  instant: Date,
  faire: (client: Ecriture, compteId: string) => Promise<T>,
): Promise<T> {
  return ecrire(SYSTEME, async (client) => {
    await exigerFraicheur(client, session, instant)
    return faire(client, session.acteur.compteId)
  })
}

/** A factor more or less: every other session ends, this one goes on under a new secret, which is returned. */
function changer(
  session: SessionCourante,
  instant: Date,
  faire: (client: Ecriture, compteId: string) => Promise<void>,
): Promise<string> {
  return preparer(session, instant, async (client, compteId) => {
    await faire(client, compteId)
    await revoquerSessions(client, compteId, instant, session.sessionId)
    // Adding a factor proves it: what was proven in this session goes on counting until its five minutes end.
    if (session.reconfirmation !== null)
      await marquerReconfirmee(client, session.sessionId, { le: session.reconfirmation.le, facteur: true })
    const secret = await renouvelerSession(client, session.sessionId)
    if (secret === null) throw new Error('session disparue')
    return secret
  })
}

/** @throws {SaisieRefusee} */
export const commencerApplication = (session: SessionCourante, instant: Date): Promise<string> =>
  preparer(session, instant, (client, compteId) => commencerTotp(client, compteId, instant))

/** @throws {SaisieRefusee} @throws {TropDEssais} */
export async function ajouterApplication(
  session: SessionCourante,
  code: string,
  instant: Date,
): Promise<string> {
  const cle = `facteur:essai:${session.acteur.compteId}`
  await compterEssai(cle, FREIN_FACTEUR, instant)
  return changer(session, instant, async (client, compteId) => {
    await confirmerTotp(client, compteId, code, { instant, champ: 'codeApplication' })
    await oublierEssais(client, cle)
  })
}

/** The ten codes, told once. @throws {SaisieRefusee} */
export const creerMaListe = (session: SessionCourante, instant: Date): Promise<readonly string[]> =>
  preparer(session, instant, (client, compteId) => creerListe(client, compteId, instant))

/** @throws {SaisieRefusee} */
export const ajouterListe = (session: SessionCourante, code: string, instant: Date): Promise<string> =>
  changer(session, instant, (client, compteId) => confirmerListe(client, compteId, code, instant))

/** Options for the device that makes the key, as JSON. @throws {SaisieRefusee} */
export const preparerMaCle = (session: SessionCourante, instant: Date): Promise<string> =>
  preparer(session, instant, async (client, compteId) =>
    JSON.stringify(
      await preparerCle(client, compteId, { porteur: session.sessionId, usage: 'ENREGISTREMENT', instant }),
    ),
  )

/** @throws {SaisieRefusee} */
export const ajouterCle = (
  session: SessionCourante,
  cle: { readonly nom: string; readonly reponse: string },
  instant: Date,
): Promise<string> =>
  changer(session, instant, (client, compteId) =>
    enregistrerCle(client, compteId, cle, { porteur: session.sessionId, usage: 'ENREGISTREMENT', instant }),
  )

/** @throws {SaisieRefusee} */
export const retirerMonFacteur = (
  session: SessionCourante,
  facteurId: string,
  instant: Date,
): Promise<string> =>
  changer(session, instant, (client, compteId) => retirerFacteur(client, compteId, facteurId, instant))
