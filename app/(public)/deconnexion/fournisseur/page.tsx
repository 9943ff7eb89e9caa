import { redirect } from 'next/navigation'
import { sortieCourante } from '@/lib/server/session'

export const metadata = { title: 'Vous êtes déconnecté' }

const SUITE = '/deconnexion/fournisseur/suite'

/**
 * Between the two logouts: a form may not lead out of the site (`form-action 'self'`), so the browser starts again from a page, at once,
 * or by the link.
 */
export default async function Page() {
  if ((await sortieCourante()) === null) redirect('/connexion?info=sortie')
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${SUITE}`} />
      <h1>Vous êtes déconnecté</h1>
      <p>
        Votre espace est fermé sur cet appareil. Il reste à vous déconnecter du service par lequel vous êtes
        entré.
      </p>
      <p>
        <a href={SUITE}>Me déconnecter aussi de ce service</a>
      </p>
    </>
  )
}
