import { instantEnMots } from '@/lib/lexique/attente'

interface Props {
  readonly le: string
  readonly a: string
  readonly sujet: string
  readonly texte: string
}

const URL_DU_TEXTE = /(https?:\/\/\S+)/

/** A mail as text, its addresses made links. */
export function CourrielDepose({ le, a, sujet, texte }: Props) {
  return (
    <article className="texte border-t border-filet pt-4">
      <h2>{sujet}</h2>
      <p>
        À {a}, <time dateTime={le}>{instantEnMots(new Date(le))}</time>
      </p>
      {texte.split('\n\n').map((paragraphe) => (
        <p key={paragraphe} className="whitespace-pre-line">
          {paragraphe.split(URL_DU_TEXTE).map((bout) =>
            URL_DU_TEXTE.test(bout) ? (
              <a key={bout} href={bout}>
                {bout}
              </a>
            ) : (
              bout
            ),
          )}
        </p>
      ))}
    </article>
  )
}
