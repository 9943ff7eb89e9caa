import { redirect } from 'next/navigation'
import { maintenant } from '@/lib/server/clock'
import { oublierSortie, sortieCourante } from '@/lib/server/session'
import { adresseDeSortie } from '@/lib/services/entree-externe/mutations'

/** The portal's own session is dead already; the provider is told now, by the browser. */
export async function GET(): Promise<never> {
  const adresse = await adresseDeSortie(await sortieCourante(), maintenant())
  await oublierSortie()
  redirect(adresse ?? '/connexion?info=sortie')
}
