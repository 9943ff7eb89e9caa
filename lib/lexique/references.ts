import type { ArticleId } from '@/lib/rules/decision/motif'
import type { Article } from '@/lib/rules/reglement/article'

/** Codes de loi cités à côté d'un règlement, par la source de leurs articles. */
const CODES_DE_LOI: Readonly<Record<string, string>> = {
  css: 'Code de la sécurité sociale',
  civil: 'Code civil',
  mutualite: 'Code de la mutualité',
}

interface SourceDeDroit {
  readonly id: string
  readonly nom: string
  readonly articles: readonly Article[]
}

/** « Mutami, art. 8 ». @throws {Error} pour un article que le règlement ne catalogue pas. */
export function ecrireReference(source: SourceDeDroit, id: ArticleId): string {
  const article = source.articles.find((candidat) => candidat.id === id)
  if (article === undefined) throw new Error(`article inconnu de ${source.id} : ${id}`)
  const [prefixe = ''] = id.split('/')
  const nom = prefixe === source.id ? source.nom : (CODES_DE_LOI[prefixe] ?? prefixe)
  return `${nom}, ${article.numero}`
}
