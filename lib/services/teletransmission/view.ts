import type { EtatTeletransmission } from '@/generated/prisma/enums'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import {
  type ExplicationTeletransmission,
  expliquerTeletransmission,
  LIBELLE_QUI,
} from '@/lib/lexique/teletransmission'

export interface TeletransmissionLue {
  readonly personneId: string
  readonly prenom: string
  readonly nom: string
  readonly etat: EtatTeletransmission | null
  readonly code: string | null
  readonly depuis: string | null
}

export interface TeletransmissionVue extends Omit<ExplicationTeletransmission, 'qui'> {
  readonly personneId: string
  readonly nom: string
  readonly moi: boolean
  readonly depuis: string | null
  readonly quiAgit: string
  readonly aFaire: boolean
}

export const voirTeletransmissions = (
  lues: readonly TeletransmissionLue[],
  moi: string,
): TeletransmissionVue[] =>
  lues.map(({ personneId, prenom, nom, etat, code, depuis }) => {
    const { qui, ...explication } = expliquerTeletransmission(etat, code)
    return {
      ...explication,
      personneId,
      nom: `${prenom} ${nom}`,
      moi: personneId === moi,
      depuis: depuis === null ? null : formatDateEnLettres(depuis),
      quiAgit: LIBELLE_QUI[qui],
      aFaire: qui === 'VOUS',
    }
  })
