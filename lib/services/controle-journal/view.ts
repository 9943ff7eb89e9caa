/** What is wrong in the journal, line by line. */
export type Anomalie =
  | { readonly code: 'RETIREES'; readonly de: number; readonly a: number }
  | { readonly code: 'FIN_COUPEE'; readonly de: number; readonly a: number }
  | { readonly code: 'MAL_ENCHAINEE'; readonly rang: number }
  /** `place`: the rank under which this content was sealed. */
  | { readonly code: 'ALTEREE'; readonly rang: number; readonly place: number | null }
  | { readonly code: 'TETE_ALTEREE'; readonly rang: number }
  | { readonly code: 'AUTRE_QUE_NOTEE'; readonly rang: number }
  | { readonly code: 'SANS_PROTECTION'; readonly quoi: string }

export interface ControleJournal {
  readonly lues: number
  readonly nombre: number
  /** The first ones. */
  readonly anomalies: readonly Anomalie[]
  readonly tete: { readonly rang: number; readonly empreinte: string }
}

const plage = (de: number, a: number): string =>
  de === a ? `La ligne ${de} a été retirée` : `Les lignes ${de} à ${a} ont été retirées`

/** One sentence an administrator understands. */
export function direAnomalie(anomalie: Anomalie): string {
  switch (anomalie.code) {
    case 'RETIREES':
      return `${plage(anomalie.de, anomalie.a)}.`
    case 'FIN_COUPEE':
      return `${plage(anomalie.de, anomalie.a)} : la fin du journal a été coupée.`
    case 'MAL_ENCHAINEE':
      return `La ligne ${anomalie.rang} ne suit pas celle qui la précède : l’une des deux a été remplacée.`
    case 'ALTEREE':
      return anomalie.place === null
        ? `La ligne ${anomalie.rang} a été modifiée : elle ne dit plus ce qui avait été scellé.`
        : `La ligne ${anomalie.rang} porte le contenu de la ligne ${anomalie.place} : elles ont été échangées.`
    case 'TETE_ALTEREE':
      return `La tête du journal ne correspond pas à sa dernière ligne, la ${anomalie.rang} : l’une des deux a été remplacée.`
    case 'AUTRE_QUE_NOTEE':
      return `La ligne ${anomalie.rang} n’est plus celle dont vous aviez noté l’empreinte : le journal a été réécrit.`
    case 'SANS_PROTECTION':
      return `Le journal n’est plus protégé : ${anomalie.quoi}.`
  }
}
