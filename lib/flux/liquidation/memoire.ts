import type { Memoire } from './prestation'
import type { Lot } from './registre'

const precede = (pris: { readonly place: string }, place: string | null): boolean =>
  place === null || pris.place < place

/** What a line may know: what other lines took before its place; all of it when it comes last. */
export const memoire =
  (lot: Lot, personneId: string, place: string | null): Memoire =>
  (adhesionId, rang) => ({
    consommations: (lot.consommations.get(personneId) ?? [])
      .filter((c) => c.adhesionId === adhesionId && precede(c, place))
      .map(
        ({ prestationId: _p, adhesionId: _a, compteurId: _c, place: _l, ...consommation }) => consommation,
      ),
    elements: (lot.elements.get(personneId) ?? [])
      .filter((e) => e.second === (rang === 'SECOND' ? adhesionId : null) && precede(e, place))
      .map(({ prestationId: _p, second: _s, place: _l, ...element }) => element),
  })
