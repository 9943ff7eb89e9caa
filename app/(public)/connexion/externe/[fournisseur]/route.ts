import { notFound, redirect } from 'next/navigation'
import { cheminInterne } from '@/lib/server/chemin'
import { acteurCourant, retenirExterne, visiteCourante } from '@/lib/server/session'
import { partir } from '@/lib/services/entree-externe/mutations'
import { fournisseurDe } from '@/lib/services/identite-externe/data'
import { direEchec } from './echec'

interface Contexte {
  readonly params: Promise<{ readonly fournisseur: string }>
}

/** Away to the provider. A route, reached by a link: `form-action 'self'` would stop a form on its way there. */
export async function GET(requete: Request, { params }: Contexte): Promise<never> {
  const fournisseur = fournisseurDe((await params).fournisseur)
  if (fournisseur === null) notFound()
  const { searchParams } = new URL(requete.url)
  const lien = searchParams.get('lien') === '1' && (await acteurCourant()) !== null
  const depart = { retour: cheminInterne(searchParams.get('retour')), lien }
  const parti = await partir(fournisseur, depart, await visiteCourante()).catch((erreur: unknown) =>
    direEchec(erreur, fournisseur.id),
  )
  await retenirExterne(parti.secret)
  redirect(parti.adresse)
}
