/**
 * The lint of a rendered page: an amount, a date, a percentage or a refusal that a member reads stands with its grounds, or is a fact.
 *
 * Said by the markup, never by a list of pages, so that a new page which prints a bare amount fails:
 * - `[data-motifs]`: grounds, a list of steps that each have their article (components/decision/pourquoi);
 * - `[data-fonde]`: everything in this element is explained by the grounds in it; by those of the element whose id is the value (`#id`); or,
 *   with `lien`, by those of the page that a link in it, `a[data-vers-motifs]`, opens;
 * - `[data-fait]`: nothing here is computed from a rule; the value says what it is, one of FAITS.
 */
const FAITS = {
  /** What the reader typed or chose, or a hypothesis of theirs, said again. */
  SAISIE: 'SAISIE',
  /** What happened and was recorded: a birth, a care, a payment, a signature, a beginning. */
  REGISTRE: 'REGISTRE',
  /** A paper, its dates and its text: it is kept as it was issued. */
  DOCUMENT: 'DOCUMENT',
  /** The name of a care or of a guarantee as the tables print it: « Médicaments remboursés à 65 % ». */
  LIBELLE: 'LIBELLE',
  /** The day of the page. */
  AUJOURDHUI: 'AUJOURDHUI',
  /** What any member reads, whatever their contract: a promise of service, an explanation, an example of how to fill a field. */
  GENERALITE: 'GENERALITE',
} as const

export const SORTES_DE_FAIT: readonly string[] = Object.values(FAITS)

/** What a failed test shows. */
export const manquesDe = ({ manques }: PageLue): string[] =>
  manques.map(({ texte, pourquoi, ou }) => `${texte} : ${pourquoi}, ${ou}`)

interface SansMotif {
  readonly texte: string
  readonly pourquoi: string
  readonly ou: string
}

interface PageLue {
  readonly manques: readonly SansMotif[]
  /** Where the grounds of this page are said to be. */
  readonly liens: readonly string[]
  /** What was found with its grounds: zero on a page full of figures would mean a blind lint. */
  readonly fondes: number
}

/** Runs in the browser: it may use nothing from outside itself. */
export function lireMotifs(faits: readonly string[]): PageLue {
  const main = document.querySelector('main')
  if (main === null) return { manques: [], liens: [], fondes: 0 }
  const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
  const MOTIFS_DE_TEXTE = new RegExp(
    [
      String.raw`[−-]?\d[\d\s]*(?:,\d+)?\s?€`,
      String.raw`\d{1,2}(?:er)?\s(?:${MOIS})(?:\s\d{4})?(?!\p{L})`,
      String.raw`\d{2}/\d{2}/\d{4}`,
      String.raw`\d+(?:,\d+)?\s?%`,
      `(?:n’est|n’était|ne sont|ne sera|n’a|n’ont) pas (?:été )?(?:remboursée?s?|couverte?s?|garantie?s?|prise?s? en charge|possible|prévue?|entendue?)`,
      `(?:non|rien n’est) (?:remboursée?|couverte?|garantie?)|hors droits|refusée?s?|impossible|pas de droits?|plus de droits?|sans droits?`,
    ].join('|'),
    'giu',
  )

  const validiteDeMotifs = (element: Element): string | null => {
    const etapes = [...element.querySelectorAll('[data-etape]')]
    if (etapes.length === 0) return 'ses motifs sont vides'
    return etapes.every((etape) => (etape.querySelector('[data-article]')?.textContent ?? '').trim() !== '')
      ? null
      : 'une étape de ses motifs n’a pas d’article'
  }

  /** Null: the scope has its grounds. */
  const defautDeCadre = (cadre: Element): string | null => {
    if (cadre === main || cadre.querySelector('h1') !== null) return 'un cadre ne peut pas être toute la page'
    const valeur = cadre.getAttribute('data-fonde') ?? ''
    if (valeur === 'lien')
      return cadre.matches('a[data-vers-motifs]') || cadre.querySelector('a[data-vers-motifs]') !== null
        ? null
        : 'son cadre n’a pas de lien vers ses motifs'
    const porteur = valeur === '' ? cadre : document.getElementById(valeur.slice(1))
    if (porteur === null) return `ses motifs ${valeur} ne sont pas sur la page`
    // Those of an inner scope explain that scope only, unless they are named.
    const motifs = [porteur, ...porteur.querySelectorAll('[data-motifs]')].find(
      (m) => m.matches('[data-motifs]') && (valeur !== '' || m.closest('[data-fonde]') === cadre),
    )
    return motifs === undefined ? 'son cadre n’a pas de motifs' : validiteDeMotifs(motifs)
  }

  const defaut = (element: Element): string | null => {
    const cadre = element.closest('[data-motifs], [data-fonde], [data-fait]')
    if (cadre === null || !main.contains(cadre)) return 'ni motifs, ni fait'
    if (cadre.hasAttribute('data-motifs')) return validiteDeMotifs(cadre)
    if (cadre.hasAttribute('data-fonde')) return defautDeCadre(cadre)
    const fait = cadre.getAttribute('data-fait') ?? ''
    if (cadre === main) return 'toute la page ne peut pas être un fait'
    return faits.includes(fait) ? null : `« ${fait} » n’est pas un fait connu`
  }

  // A figure may be cut between several elements (« 12,00 » in bold, « € » beside it): the text is read block by block.
  const blocs = new Map<Element, Text[]>()
  const blocDe = (noeud: Node): Element => {
    let element = noeud.parentElement ?? main
    while (
      element !== main &&
      getComputedStyle(element).display.startsWith('inline') &&
      element.parentElement
    )
      element = element.parentElement
    return element
  }
  const marcheur = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let noeud = marcheur.nextNode(); noeud !== null; noeud = marcheur.nextNode()) {
    if (noeud.parentElement?.closest('script, style, template, title, datalist') != null) continue
    const bloc = blocDe(noeud)
    blocs.set(bloc, [...(blocs.get(bloc) ?? []), noeud as Text])
  }

  const manques: SansMotif[] = []
  let fondes = 0
  for (const [bloc, noeuds] of blocs) {
    const texte = noeuds.map(({ data }) => data).join('')
    for (const trouve of texte.matchAll(MOTIFS_DE_TEXTE)) {
      let debut = 0
      const porteur = noeuds.find(({ data }) => {
        debut += data.length
        return debut > trouve.index
      })
      const raison = defaut(porteur?.parentElement ?? bloc)
      if (raison === null) fondes += 1
      else
        manques.push({
          texte: trouve[0],
          pourquoi: raison,
          ou: `${bloc.tagName.toLowerCase()} « ${texte.replace(/\s+/g, ' ').trim().slice(0, 140)} »`,
        })
    }
  }
  const liens = [...main.querySelectorAll('a[data-vers-motifs]')].map((a) => a.getAttribute('href') ?? '')
  return { manques, liens: [...new Set(liens)], fondes }
}
