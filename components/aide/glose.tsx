import { cache, Fragment } from 'react'
import { couperAuxTermes } from '@/lib/lexique/aide/formes'
import type { IdTerme } from '@/lib/lexique/aide/glossaire'
import { Terme } from './terme'

/** The terms already linked on the page that is being written. In a component of the browser there is no page to remember: each text is by itself. */
const termesDits = cache(() => new Set<IdTerme>())

/** A sentence whose words of the trade lead to the glossary, the first time that the page says them. */
export function Glose({ texte }: { readonly texte: string }) {
  const dits = termesDits()
  let debut = 0
  return couperAuxTermes(texte, dits).map(({ texte: morceau, terme }) => {
    const cle = debut
    debut += morceau.length
    if (terme === null) return <Fragment key={cle}>{morceau}</Fragment>
    dits.add(terme)
    return (
      <Terme key={cle} id={terme}>
        {morceau}
      </Terme>
    )
  })
}
