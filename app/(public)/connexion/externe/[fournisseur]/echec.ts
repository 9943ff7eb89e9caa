import { redirect } from 'next/navigation'
import { codeEchec } from '@/lib/lexique/identites'
import { TropDEssais } from '@/lib/server/frein'
import { EchecFournisseur } from '@/lib/server/oidc'
import { acteurCourant } from '@/lib/server/session'
import { pageIdentites, roleDe } from '@/lib/services/identite-externe/access'

/** Where the sentence is said: the code only is in the address. */
export async function direCode(nature: string, fournisseurId: string): Promise<never> {
  const acteur = await acteurCourant()
  const page = acteur === null ? '/connexion' : pageIdentites(roleDe(acteur))
  redirect(`${page}?echec=${codeEchec(nature)}&par=${fournisseurId}`)
}

/** A trip that failed becomes a sentence; anything else is a fault of ours. */
export function direEchec(erreur: unknown, fournisseurId: string): Promise<never> {
  if (erreur instanceof EchecFournisseur) return direCode(erreur.nature, fournisseurId)
  if (erreur instanceof TropDEssais) return direCode('ATTENTE', fournisseurId)
  throw erreur
}
