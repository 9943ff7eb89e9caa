import { indexAveugle } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'

/**
 * One guess on each of many accounts passes under every throttle. What shows it is the number of different accounts tried and missed in
 * a few minutes, wherever the tries come from: counted when one is refused, on the lines of the journal.
 */
export const COMPTES_SUSPECTS = 50
const FENETRE = '10 minutes'
/** Read of each act, at most; each is one account or the throttle of that account has begun. */
const LUES_MAX = 500

/** The same for the same identifier, and nothing can be learnt from it. */
export const cibleEssayee = (identifiant: string): string =>
  indexAveugle('essai', identifiant.trim().toLowerCase()).toString('hex').slice(0, 16)

const DERNIERES = (
  acte: string,
): string => `(SELECT coalesce(objet_id, donnees->>'cible') AS cible FROM journal
  WHERE acte = '${acte}' AND moment > clock_timestamp() - interval '${FENETRE}' ORDER BY rang DESC LIMIT ${LUES_MAX})`

const COMPTER = `SELECT count(DISTINCT cible)::int AS comptes,
    (SELECT count(*)::int FROM (SELECT FROM journal WHERE acte = 'CONNEXION' AND moment > clock_timestamp() - interval '${FENETRE}'
      ORDER BY rang DESC LIMIT ${LUES_MAX}) r) AS reussies
  FROM (${DERNIERES('CONNEXION_REFUSEE')} UNION ALL ${DERNIERES('CARTE_REFUSEE')}) l
  WHERE NOT EXISTS (SELECT FROM journal a WHERE a.acte = 'ESSAIS_REPARTIS' AND a.moment > clock_timestamp() - interval '${FENETRE}')`

/** Call it after the line of a refusal, in its transaction: the head of the journal is locked, so two refusals make one alert. */
export async function surveillerEssais(client: Ecriture): Promise<void> {
  const { rows } = await client.query<{ comptes: number; reussies: number }>(COMPTER)
  const { comptes, reussies } = rows[0] ?? { comptes: 0, reussies: 0 }
  if (comptes < COMPTES_SUSPECTS) return
  log.warn({ evenement: 'essais-repartis', comptes, reussies })
  await journaliser(client, {
    acte: 'ESSAIS_REPARTIS',
    compteId: null,
    role: 'SYSTEME',
    objetType: 'alerte',
    objetId: null,
    resultat: 'REFUSE',
    donnees: { comptes, reussies },
  })
}
