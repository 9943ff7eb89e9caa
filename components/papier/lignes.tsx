/** A text whose line feeds are line feeds. */
export function Lignes({ texte }: { readonly texte: string }) {
  return <span className="whitespace-pre-line">{texte}</span>
}
