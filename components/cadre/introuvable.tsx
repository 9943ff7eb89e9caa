import { LienBouton } from '@/components/ui/bouton'
import { MessageErreur } from './message-erreur'

/** The same words for what does not exist and for what is somebody else's. */
export function Introuvable({ organisme }: { readonly organisme: string }) {
  return (
    <>
      <title>{`Introuvable – ${organisme}`}</title>
      <MessageErreur titre="Introuvable">
        <p>
          Cette page n’existe pas, ou n’est pas la vôtre. Si vous suiviez un lien, il est peut-être incomplet
          ou ancien. Rien n’a été modifié.
        </p>
        <p className="pt-2">
          <LienBouton href="/">Revenir à l’accueil</LienBouton>
        </p>
      </MessageErreur>
    </>
  )
}
