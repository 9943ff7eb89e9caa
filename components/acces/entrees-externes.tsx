import { LienBouton } from '@/components/ui/bouton'
import type { FournisseurVue } from '@/lib/services/identite-externe/view'

interface Props {
  readonly fournisseurs: readonly FournisseurVue[]
  /** Where the person was going. */
  readonly retour: string | null
}

/** The other ways in, when there are some. Links and not buttons: they lead to another site. */
export function EntreesExternes({ fournisseurs, retour }: Props) {
  if (fournisseurs.length === 0) return null
  const suite = retour === null ? '' : `?retour=${encodeURIComponent(retour)}`
  return (
    <section aria-labelledby="autrement" className="mt-8 border-t border-filet pt-6">
      <h2 id="autrement" className="text-xl">
        Ou par un autre service
      </h2>
      <ul className="mt-3 space-y-3">
        {fournisseurs.map(({ id, libelle }) => (
          <li key={id}>
            <LienBouton poids="second" href={`/connexion/externe/${id}${suite}`}>
              Me connecter avec {libelle}
            </LienBouton>
          </li>
        ))}
      </ul>
    </section>
  )
}
