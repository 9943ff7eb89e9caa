export interface Recherche {
  /** MOTIF_DES_TERMES and TERMES_DU_MOTIF: what the product itself reads. */
  readonly motif: string
  readonly termes: readonly string[]
}

export interface TermesLus {
  readonly lies: number
  /** A term said in a sentence of the page, that no link of the page explains. */
  readonly manques: readonly string[]
}

/** Runs in the browser: it may use nothing from outside itself. A title, a button, a question, a link, a paper as it was issued hold no link of ours. */
export function termesSansLien({ motif, termes }: Recherche): TermesLus {
  const main = document.querySelector('main')
  if (main === null) return { lies: 0, manques: [] }
  const HORS_PHRASE =
    'h1, h2, h3, h4, th, caption, a, button, summary, label, legend, option, title, script, style, svg, [aria-hidden=true], [role=alert], [id$=-indice], [data-article], [data-fait=DOCUMENT], [data-fait=LIBELLE]'
  const lies = new Set(
    [...main.querySelectorAll('a[href*="/aide/glossaire#"]')].map(
      (a) => a.getAttribute('href')?.split('#')[1],
    ),
  )
  const manques = new Map<string, string>()
  const marcheur = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let noeud = marcheur.nextNode(); noeud !== null; noeud = marcheur.nextNode()) {
    const { data, parentElement } = noeud as Text
    if (parentElement?.closest(HORS_PHRASE) != null) continue
    for (const trouve of data.matchAll(new RegExp(motif, 'gu'))) {
      const terme = termes[trouve.slice(1).findIndex((groupe) => groupe !== undefined)]
      if (terme === undefined || lies.has(terme) || manques.has(terme)) continue
      manques.set(
        terme,
        `${terme} : « ${(parentElement?.textContent ?? '').replace(/\s+/g, ' ').slice(0, 120)} »`,
      )
    }
  }
  return { lies: lies.size, manques: [...manques.values()] }
}
