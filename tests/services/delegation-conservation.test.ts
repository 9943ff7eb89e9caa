import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { ouvrirSession, reconnaitreSession } from '@/lib/server/sessions'
import { purger } from '@/lib/services/conservation/mutations'
import { loadMesDelegations } from '@/lib/services/delegation/data'
import { inscrireMesure, repondreDelegation } from '@/lib/services/delegation/mutations'
import { agirPour } from '@/lib/services/exercice-delegation/mutations'
import { baseDeFlux } from '../support/base-flux'
import { creerPersonne, lignes, type PersonneDeTest } from '../support/comptes'
import { unAgent } from '../support/demandes'

/** What time erases, and what it keeps because somebody acts for somebody. */
const JOUR = dateCivile('2026-11-15')
let base: pg.Pool
let fermer: () => Promise<void>
let suite = 0

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
})
afterAll(() => fermer())

const porteeDe = ({ compteId, personneId, adhesionId }: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions: [adhesionId], adhesionsLues: [] })

/** A guardianship until 2040, written by the staff; the guardian has accepted. */
async function tutelle() {
  suite += 1
  const email = `tutrice${suite}@exemple.fr`
  const protegee = await creerPersonne({ prenom: 'Odette', nom: `Fabre${suite}` })
  const tutrice = await creerPersonne({ email })
  const agent = await unAgent()
  await inscrireMesure(agent, {
    numeroAdherent: protegee.numeroAdherent,
    prenom: 'Odette',
    nom: `Fabre${suite}`,
    motif: 'TUTELLE',
    etendue: 'DEMANDER',
    au: dateCivile('2040-12-31'),
    email,
    qui: 'Sa nièce',
    raison: 'Jugement du 12 janvier 2025.',
  })
  const id = (await loadMesDelegations(porteeDe(tutrice))).delegations[0]?.id ?? ''
  const accepter = () => repondreDelegation(porteeDe(tutrice), id, 'ACCEPTER')
  return { protegee, tutrice, agent, id, accepter }
}

const compteDe = async ({ personneId }: PersonneDeTest) =>
  (
    await lignes<{ id: string; statut: string }>('SELECT id, statut FROM comptes WHERE personne_id = $1', [
      personneId,
    ])
  )[0]

/** In whose space the guardian finds themselves. */
async function espace(
  tutrice: PersonneDeTest,
  delegationId: string,
  jour: DateCivile,
): Promise<string | null> {
  const instant = new Date()
  const secret = await ecrire(SYSTEME, (c) => ouvrirSession(c, tutrice.compteId, 'test', instant))
  const session = await reconnaitreSession(secret, instant, jour)
  await agirPour(porteeDe(tutrice), session?.sessionId ?? '', delegationId, { jour, instant })
  return (await reconnaitreSession(secret, instant, jour))?.pourAutrui?.portee?.personneId ?? null
}

const vieillir = (compteId: string | undefined) =>
  base.query(`UPDATE comptes SET cree_le = '2026-09-01' WHERE id = $1`, [compteId])

describe('A35 : le compte que nul n’ouvre dure autant que la délégation dont il a besoin', () => {
  test('trente et un jours après, la tutrice agit toujours ; la mesure finie, il part', async () => {
    const { protegee, tutrice, agent, id, accepter } = await tutelle()
    await accepter()
    const compte = await compteDe(protegee)
    expect(compte?.statut).toBe('EN_ATTENTE')
    await vieillir(compte?.id)
    await purger({ essai: false })
    expect((await compteDe(protegee))?.id).toBe(compte?.id)
    expect(await espace(tutrice, id, JOUR)).toBe(protegee.personneId)
    await repondreDelegation(agent, id, 'REVOQUER', 'Fin de la mesure.')
    await purger({ essai: false })
    expect(await compteDe(protegee)).toBeUndefined()
  })

  test('une délégation qui commence pendant la purge garde le compte', async () => {
    const { protegee, tutrice, id, accepter } = await tutelle()
    // Begun long ago and never confirmed: past its time when the purge reads it.
    await base.query(
      `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche, cree_le) VALUES ('ADHERENT', 'EN_ATTENTE', $1, '', 'Odette', '2026-09-01')`,
      [protegee.personneId],
    )
    const client = await base.connect()
    await client.query('BEGIN')
    await client.query('SELECT FROM comptes WHERE personne_id = $1 FOR KEY SHARE', [protegee.personneId])
    const purge = purger({ essai: false })
    await vi.waitUntil(
      async () =>
        (
          await base.query(
            `SELECT FROM pg_locks l JOIN pg_database b ON b.oid = l.database OR l.database IS NULL WHERE NOT l.granted AND b.datname = current_database()`,
          )
        ).rowCount,
      { timeout: 60_000 },
    )
    await accepter()
    await client.query('COMMIT')
    client.release()
    await purge
    expect(await espace(tutrice, id, JOUR)).toBe(protegee.personneId)
  })
})
