import { GET as revenir } from '@/app/(public)/connexion/externe/[fournisseur]/retour/route'
import { GET as partir } from '@/app/(public)/connexion/externe/[fournisseur]/route'
import { issueDe } from './requete'

/** The whole trip through the routes, as a browser makes it. */
const contexte = (fournisseur: string) => ({ params: Promise.resolve({ fournisseur }) })

/** Where the portal sends the browser. */
export const aller = (fournisseur: string, recherche = ''): Promise<string | null> =>
  issueDe(
    partir(
      new Request(`http://localhost:3000/connexion/externe/${fournisseur}${recherche}`),
      contexte(fournisseur),
    ),
  )

/** Where the portal sends the browser once it is back at `adresse`. */
export const retour = (fournisseur: string, adresse: string): Promise<string | null> =>
  issueDe(revenir(new Request(adresse), contexte(fournisseur)))

/** Where the provider sends the browser, without looking at who is there. */
export async function chezLui(adresse: string | null): Promise<string> {
  const reponse = await fetch(adresse ?? '', { redirect: 'manual' })
  return reponse.headers.get('location') ?? ''
}

export async function danser(fournisseur: string, recherche = ''): Promise<string | null> {
  return retour(fournisseur, await chezLui(await aller(fournisseur, recherche)))
}
