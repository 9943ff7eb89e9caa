import type { Modele } from '@/lib/lexique/courriels'
import type { Ecriture } from '@/lib/server/db'
import { type Contenus, envoyerTravail, type Travail } from '@/lib/server/jobs'
import { log } from '@/lib/server/log'
import { expedier } from '@/lib/server/mail'
import { organisme } from '@/lib/server/organisme'

/** Who signs the mails. */
export const signature = () => {
  const { nom, telephone, horaires } = organisme()
  return { nom, telephone, horaires }
}

/** Sends a mail if the caller's transaction commits. */
export const envoyerCourriel = (client: Ecriture, a: string, modele: Modele): Promise<void> =>
  envoyerTravail(client, 'courriel', { a, ...modele })

/** The worker's part: hands one mail over, and throws when it could not, so that the queue tries again. */
export async function expedierCourriel(travail: Travail<Contenus['courriel']>): Promise<void> {
  await expedier(travail)
  log.info({ evenement: 'courriel-expedie', tache: travail.id })
}
