import type { VerdictFichier } from '@/generated/prisma/enums'
import { type LecteurDepot, libelleEtatDepot, libelleObjetDepot } from '@/lib/lexique/depot'
import { octetsEnMots } from '@/lib/lexique/formats'

export type EtatDepot = 'RECU' | 'EN_ANALYSE' | 'REFUSE' | 'EFFACE'

export interface DepotVu {
  readonly id: string
  readonly objet: string
  readonly nom: string
  readonly le: Date
  readonly taille: string
  readonly etat: EtatDepot
  readonly libelleEtat: string
  readonly telechargeable: boolean
}

export interface DepotRecuVu extends DepotVu {
  readonly de: string
  /** Null: they have no contract. */
  readonly numeroAdherent: string | null
}

/** Stored files that are missing or damaged. */
export interface DefautsDuMagasin {
  readonly le: Date
  readonly nombre: number
}

export interface DepotLu {
  readonly id: string
  readonly objet: string
  readonly nomOrigine: string
  readonly creeLe: Date
  readonly fichier: {
    readonly taille: number
    readonly verdict: VerdictFichier
    readonly effaceLe: Date | null
  }
}

function etatDe({ verdict, effaceLe }: DepotLu['fichier']): EtatDepot {
  if (verdict === 'INFECTE') return 'REFUSE'
  if (effaceLe !== null) return 'EFFACE'
  return verdict === 'EN_ATTENTE' ? 'EN_ANALYSE' : 'RECU'
}

export function voirDepot(lu: DepotLu, lecteur: LecteurDepot): DepotVu {
  const etat = etatDe(lu.fichier)
  return {
    id: lu.id,
    objet: libelleObjetDepot(lu.objet),
    nom: lu.nomOrigine,
    le: lu.creeLe,
    taille: octetsEnMots(lu.fichier.taille),
    etat,
    libelleEtat: libelleEtatDepot(etat, lecteur),
    telechargeable: etat === 'RECU',
  }
}
