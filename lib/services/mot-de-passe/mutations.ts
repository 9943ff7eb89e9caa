import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_MOT_DE_PASSE } from '@/lib/lexique/acces'
import { instantEnMots } from '@/lib/lexique/attente'
import { courrielMotDePasseChange } from '@/lib/lexique/courriels/acces'
import { ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { hacher } from '@/lib/server/mot-de-passe'
import { SYSTEME } from '@/lib/server/portee'
import { reprocheMotDePasse } from '@/lib/server/robustesse'
import { renouvelerSession, type SessionCourante } from '@/lib/server/sessions'
import type { Visite } from '@/lib/server/visite'
import { loadMotsPropres } from '../compte/data'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { fermerLesPortes } from '../portes/mutations'
import { prouverIdentite } from '../reauthentification/mutations'
import type { PreuveSaisie } from '../reauthentification/schema'

/**
 * Changed by its owner, who is logged in and proves to be there; the new one is as good as anywhere else. Every other session of the account
 * ends, and whatever the former password had begun; this one goes on under another secret, which is returned. @throws {SaisieRefusee} @throws {TropDEssais}
 */
export async function changerMonMotDePasse(
  session: SessionCourante,
  { nouveau, ...preuve }: PreuveSaisie & { readonly nouveau: string },
  visite: Visite,
): Promise<string> {
  const { acteur, sessionId } = session
  const { compteId } = acteur
  const propres = await ecrire(SYSTEME, (client) => loadMotsPropres(client, compteId))
  const reproche =
    nouveau === preuve.motDePasse ? PHRASES_MOT_DE_PASSE.LE_MEME : reprocheMotDePasse(nouveau, propres)
  if (reproche !== null) throw new SaisieRefusee({ champ: 'nouveau', message: reproche })
  const hache = await hacher(nouveau)
  await prouverIdentite(session, preuve, 'IDENTITE', visite)
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ email: string }>(
      `UPDATE comptes SET mot_de_passe = $2 WHERE id = $1 AND statut = 'ACTIF' RETURNING email`,
      [compteId, hache],
    )
    const compte = rows[0]
    if (compte === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_MOT_DE_PASSE.FERME })
    const role = acteur.type === 'GESTION' ? acteur.role : acteur.type
    const { courrielAbandonne } = await fermerLesPortes(client, compteId, {
      par: { compteId, role },
      instant: visite.instant,
      sauf: sessionId,
    })
    const secret = await renouvelerSession(client, sessionId)
    if (secret === null) throw new SaisieRefusee({ champ: '', message: PHRASES_MOT_DE_PASSE.FERME })
    const urlAcces = new URL('/acces-perdu', env().PORTAIL_URL).href
    const modele = courrielMotDePasseChange(
      { quand: instantEnMots(visite.instant), urlAcces, depuisEspace: true, courrielAbandonne },
      signature(),
    )
    await envoyerCourriel(client, compte.email, modele, compteId)
    await journaliser(client, {
      acte: 'MOT_DE_PASSE_CHANGE',
      compteId,
      role,
      objetType: 'compte',
      objetId: compteId,
      resultat: 'FAIT',
      donnees: { appareil: visite.appareil },
    })
    return secret
  })
}
