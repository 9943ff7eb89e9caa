import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import { ecrire, lire } from '@/lib/server/db'
import { indexCodeAcces } from '@/lib/server/identifiant'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { estVivante } from '@/lib/server/sessions'
import type { CompteConnu } from './access'
import type { ConnexionVue } from './view'

const PAR_EMAIL = 'SELECT id, role, statut, mot_de_passe AS "motDePasse" FROM comptes WHERE email = $1'
const PAR_CODE = `SELECT c.id, c.role, c.statut, c.mot_de_passe AS "motDePasse"
  FROM codes_acces k JOIN comptes c ON c.personne_id = k.personne_id WHERE k.code_index = $1`

/** Accounts that answer to what was typed: an e-mail, or the code of a card. */
export async function comptesDesignes(identifiant: string): Promise<readonly CompteConnu[]> {
  const email = normaliserEmail(identifiant)
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await (email === null
      ? client.query<CompteConnu>(PAR_CODE, [indexCodeAcces(identifiant)])
      : client.query<CompteConnu>(PAR_EMAIL, [email]))
    return rows
  })
}

/** Connections still open on the account of whoever asks, the current one marked. */
export async function loadConnexions(
  acteur: Acteur,
  sessionId: string,
  instant: Date,
): Promise<readonly ConnexionVue[]> {
  return lire(SYSTEME, async (tx) => {
    const compte = await tx.compte.findUniqueOrThrow({
      where: { id: acteur.compteId },
      select: {
        role: true,
        statut: true,
        sessions: {
          where: { revoqueeLe: null, expireLe: { gt: instant } },
          select: { id: true, appareil: true, creeLe: true, vueLe: true, expireLe: true, revoqueeLe: true },
          orderBy: { vueLe: 'desc' },
        },
      },
    })
    return compte.sessions
      .filter((session) => estVivante({ ...session, role: compte.role, statut: compte.statut }, instant))
      .map(({ id, appareil, creeLe, vueLe }) => ({ id, appareil, creeLe, vueLe, courante: id === sessionId }))
  })
}
