import { text } from 'node:stream/consumers'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { PorteeGestion } from '@/lib/server/portee'
import { ouvrirFichier } from '@/lib/server/stockage/fichiers'
import { verifierComptes } from '@/lib/services/controle/data'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { PASSAGES_LOT, PASSAGES_ORDRE } from '@/lib/services/lot-bancaire/etats'
import { abandonnerLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, installerAdherents, recevoirEtLiquider } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation } from '../support/flux-de-test'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
const JOURS = { executionLe: dateCivile('2026-11-17'), jour: dateCivile('2026-11-15') }

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(12, [12])
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

async function fichierDuLot(lotId: string): Promise<string> {
  const { rows } = await base.query(
    `SELECT f.id, f.cle_scellee AS "cleScellee", f.efface_le AS "effaceLe" FROM lots_bancaires l JOIN fichiers f ON f.id = l.fichier_id
      WHERE l.id = $1`,
    [lotId],
  )
  return text(await ouvrirFichier(rows[0]))
}

async function soldes(): Promise<Record<string, number>> {
  const { rows } = await base.query(
    'SELECT nature, sum(debit - credit)::int AS solde FROM soldes GROUP BY nature',
  )
  return Object.fromEntries(rows.map((r) => [r.nature, r.solde]))
}

const lotDe = ({ lotId }: { lotId: string | null }): string => {
  if (lotId === null) throw new Error('aucun lot')
  return lotId
}

describe('Un lot de versements', () => {
  test('paie une fois ce qui est dû, par compte, après le contrôle d’une autre personne', async () => {
    // Two care of person 1 (9,00 € each), one of person 2; person 12 has given no RIB.
    await recevoirEtLiquider('F1', [
      consultation('G1', 1),
      consultation('G1b', 1, { soinsDebut: '2026-03-11' }),
      consultation('G2', 2),
      consultation('G12', 12),
    ])
    const lot = lotDe(await preparerVersements(ines, JOURS))
    await expect(emettreLot(lot)).rejects.toThrow('après contrôle')
    await expect(validerLot(ines, lot)).rejects.toThrow(/une autre personne/)
    await validerLot(paul, lot)
    expect(await emettreLot(lot)).toEqual({ emis: true })
    expect(await emettreLot(lot)).toEqual({ emis: false })

    const xml = await fichierDuLot(lot)
    expect(xml).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>27.00</CtrlSum>')
    expect([...xml.matchAll(/<InstdAmt Ccy="EUR">([0-9.]+)</g)].map((m) => m[1])).toEqual(['18.00', '9.00'])
    expect(xml).toContain('<ReqdExctnDt>2026-11-17</ReqdExctnDt>')
    expect(xml).not.toMatch(/consultation|180019999/i)

    const { rows } = await base.query(
      'SELECT etat, payee_le, count(*)::int AS n FROM prestations GROUP BY 1, 2 ORDER BY 1',
    )
    expect(rows.map((r) => [r.etat, r.n])).toEqual([
      ['A_PAYER', 1],
      ['PAYEE', 3],
    ])
    expect(await soldes()).toEqual({
      CHARGE_PRESTATIONS: 3600,
      PRESTATIONS_ADHERENT: -900,
      BANQUE_EN_ATTENTE: -2700,
    })
    await expect(preparerVersements(ines, JOURS)).rejects.toThrow('Rien n’est à verser')
  })

  test('abandonné avant son fichier, rend ce qu’il tenait ; émis, il ne s’abandonne plus', async () => {
    await recevoirEtLiquider('F2', [consultation('G3', 3)])
    const lot = lotDe(await preparerVersements(ines, JOURS))
    await abandonnerLot(paul, lot)
    await expect(validerLot(paul, lot)).rejects.toThrow('déjà changé d’état')
    const second = lotDe(await preparerVersements(ines, JOURS))
    await validerLot(paul, second)
    await emettreLot(second)
    await expect(abandonnerLot(paul, second)).rejects.toThrow('déjà changé d’état')
  })

  test('cinquante préparations et émissions à la fois : chaque prestation est dans un seul ordre vivant', async () => {
    await recevoirEtLiquider(
      'F3',
      Array.from({ length: 8 }, (_, i) => consultation(`P${i}`, 1 + i, { soinsDebut: '2026-03-12' })),
    )
    const essais = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => preparerVersements(i % 2 ? ines : paul, JOURS)),
    )
    const lots = essais.flatMap((e) => (e.status === 'fulfilled' ? [lotDe(e.value)] : []))
    expect(lots).toHaveLength(1)
    const lot = lots[0] ?? ''
    const validations = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => validerLot(i % 2 ? ines : paul, lot)),
    )
    expect(validations.filter((v) => v.status === 'fulfilled')).toHaveLength(1)
    const emissions = await Promise.all(Array.from({ length: 20 }, () => emettreLot(lot)))
    expect(emissions.filter((e) => e.emis)).toHaveLength(1)
    const { rows } = await base.query(
      `SELECT count(*)::int AS n, sum(o.montant)::int AS total FROM ordres_bancaires o WHERE o.lot_id = $1`,
      [lot],
    )
    expect(rows).toEqual([{ n: 8, total: 7200 }])
  })

  test('retient d’abord ce que l’adhérent doit, après le délai d’explication, jamais plus', async () => {
    const payee = consultation('G5', 5, { soinsDebut: '2026-02-01' })
    await recevoirEtLiquider('F5', [payee])
    const lot = lotDe(await preparerVersements(ines, JOURS))
    await validerLot(paul, lot)
    await emettreLot(lot)
    await recevoirEtLiquider('F6', [annulation('G5X', payee)], '2026-11-20T06:00:00+01:00')
    await base.query(
      `INSERT INTO indus (adhesion_id, prestation_id, montant, etat, constate_le, retenue_des)
        SELECT adhesion_id, id, -part_mutuelle, 'EXPLIQUE', '2026-11-20', '2026-12-20' FROM prestations WHERE part_mutuelle < 0`,
    )
    // 9,00 € due back; two care of 9,00 €: before the day nothing is retained, after it one is wholly given.
    await recevoirEtLiquider('F7', [
      consultation('G5b', 5, { soinsDebut: '2026-02-02' }),
      consultation('G5c', 5, { soinsDebut: '2026-02-03' }),
    ])
    const tot = lotDe(await preparerVersements(ines, JOURS))
    const { rows: avant } = await base.query('SELECT total::int FROM lots_bancaires WHERE id = $1', [tot])
    expect(avant).toEqual([{ total: 1800 }])
    await abandonnerLot(paul, tot)
    const apres = await preparerVersements(ines, {
      executionLe: dateCivile('2026-12-22'),
      jour: dateCivile('2026-12-20'),
    })
    expect(apres.compensees).toBe(1)
    const { rows } = await base.query('SELECT total::int FROM lots_bancaires WHERE id = $1', [lotDe(apres)])
    expect(rows).toEqual([{ total: 900 }])
    expect((await soldes()).INDUS_ADHERENT).toBe(0)
  })

  test('laisse des comptes justes, et une faute y est vue', async () => {
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
    await base.query('ALTER TABLE ecritures DISABLE TRIGGER USER')
    await base.query(
      "UPDATE ecritures SET montant = montant + 1 WHERE operation = 'VERSEMENT' AND rang = (SELECT max(rang) FROM ecritures WHERE operation = 'VERSEMENT')",
    )
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toMatchObject([
      { code: 'LOT_EMIS_AU_LIVRE', fautes: 1 },
    ])
    await base.query(
      "UPDATE ecritures SET montant = montant - 1 WHERE operation = 'VERSEMENT' AND rang = (SELECT max(rang) FROM ecritures WHERE operation = 'VERSEMENT')",
    )
    await base.query('ALTER TABLE ecritures ENABLE TRIGGER USER')
  })

  test('ne connaît que les passages déclarés, en base comme ici', async () => {
    const { rows } = await base.query<{ table: string; passages: Record<string, string[]> }>(
      `SELECT tgrelid::regclass::text AS table,
          (string_to_array(encode(tgargs, 'escape'), '\\000'))[2]::jsonb AS passages
        FROM pg_trigger WHERE tgname IN ('lots_bancaires_gardes', 'ordres_bancaires_gardes')`,
    )
    const parTable = new Map(rows.map((r) => [r.table, r.passages]))
    const pleins = (passages: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(passages).filter(([, vers]) => vers.length > 0))
    expect(parTable.get('lots_bancaires')).toEqual(pleins(PASSAGES_LOT))
    expect(parTable.get('ordres_bancaires')).toEqual(pleins(PASSAGES_ORDRE))
  })
})
