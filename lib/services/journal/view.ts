import { instantEntier } from '@/lib/lexique/instants'
import { direActe, direObjet, direRole } from '@/lib/lexique/journal'

export interface LigneLue {
  readonly rang: number
  readonly moment: Date
  readonly acte: string
  readonly role: string
  readonly objetType: string
  readonly objetId: string | null
  readonly resultat: string
  readonly requete: string | null
  readonly compteId: string | null
  readonly qui: string | null
}

export interface LigneJournal {
  readonly rang: number
  readonly quand: string
  readonly acte: string
  readonly refus: boolean
  readonly qui: string
  readonly compteId: string | null
  readonly objet: string
  /** The person, when the line is of one. */
  readonly personneId: string | null
  readonly requete: string | null
}

export const voirLigne = (l: LigneLue): LigneJournal => ({
  rang: l.rang,
  quand: instantEntier(l.moment),
  acte: direActe(l.acte),
  refus: l.resultat === 'REFUSE',
  qui: l.qui === null ? direRole(l.role) : `${l.qui} (${direRole(l.role)})`,
  compteId: l.compteId,
  objet: direObjet(l.objetType, l.objetId),
  personneId: l.objetType === 'personne' ? l.objetId : null,
  requete: l.requete,
})

export interface TrouveeAuJournal {
  readonly genre: 'personne' | 'compte'
  readonly id: string
  readonly nom: string
  readonly precision: string
}
