import { LienBouton } from '@/components/ui/bouton'

interface Props {
  /** The page to come back to. */
  readonly retour: string
  /** « changer le compte de vos remboursements » */
  readonly pour: string
}

/** The act needs a second factor that the account does not have yet. */
export const FacteurRequis = ({ retour, pour }: Props) => (
  <section className="max-w-texte space-y-4" aria-labelledby="titre-facteur-requis">
    <h2 id="titre-facteur-requis" className="text-xl">
      Ajoutez d’abord une seconde protection
    </h2>
    <p>
      Pour {pour}, votre mot de passe ne suffit pas : quelqu’un qui l’aurait volé pourrait détourner vos
      remboursements. Choisissez une seconde protection, une seule fois : une application à codes, une clé
      d’accès, ou, sans téléphone, une liste de codes à imprimer. Vous reviendrez ensuite ici.
    </p>
    <LienBouton href={`/adherent/mon-compte/securite?retour=${encodeURIComponent(retour)}`}>
      Choisir ma seconde protection
    </LienBouton>
  </section>
)
