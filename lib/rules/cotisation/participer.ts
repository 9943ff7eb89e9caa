import { type ArticleId, enMontant, type Motif, motif } from '../decision/motif'
import { type Montant, minimum, moins } from '../montant/montant'

/** Ce que l'employeur et l'adhérent paient d'une cotisation mensuelle ; leur somme est la cotisation. */
export interface Parts {
  readonly employeur: Montant
  readonly adherent: Montant
}

/** La participation ne dépasse jamais la cotisation. */
export function partager(mensuelle: Montant, participation: Montant): Parts {
  const employeur = minimum(participation, mensuelle)
  return { employeur, adherent: moins(mensuelle, employeur) }
}

export const motifParticipation = (article: ArticleId, parts: Parts): Motif =>
  motif('PARTICIPATION_EMPLOYEUR', article, {
    employeur: enMontant(parts.employeur),
    adherent: enMontant(parts.adherent),
  })
