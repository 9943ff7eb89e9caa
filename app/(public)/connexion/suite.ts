import { redirect } from 'next/navigation'
import { cheminInterne } from '@/lib/server/chemin'
import { maintenant } from '@/lib/server/clock'
import { oublierEntree, retenirEntree, retenirSession, sessionCourante } from '@/lib/server/session'
import { seDeconnecter } from '@/lib/services/connexion/mutations'
import type { Entree } from '@/lib/services/entree/mutations'

/** After a proof of identity, whatever it was: into the space, or to the second step. `retour`: where the person was going. */
export async function suivreEntree(entree: Entree, retour: string | undefined): Promise<never> {
  const chemin = cheminInterne(retour)
  if (entree.etat === 'SECOND_PAS') {
    await retenirEntree(entree.secret)
    redirect(
      chemin === null
        ? '/connexion/second-facteur'
        : `/connexion/second-facteur?retour=${encodeURIComponent(chemin)}`,
    )
  }
  const ancienne = await sessionCourante()
  if (ancienne !== null) await seDeconnecter(ancienne, maintenant())
  await oublierEntree()
  await retenirSession(entree.secret, entree.compteId)
  redirect(chemin ?? (entree.role === 'ADHERENT' ? '/adherent' : '/gestion'))
}
