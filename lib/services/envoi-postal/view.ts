import { formatDateEnLettres } from '@/lib/lexique/formats'
import { titreDocument } from '../document/view'
import type { PapierAPoster } from './data'

export interface PapierVu {
  readonly id: string
  readonly nom: string
  readonly qui: string
  readonly adresse: string | null
}

/** The papers of a kind made on a day. */
export interface PileVue {
  readonly cle: string
  readonly titre: string
  readonly emisLe: string
  readonly papiers: readonly PapierVu[]
}

export function empiler(papiers: readonly PapierAPoster[]): readonly PileVue[] {
  const piles = new Map<string, { titre: string; emisLe: string; papiers: PapierVu[] }>()
  for (const p of papiers) {
    const titre = titreDocument(p.nature)
    const cle = `${p.emisLe}-${p.nature.toLowerCase()}`
    const pile = piles.get(cle) ?? {
      titre: `${titre}, du ${formatDateEnLettres(p.emisLe)}`,
      emisLe: p.emisLe,
      papiers: [],
    }
    pile.papiers.push({
      id: p.id,
      nom: p.objet ?? titre,
      qui: `${p.qui} (n° ${p.numeroAdherent})`,
      adresse: p.adresse,
    })
    piles.set(cle, pile)
  }
  return [...piles].map(([cle, pile]) => ({ cle, ...pile }))
}
