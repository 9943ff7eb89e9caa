import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { type Mouvement, passer } from '@/lib/services/grand-livre/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation, enMorceaux, flux, portefeuille } from '../support/flux-de-test'
import { marquerPayees } from '../support/paiements'

let base: pg.Pool
let fermer: () => Promise<void>
const REGLEMENT = Object.keys(reglements)[0] ?? ''

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  const octets = portefeuille(10, { reglement: REGLEMENT, formule: 'tribu-equilibre' })
  await importerPortefeuille(SYSTEME, octets, { porte: () => true, propose: () => true })
})
afterAll(() => fermer())

async function recevoir(
  id: string,
  lignes: Parameters<typeof flux>[0],
  creeLe = '2026-11-10T06:00:00+01:00',
) {
  await importerFlux(SYSTEME, enMorceaux(flux(lignes, { id, creeLe }), 50_000))
  await liquider()
}

/** Debit minus credit of each nature, in cents. */
async function soldes(): Promise<Record<string, number>> {
  const { rows } = await base.query(
    'SELECT nature, sum(debit - credit)::int AS solde FROM soldes GROUP BY nature ORDER BY nature',
  )
  return Object.fromEntries(rows.map((r) => [r.nature, r.solde]))
}

describe('Le grand livre', () => {
  test('doit à chacun ce que la liquidation décide, à l’adhérent ou au professionnel payé à sa place', async () => {
    const tiers = consultation('G2', 2, { reglement: { date: '2026-03-12', destinataire: 'PROFESSIONNEL' } })
    await recevoir('F1', [consultation('G1', 1), tiers])
    // 30,00 × 100 % − 21,00 = 9,00 each.
    expect(await soldes()).toEqual({
      CHARGE_PRESTATIONS: 1800,
      PRESTATIONS_ADHERENT: -900,
      PRESTATIONS_TIERS: -900,
    })
    const { rows } = await base.query('SELECT identifiant FROM tiers')
    expect(rows).toEqual([{ identifiant: 'AM 751234563' }])
  })

  test('ne doit plus ce qui est repris avant d’être versé ; réclame ce qui l’était déjà', async () => {
    const [avant, apres] = [consultation('G3', 3), consultation('G4', 4)]
    await recevoir('F2', [avant])
    await recevoir('F3', [annulation('G3X', avant)])
    expect(await soldes()).toMatchObject({ CHARGE_PRESTATIONS: 1800, PRESTATIONS_ADHERENT: -900 })
    await recevoir('F4', [apres])
    await marquerPayees(base, { jusquAu: dateCivile('2026-11-10'), le: dateCivile('2026-11-12') })
    await recevoir('F5', [annulation('G4X', apres)], '2026-11-20T06:00:00+01:00')
    expect(await soldes()).toMatchObject({ CHARGE_PRESTATIONS: 1800, INDUS_ADHERENT: 900 })
  })

  test('une liquidation rejouée n’y ajoute rien', async () => {
    const { rows: avant } = await base.query(
      'SELECT count(*)::int AS n, max(rang)::int AS dernier FROM ecritures',
    )
    await liquider()
    const { rows: apres } = await base.query(
      'SELECT count(*)::int AS n, max(rang)::int AS dernier FROM ecritures',
    )
    expect(apres).toEqual(avant)
    expect(avant[0].n).toBe(avant[0].dernier)
  })

  test('une pièce passe une fois, même demandée vingt fois à la fois, et les rangs n’ont pas de trou', async () => {
    const piece = (n: number): Mouvement => ({
      jour: dateCivile('2026-11-15'),
      operation: 'ENCAISSEMENT',
      debit: { nature: 'BANQUE' },
      credit: { nature: 'BANQUE_EN_ATTENTE' },
      montant: 100 + n,
      pieceType: 'retour',
      pieceId: `00000000-0000-4000-8000-00000000000${n}`,
    })
    const passages = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        ecrire(SYSTEME, (c) => passer(c, [piece(i % 5), piece(5 + (i % 3))])),
      ),
    )
    expect(passages.reduce((a, b) => a + b, 0)).toBe(8)
    const { rows } = await base.query('SELECT count(*)::int AS n, max(rang)::int AS dernier FROM ecritures')
    expect(rows[0].n).toBe(rows[0].dernier)
  })

  test('une écriture ne se modifie ni ne s’efface, même par le propriétaire de la base', async () => {
    await expect(base.query('UPDATE ecritures SET montant = montant + 1')).rejects.toThrow('ne se modifient')
    await expect(base.query('DELETE FROM ecritures')).rejects.toThrow('ne se modifient')
    await expect(base.query('TRUNCATE ecritures')).rejects.toThrow('ne se modifient')
  })

  test('un mouvement sans montant, ou d’un compte à lui-même, est refusé en entier', async () => {
    const faux: Mouvement = {
      jour: dateCivile('2026-11-15'),
      operation: 'ENCAISSEMENT',
      debit: { nature: 'BANQUE' },
      credit: { nature: 'BANQUE' },
      montant: 100,
      pieceType: 'retour',
      pieceId: '00000000-0000-4000-8000-0000000000aa',
    }
    await expect(ecrire(SYSTEME, (c) => passer(c, [faux]))).rejects.toThrow('ecritures_deux_comptes')
    const nul: Mouvement = { ...faux, credit: { nature: 'BANQUE_EN_ATTENTE' }, montant: 0 }
    await expect(ecrire(SYSTEME, (c) => passer(c, [nul]))).rejects.toThrow('ecritures_montant')
  })
})
