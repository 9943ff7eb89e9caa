import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_RECONFIRMATION } from '@/lib/lexique/acces'
import { ecrire, lire } from '@/lib/server/db'
import { compterEssai, FREIN_COMPTE, oublierEssais } from '@/lib/server/frein'
import { journaliser } from '@/lib/server/journal'
import { verifierMotDePasse } from '@/lib/server/mot-de-passe'
import { type Acteur, compteAuClavier, SYSTEME } from '@/lib/server/portee'
import type { Visite } from '@/lib/server/visite'

/**
 * The person at the keyboard is still the one who logged in: the password again, with the act that asks for it, so that it is never older
 * than the act. @throws {SaisieRefusee} @throws {TropDEssais}
 */
export async function reconfirmerIdentite(acteur: Acteur, motDePasse: string, visite: Visite): Promise<void> {
  const compteId = compteAuClavier(acteur)
  const cle = `reconfirmation:${compteId}`
  await compterEssai(cle, FREIN_COMPTE, visite.instant)
  const compte = await lire(SYSTEME, (tx) =>
    tx.compte.findUnique({ where: { id: compteId }, select: { motDePasse: true } }),
  )
  const juste = await verifierMotDePasse(compte?.motDePasse ?? null, motDePasse)
  await ecrire(SYSTEME, async (client) => {
    if (juste) await oublierEssais(client, cle)
    await journaliser(client, {
      acte: 'IDENTITE_RECONFIRMEE',
      compteId,
      role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
      objetType: 'compte',
      objetId: compteId,
      resultat: juste ? 'FAIT' : 'REFUSE',
    })
  })
  if (!juste) throw new SaisieRefusee({ champ: 'motDePasse', message: PHRASES_RECONFIRMATION.FAUX })
}
