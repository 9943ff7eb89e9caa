import type { EtatDelegation, EtendueDelegation, PassageDelegation } from '@/generated/prisma/enums'
import { courrielDelegationChangee } from '@/lib/lexique/courriels/delegations'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { type DelegationLue, lockDelegation, TERME } from '../delegation/data'
import { etatApres } from '../delegation/etats'

/** One step of a delegation: its state, its history, the journal, and both sides told. */
interface Pas {
  readonly passage: PassageDelegation
  /** Null: the time. */
  readonly acteur: Acteur | null
  readonly instant: Date
  readonly raison: string | null
}

/** What is agreed when it begins. */
interface Ecrit {
  readonly protegeId: string | null
  readonly delegueId: string | null
  readonly etendue: EtendueDelegation
  readonly au: DateCivile | null
}

export async function passer(
  client: Ecriture,
  d: DelegationLue,
  pas: Pas & { readonly ecrit?: Ecrit },
): Promise<void> {
  const etat = etatApres(d.etat, pas.passage)
  if (etat === null) throw new Error(`délégation : ${pas.passage} n'est pas possible depuis ${d.etat}`)
  const { protegeId, delegueId } = pas.ecrit ?? d
  if (pas.ecrit !== undefined) await convenir(client, d.id, pas.ecrit)
  await client.query(
    `UPDATE delegations SET etat = $2::text::"EtatDelegation", jeton = NULL,
        decidee_le = CASE WHEN etat = 'PROPOSEE' AND $4 THEN $3::timestamptz ELSE decidee_le END,
        close_le = CASE WHEN $2 = 'ACTIVE' THEN NULL ELSE $3::timestamptz END
      WHERE id = $1`,
    [d.id, etat, pas.instant, pas.acteur !== null],
  )
  await inscrirePassage(client, d.id, etat, pas)
  await prevenir(client, protegeId, delegueId)
}

/** While it is proposed: nothing of this changes afterwards. */
async function convenir(client: Ecriture, id: string, e: Ecrit): Promise<void> {
  await client.query(
    `UPDATE delegations SET protege_id = $2, delegue_id = $3, etendue = $4::text::"EtendueDelegation", au = $5 WHERE id = $1`,
    [id, e.protegeId, e.delegueId, e.etendue, e.au],
  )
}

export async function inscrirePassage(
  client: Ecriture,
  id: string,
  etat: EtatDelegation,
  { passage, acteur, instant, raison }: Pas,
): Promise<void> {
  await client.query(
    `INSERT INTO passages_delegation (delegation_id, rang, passage, etat, moment, compte_id, raison)
      SELECT $1::uuid, count(*) + 1, $2::text::"PassageDelegation", $3::text::"EtatDelegation", $4, $5, $6 FROM passages_delegation
        WHERE delegation_id = $1::uuid`,
    [id, passage, etat, instant, acteur?.compteId ?? null, raison],
  )
  await journaliser(client, {
    acte: 'DELEGATION_PASSEE',
    compteId: acteur?.compteId ?? null,
    role: acteur === null ? 'SYSTEME' : acteur.type === 'GESTION' ? acteur.role : acteur.type,
    objetType: 'delegation',
    objetId: id,
    resultat: 'FAIT',
    donnees: { delegation: id, passage, etat },
  })
}

/** Nothing is said but that something changed: where, once logged in. */
async function prevenir(client: Ecriture, protegeId: string | null, delegueId: string | null): Promise<void> {
  const { rows } = await client.query<{ id: string; email: string }>(
    `SELECT id, email FROM comptes WHERE (id = $2 OR personne_id = $1) AND statut = 'ACTIF' AND email_confirme_le IS NOT NULL ORDER BY id`,
    [protegeId, delegueId],
  )
  const url = new URL('/adherent/mon-compte/delegations', env().PORTAIL_URL).href
  for (const { id, email } of rows)
    await envoyerCourriel(client, email, courrielDelegationChangee(url, signature()), id)
}

/** What ended by itself is closed, each in a transaction of its own: run twice, or cut short, it ends the same. Returns how many. */
export async function finirDelegations(jour: DateCivile, instant: Date): Promise<number> {
  const finies = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT d.id FROM delegations d WHERE (d.etat = 'ACTIVE' AND d.au < $1) OR (d.etat = 'PROPOSEE' AND d.expire_le <= $2)
          OR (d.etat = 'ACTIVE' AND d.motif = 'PARENT' AND ${TERME} < $1) ORDER BY d.id`,
      [jour, instant],
    )
    return rows
  })
  let faites = 0
  for (const { id } of finies)
    await ecrire(SYSTEME, async (client) => {
      const d = await lockDelegation(client, id)
      if (d === null || etatApres(d.etat, 'FINIR') === null) return
      await passer(client, d, { passage: 'FINIR', acteur: null, instant, raison: null })
      faites += 1
    })
  return faites
}
