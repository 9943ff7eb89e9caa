import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_RECONFIRMATION } from '@/lib/lexique/acces'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { compterEssai, FREIN_COMPTE, FREIN_FACTEUR, oublierEssais } from '@/lib/server/frein'
import { journaliser } from '@/lib/server/journal'
import { verifierMotDePasse } from '@/lib/server/mot-de-passe'
import { type Acteur, compteAuClavier, SYSTEME } from '@/lib/server/portee'
import { pourSoi } from '@/lib/server/pour-autrui'
import { retenirSession, sessionCourante } from '@/lib/server/session'
import { marquerReconfirmee, renouvelerSession, type SessionCourante } from '@/lib/server/sessions'
import type { Visite } from '@/lib/server/visite'
import { estFraiche, type Niveau } from '../facteur/access'
import { loadNatures } from '../facteur/data'
import { cleDesEssais, prouverFacteur, refusDePreuve } from '../preuve-facteur/mutations'
import type { PreuveSaisie } from './schema'

/**
 * The person at the keyboard is still the one who logged in: proven less than five minutes ago in this session, or with the act. A proof
 * gives the session another secret, in the cookie of this answer. A wrong proof is refused even when none was needed.
 * @throws {SaisieRefusee} @throws {TropDEssais}
 */
export async function confirmerIdentite(
  acteur: Acteur,
  preuve: PreuveSaisie,
  niveau: Niveau,
  visite: Visite,
): Promise<void> {
  await pourSoi(async () => {
    const session = await sessionCourante()
    if (session === null || session.acteur.compteId !== compteAuClavier(acteur))
      throw new Error('session disparue')
    const secret = await prouverIdentite(session, preuve, niveau, visite)
    if (secret !== null) await retenirSession(secret, session.acteur.compteId)
  })
}

interface Voulu {
  readonly session: SessionCourante
  readonly preuve: PreuveSaisie
  readonly avecFacteur: boolean
  readonly visite: Visite
}

/** The session's new secret, or null when nothing had to be proven. @throws {SaisieRefusee} @throws {TropDEssais} */
export async function prouverIdentite(
  session: SessionCourante,
  preuve: PreuveSaisie,
  niveau: Niveau,
  visite: Visite,
): Promise<string | null> {
  const { compteId } = session.acteur
  const natures = await ecrire(SYSTEME, (client) => loadNatures(client, compteId))
  if (niveau === 'FACTEUR' && natures.length === 0)
    throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.A_INSTALLER })
  const avecFacteur = natures.length > 0
  const rien =
    preuve.motDePasse === undefined && preuve.codeUnique === undefined && preuve.cleAcces === undefined
  if (rien && estFraiche(session.reconfirmation, avecFacteur, visite.instant)) return null
  exigerPreuve(preuve, avecFacteur)
  const voulu = { session, preuve, avecFacteur, visite }
  if (preuve.cleAcces === undefined) await exigerMotDePasse(voulu)
  return exigerFacteur(voulu)
}

/** Everything that is missing is said at once. A passkey checks its owner: it answers for both. */
function exigerPreuve({ motDePasse, codeUnique, cleAcces }: PreuveSaisie, avecFacteur: boolean): void {
  if (cleAcces !== undefined && avecFacteur) return
  const erreurs = [
    ...(motDePasse === undefined ? [{ champ: 'motDePasse', message: PHRASES_RECONFIRMATION.ABSENT }] : []),
    ...(avecFacteur && codeUnique === undefined
      ? [{ champ: 'codeUnique', message: PHRASES_FACTEUR.CODE_ABSENT }]
      : []),
  ]
  if (erreurs.length > 0) throw new SaisieRefusee(...erreurs)
}

/** The wrong password uses no code. */
async function exigerMotDePasse({ session, preuve, visite }: Voulu): Promise<void> {
  const { compteId } = session.acteur
  const cle = `reconfirmation:${compteId}`
  await compterEssai(cle, FREIN_COMPTE, visite.instant)
  const hache = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ hache: string | null }>(
      'SELECT mot_de_passe AS hache FROM comptes WHERE id = $1',
      [compteId],
    )
    return rows[0]?.hache ?? null
  })
  if (await verifierMotDePasse(hache, preuve.motDePasse ?? ''))
    return ecrire(SYSTEME, (client) => oublierEssais(client, cle))
  await ecrire(SYSTEME, (client) => consigner(client, session.acteur, 'REFUSE'))
  throw new SaisieRefusee({ champ: 'motDePasse', message: PHRASES_RECONFIRMATION.FAUX })
}

async function exigerFacteur({ session, preuve, avecFacteur, visite }: Voulu): Promise<string | null> {
  const { acteur, sessionId } = session
  const donnee = { code: preuve.codeUnique ?? null, cle: preuve.cleAcces ?? null }
  const cle = cleDesEssais(acteur.compteId, visite)
  if (avecFacteur) await compterEssai(cle, FREIN_FACTEUR, visite.instant)
  const secret = await ecrire(SYSTEME, async (client) => {
    const prouveur = { porteur: sessionId, visite }
    if (avecFacteur && (await prouverFacteur(client, acteur.compteId, donnee, prouveur)) === null) {
      await consigner(client, acteur, 'REFUSE')
      return undefined
    }
    if (avecFacteur) await oublierEssais(client, cle)
    await marquerReconfirmee(client, sessionId, { le: visite.instant, facteur: avecFacteur })
    const nouveau = await renouvelerSession(client, sessionId, visite.instant)
    await consigner(client, acteur, 'FAIT')
    return nouveau
  })
  if (secret === undefined) throw refusDePreuve(donnee)
  return secret
}

const consigner = (client: Ecriture, acteur: Acteur, resultat: 'FAIT' | 'REFUSE'): Promise<void> =>
  journaliser(client, {
    acte: 'IDENTITE_RECONFIRMEE',
    compteId: acteur.compteId,
    role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
    objetType: 'compte',
    objetId: acteur.compteId,
    resultat,
  })
