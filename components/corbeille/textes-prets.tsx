import type { TextePret } from './champ-traitement'

interface Props {
  readonly textes: readonly TextePret[]
  /** Address of the page, to ask it with one of them. */
  readonly ici: string
  readonly ancre: string
  /** With JavaScript: puts the text in the field at once. */
  readonly choisir: (texte: string) => void
}

/** Ready-made texts. Without JavaScript each is a link that gives the page back with the field filled. */
export function TextesPrets({ textes, ici, ancre, choisir }: Props) {
  if (textes.length === 0) return null
  return (
    <div>
      <p className="font-semibold">Partir d’un modèle</p>
      <p className="text-sm text-encre-douce">
        Le modèle remplace ce qui est écrit ; vous le corrigez ensuite.
      </p>
      <ul className="flex flex-wrap gap-x-6">
        {textes.map(({ code, titre, texte }) => (
          <li key={code}>
            <a
              href={`${ici}?modele=${code}#${ancre}`}
              className="inline-flex min-h-11 items-center"
              onClick={(clic) => {
                if (clic.metaKey || clic.ctrlKey || clic.shiftKey) return
                clic.preventDefault()
                choisir(texte)
              }}
            >
              {titre}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
