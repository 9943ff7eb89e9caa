import { expliquerQuarantaine } from '@/lib/lexique/flux'

export interface FluxVu {
  readonly id: string
  readonly recuLe: Date
  readonly emetteur: string
  readonly idFichier: string
  readonly lignes: number
  readonly nouvelles: number
  readonly doublons: number
  readonly quarantaine: number
  readonly etat: string
}

export interface LigneEcartee {
  readonly rang: number
  readonly raison: string
}

interface FluxLu {
  readonly id: string
  readonly recuLe: Date
  readonly emetteurType: string
  readonly emetteurCode: string
  readonly emetteurLibelle: string | null
  readonly idFichier: string
  readonly nombreLignes: number
  readonly lignesNouvelles: number
  readonly lignesDoublons: number
  readonly lignesQuarantaine: number
  readonly statut: 'RECU' | 'LIQUIDE'
}

const ETATS = { RECU: 'Calcul en cours', LIQUIDE: 'Calculé' } as const

export const voirFlux = (f: FluxLu): FluxVu => ({
  id: f.id,
  recuLe: f.recuLe,
  emetteur: f.emetteurLibelle ?? `${f.emetteurType} ${f.emetteurCode}`,
  idFichier: f.idFichier,
  lignes: f.nombreLignes,
  nouvelles: f.lignesNouvelles,
  doublons: f.lignesDoublons,
  quarantaine: f.lignesQuarantaine,
  etat: ETATS[f.statut],
})

export function voirEcartee({
  rang,
  motif,
  detail,
}: {
  rang: number
  motif: string
  detail: unknown
}): LigneEcartee {
  const texte = (cle: string): string | undefined => {
    const valeur: unknown =
      typeof detail === 'object' && detail !== null ? Reflect.get(detail, cle) : undefined
    return typeof valeur === 'string' ? valeur : undefined
  }
  return { rang, raison: expliquerQuarantaine(motif, { chemin: texte('chemin'), regle: texte('regle') }) }
}
