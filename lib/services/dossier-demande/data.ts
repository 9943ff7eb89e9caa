import { lire } from '@/lib/server/db'
import type { Acteur } from '@/lib/server/portee'
import type { FichierADonner } from '@/lib/server/telechargement'
import { estSienne, peutOuvrirPiece, peutTraiter } from '../demande/access'
import { DEMANDE_ENTIERE, type DemandeLueDeMoi } from '../mes-demandes/data'
import { enRegard } from '../regard/access'

export interface FichierDuDossier {
  readonly nom: string
  readonly fichier: FichierADonner
}

export interface DossierLu {
  readonly demande: DemandeLueDeMoi
  readonly demandeur: string
  readonly numeroAdherent: string | null
  /** Those this reader may open. */
  readonly fichiers: readonly FichierDuDossier[]
}

/** A demande whole, with the files, for its author or for who treats it. Null: not theirs, or not there. */
export async function loadDossier(acteur: Acteur, id: string): Promise<DossierLu | null> {
  if (enRegard(acteur)) return null
  return lire(acteur, async (tx) => {
    const [demande] = await tx.$queryRawUnsafe<DemandeLueDeMoi[]>(DEMANDE_ENTIERE, id)
    if (demande === undefined || demande.envoyeeLe === null) return null
    if (!(estSienne(acteur, demande) || peutTraiter(acteur, demande))) return null
    const pieces = demande.pieces.filter(({ medicale }) => peutOuvrirPiece(acteur, { ...demande, medicale }))
    const depots = await tx.depot.findMany({
      select: {
        id: true,
        nomOrigine: true,
        fichier: { select: { id: true, typeMime: true, verdict: true, cleScellee: true, effaceLe: true } },
      },
      where: { id: { in: pieces.map(({ depotId }) => depotId) } },
    })
    const rangs = new Map(pieces.map(({ depotId }, rang) => [depotId, rang]))
    const [qui] = await tx.$queryRaw<{ nom: string; numero: string | null }[]>`
      SELECT coalesce(p.prenom || ' ' || p.nom, c.nom_affiche) AS nom, a.numero_adherent AS numero FROM demandes d
      JOIN comptes c ON c.id = d.compte_id LEFT JOIN personnes p ON p.id = c.personne_id LEFT JOIN adhesions a ON a.id = d.adhesion_id
      WHERE d.id = ${id}::uuid`
    return {
      demande: { ...demande, pieces },
      demandeur: qui?.nom ?? '',
      numeroAdherent: qui?.numero ?? null,
      fichiers: depots
        .sort((a, b) => (rangs.get(a.id) ?? 0) - (rangs.get(b.id) ?? 0))
        .map(({ nomOrigine, fichier }) => ({ nom: nomOrigine, fichier })),
    }
  })
}
