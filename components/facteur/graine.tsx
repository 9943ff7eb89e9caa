import { codeQr } from '@/lib/papiers/code-qr'
import type { GraineVue } from '@/lib/services/facteur/view'

/** What the application must be told: a picture for its camera, the same as text for who types. */
export function Graine({ graine }: { readonly graine: GraineVue }) {
  const { cote, trace } = codeQr(graine.uri)
  return (
    <ol className="texte list-decimal space-y-4 pl-6">
      <li>
        Ouvrez une application à codes (par exemple Aegis, 2FAS, Microsoft Authenticator ou le gestionnaire de
        mots de passe de votre ordinateur) et choisissez d’ajouter un compte.
      </li>
      <li>
        Visez ce dessin avec l’application :
        <svg
          role="img"
          aria-label="Code QR à lire avec votre application. La même clé est écrite en dessous."
          viewBox={`0 0 ${cote} ${cote}`}
          className="mt-2 size-56 bg-[#fff] [forced-color-adjust:none]"
        >
          <path fill="#000" d={trace} />
        </svg>
        <span className="mt-2 block">
          Sans appareil photo, tapez ou collez cette clé dans l’application :{' '}
          <strong data-graine className="font-mono wrap-anywhere select-all">
            {graine.cle}
          </strong>
        </span>
      </li>
      <li>L’application affiche un code à 6 chiffres, qui change toutes les 30 secondes : tapez-le ici.</li>
    </ol>
  )
}
