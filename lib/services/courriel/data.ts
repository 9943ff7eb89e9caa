import { dechiffrer } from '@/lib/server/chiffrement'
import { maintenant } from '@/lib/server/clock'
import { lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutSuivreCourriels } from './access'
import type { CleCourriel, EtatCourriel } from './schema'
import { type SuiviCourriels, voirCourriel } from './view'

export const COURRIELS_PAR_PAGE = 25

/** `AAD` of the two sealed columns. */
export const contexteDestinataire = (id: string): string => `courriels.destinataire:${id}`
export const contexteContenu = (id: string): string => `courriels.contenu:${id}`

const COLONNES = {
  id: true,
  modele: true,
  destinataire: true,
  etat: true,
  essais: true,
  derniereErreur: true,
  creeLe: true,
  dernierEssaiLe: true,
  envoyeLe: true,
} as const

/** The mails of one state, the latest first, and how many there are of each. Without a state: those in failure, when there are any. */
export async function loadCourriels(
  acteur: PorteeGestion,
  voulu: EtatCourriel | null,
  apres: CleCourriel | null,
): Promise<SuiviCourriels | null> {
  if (!peutSuivreCourriels(acteur)) return null
  return lire(acteur, async (tx) => {
    const nombres = await tx.courriel.groupBy({ by: ['etat'], _count: true })
    const nombre = (etat: EtatCourriel) => nombres.find((n) => n.etat === etat)?._count ?? 0
    const comptes = { ECHEC: nombre('ECHEC'), EN_FILE: nombre('EN_FILE'), ENVOYE: nombre('ENVOYE') }
    const etat = voulu ?? (comptes.ECHEC > 0 ? 'ECHEC' : comptes.EN_FILE > 0 ? 'EN_FILE' : 'ENVOYE')
    const lus = await tx.courriel.findMany({
      select: COLONNES,
      where: {
        etat,
        ...(apres === null
          ? {}
          : { OR: [{ creeLe: { lt: apres.creeLe } }, { creeLe: apres.creeLe, id: { lt: apres.id } }] }),
      },
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
      take: COURRIELS_PAR_PAGE + 1,
    })
    const page = lus.slice(0, COURRIELS_PAR_PAGE)
    const dernier = page.at(-1)
    const instant = maintenant()
    return {
      etat,
      comptes,
      courriels: page.map((lu) =>
        voirCourriel(lu, dechiffrer(lu.destinataire, contexteDestinataire(lu.id)), instant),
      ),
      suite:
        lus.length > COURRIELS_PAR_PAGE && dernier ? `${dernier.creeLe.toISOString()}_${dernier.id}` : null,
    }
  })
}
