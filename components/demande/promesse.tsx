import { Pourquoi } from '@/components/decision/pourquoi'
import type { PromesseVue } from '@/lib/services/mes-demandes/view'

/** Before sending: the answer by when, and by which text. */
export function Promesse({ promesse }: { readonly promesse: PromesseVue }) {
  return (
    <div data-fonde="" className="texte">
      {promesse.accuse === null ? null : <p>Vous aurez un accusé de réception avant le {promesse.accuse}.</p>}
      <p>
        <strong>Réponse avant le {promesse.avant}</strong>, si vous l’envoyez maintenant.
      </p>
      {promesse.enPratique === null ? null : <p className="text-encre-douce">{promesse.enPratique}</p>}
      <Pourquoi question="Pourquoi cette date ?" sujet="pour la réponse" etapes={promesse.etapes} />
    </div>
  )
}

interface Fini {
  readonly titre: string
  readonly phrase: string
  readonly autre: { readonly href: string; readonly libelle: string }
}

/** The same form again, after « retour » or a second press: what became of it. */
export function DejaPartie({
  fini,
  href,
  avant,
}: {
  readonly fini: Fini
  readonly href: string
  readonly avant: string | null
}) {
  return (
    <div data-fait="REGISTRE" className="texte border-l-4 border-action bg-action-pale px-5 py-4">
      <h2 className="text-lg">{fini.titre}</h2>
      <p>
        {fini.phrase}
        {avant === null ? null : ` Réponse avant le ${avant}.`}
      </p>
      <p className="flex flex-wrap gap-x-8">
        <a href={href} className="inline-flex min-h-11 items-center">
          Suivre cette demande
        </a>
        <a href={fini.autre.href} className="inline-flex min-h-11 items-center">
          {fini.autre.libelle}
        </a>
      </p>
    </div>
  )
}
