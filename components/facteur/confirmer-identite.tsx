import { Champ } from '@/components/ui/champ'
import type { EtatDuFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { ConfirmationVue } from '@/lib/services/facteur/view'
import { BoutonCle, type Defi } from './bouton-cle'
import { CodeDeDemonstration } from './code-de-demonstration'

export interface Confirmation extends ConfirmationVue {
  readonly defier: ActionFormulaire<Defi>
}

interface Props {
  readonly confirmation: Confirmation
  readonly formulaire: EtatDuFormulaire
}

/** « Confirmez que c'est vous », inside the form whose act asks for it: nothing typed is lost. Shown when it has become too old meanwhile. */
export function ConfirmerIdentite({ confirmation, formulaire }: Props) {
  const { fraiche, code, cle, codeDemonstration, defier } = confirmation
  const [motDePasse, codeUnique] = [formulaire.erreurDe('motDePasse'), formulaire.erreurDe('codeUnique')]
  if (fraiche && motDePasse === null && codeUnique === null)
    return (
      <p data-fait="GENERALITE" className="max-w-texte text-encre-douce">
        Vous avez confirmé que c’est bien vous il y a moins de cinq minutes : rien de plus à taper.
      </p>
    )
  return (
    <fieldset className="space-y-4 border-l-4 border-action pl-5">
      <legend className="float-left mb-2 w-full text-lg font-semibold">Confirmez que c’est vous</legend>
      <Champ
        nom="motDePasse"
        libelle="Votre mot de passe"
        indice="Redemandé ici, même si vous êtes connecté : il prouve que c’est bien vous, et vaut cinq minutes."
        erreur={motDePasse}
        type="password"
        autoComplete="current-password"
        required
      />
      {code ? (
        <Champ
          nom="codeUnique"
          libelle="Code de votre seconde protection"
          indice="Les 6 chiffres de votre application, ou un code de votre liste imprimée."
          erreur={codeUnique}
          type="text"
          autoComplete="one-time-code"
          spellCheck={false}
          required
        />
      ) : null}
      {codeDemonstration === null ? null : <CodeDeDemonstration code={codeDemonstration} />}
      {cle ? (
        <BoutonCle defier={defier} geste="signer">
          Confirmer avec ma clé d’accès
        </BoutonCle>
      ) : null}
    </fieldset>
  )
}
