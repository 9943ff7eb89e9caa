import { text } from 'node:stream/consumers'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { ouvrirFichier } from '@/lib/server/stockage/fichiers'
import { verifierComptes } from '@/lib/services/controle/data'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { encaisserEcheances } from '@/lib/services/encaissement/mutations'
import { abandonnerLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import { revoquerMandat, signerMandat } from '@/lib/services/mandat/mutations'
import { preparerPrelevements } from '@/lib/services/prelevement/mutations'
import { lireRetours } from '@/lib/services/retour-bancaire/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { comptable, rejets } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
/** The business day of the tests is 15 November 2026. */
const DECEMBRE = { executionLe: dateCivile('2026-12-06'), jour: dateCivile('2026-11-15') }
const NOVEMBRE = dateCivile('2026-11-01')

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

/** One adult of 40, tribu-equilibre from 1 November 2026: 44,20 € a month, so 44,20 × 12 × 61 / 365 = 88,64 € in two. */
async function contrat(numero: string, mandat = true, rib = true): Promise<string> {
  await installerFamille({
    numero,
    du: NOVEMBRE,
    formules: [['tribu-equilibre', NOVEMBRE, '']],
    personnes: [['MEMBRE_PARTICIPANT', 'Ada', '1986-04-12']],
    rib,
  })
  const id = await adhesionDe(base, numero)
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, du)
      VALUES ($1, 'MENSUELLE', 'PRELEVEMENT', 6, $2)`,
    [id, NOVEMBRE],
  )
  if (mandat && rib) await signerMandat(SYSTEME, { adhesionId: id, signeLe: NOVEMBRE })
  await ecrireEcheancier(id, 2026, NOVEMBRE)
  return id
}

const etatsDe = async (id: string): Promise<string[]> => {
  const { rows } = await base.query(
    'SELECT etat FROM echeances WHERE adhesion_id = $1 ORDER BY exigible_le',
    [id],
  )
  return rows.map((r) => r.etat)
}

async function soldeDe(id: string): Promise<number> {
  const { rows } = await base.query(
    `SELECT coalesce(sum(debit - credit), 0)::int AS solde FROM soldes WHERE adhesion_id = $1 AND nature = 'COTISATIONS_ADHERENT'`,
    [id],
  )
  return rows[0].solde
}

describe('Un lot de prélèvements', () => {
  test('prend ce qui est dû, un ordre par contrat ; sans RIB ou sans mandat, la raison est dite', async () => {
    const a = await contrat('P0001')
    await contrat('P0002', false)
    await contrat('P0003', true, false)
    const prepare = await preparerPrelevements(ines, DECEMBRE)
    expect(prepare.nombre).toBe(1)
    // Both months of each of the two contracts that cannot be debited.
    expect(prepare.ecartees.map((e) => [e.numeroAdherent, e.raison])).toEqual([
      ['P0002', 'SANS_MANDAT'],
      ['P0003', 'SANS_RIB'],
      ['P0002', 'SANS_MANDAT'],
      ['P0003', 'SANS_RIB'],
    ])
    const lot = prepare.lotId ?? ''
    await expect(validerLot(ines, lot)).rejects.toThrow(/une autre personne/)
    await validerLot(paul, lot)
    await emettreLot(lot)
    const { rows } = await base.query(
      `SELECT f.id, f.cle_scellee AS "cleScellee", f.efface_le AS "effaceLe" FROM lots_bancaires l JOIN fichiers f ON f.id = l.fichier_id
        WHERE l.id = $1`,
      [lot],
    )
    const xml = await text(await ouvrirFichier(rows[0]))
    expect(xml).toContain('<NbOfTxs>1</NbOfTxs><CtrlSum>88.64</CtrlSum>')
    expect(xml).toMatch(/<MndtId>M[0-9A-Z]{25}<\/MndtId><DtOfSgntr>2026-11-01/)
    // The 6th is a Sunday: banks settle on the 7th.
    expect(xml).toContain('<ReqdColltnDt>2026-12-07</ReqdColltnDt>')
    expect(await etatsDe(a)).toEqual(['PAYEE', 'PAYEE'])
    expect(await soldeDe(a)).toBe(0)
    const mandats = await base.query(`SELECT dernier_le FROM mandats WHERE adhesion_id = $1`, [a])
    expect(mandats.rows).toHaveLength(1)
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })

  test('cinquante préparations à la fois : chaque cotisation est dans un seul ordre vivant', async () => {
    const ids = []
    for (let i = 1; i <= 6; i += 1) ids.push(await contrat(`Q000${i}`))
    const essais = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => preparerPrelevements(i % 2 ? ines : paul, DECEMBRE)),
    )
    const lots = essais.flatMap((e) =>
      e.status === 'fulfilled' && e.value.lotId !== null ? [e.value.lotId] : [],
    )
    expect(lots).toHaveLength(1)
    const { rows } = await base.query(
      'SELECT count(*)::int AS n, sum(montant)::int AS total FROM ordres_bancaires WHERE lot_id = $1',
      [lots[0]],
    )
    expect(rows).toEqual([{ n: 6, total: 6 * 8864 }])
    await abandonnerLot(paul, lots[0] ?? '')
    expect(await etatsDe(ids[0] ?? '')).toEqual(['A_VENIR', 'A_VENIR'])
    // Called all the same: what falls due is owed whatever becomes of the batch.
    expect(await soldeDe(ids[0] ?? '')).toBe(8864)
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
    await base.query(`UPDATE mandats SET revoque_le = '2026-11-02' WHERE adhesion_id = ANY ($1::uuid[])`, [
      ids,
    ])
  })

  test('revenu sans provision : dû à nouveau, plus jamais prélevé, réglé une seule fois par chèque', async () => {
    const id = await contrat('R0001')
    const { lotId } = await preparerPrelevements(ines, { ...DECEMBRE, executionLe: dateCivile('2026-11-20') })
    await validerLot(paul, lotId ?? '')
    await emettreLot(lotId ?? '')
    const { rows } = await base.query(
      `SELECT l.msg_id, o.end_to_end_id FROM lots_bancaires l JOIN ordres_bancaires o ON o.lot_id = l.id
        WHERE l.id = $1 AND o.adhesion_id = $2`,
      [lotId, id],
    )
    const refuse = { endToEndId: rows[0].end_to_end_id, code: 'AM04' }
    await lireRetours(ines, rejets(rows[0].msg_id, [refuse]))
    expect(await etatsDe(id)).toEqual(['REJETEE', 'A_VENIR'])
    expect(await soldeDe(id)).toBe(4432)
    const { ecartees } = await preparerPrelevements(ines, DECEMBRE)
    expect(ecartees.filter((e) => e.numeroAdherent === 'R0001').map((e) => e.raison)).toEqual([
      'PRELEVEMENT_PERDU',
    ])
    const { rows: dues } = await base.query(
      `SELECT id FROM echeances WHERE adhesion_id = $1 AND etat = 'REJETEE'`,
      [id],
    )
    const cheque = { echeances: [dues[0].id], jour: dateCivile('2026-11-25') }
    const essais = await Promise.allSettled(Array.from({ length: 8 }, () => encaisserEcheances(ines, cheque)))
    expect(essais.filter((e) => e.status === 'fulfilled')).toHaveLength(1)
    expect(await etatsDe(id)).toEqual(['PAYEE', 'A_VENIR'])
    expect(await soldeDe(id)).toBe(0)
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })

  test('un mandat révoqué ne sert plus, un second du même compte est refusé tant que le premier vit', async () => {
    const id = await contrat('S0001')
    await expect(signerMandat(ines, { adhesionId: id, signeLe: NOVEMBRE })).rejects.toThrow(/existe déjà/)
    const { rows } = await base.query('SELECT id FROM mandats WHERE adhesion_id = $1', [id])
    await revoquerMandat(ines, rows[0].id, dateCivile('2026-11-10'))
    await expect(revoquerMandat(ines, rows[0].id, dateCivile('2026-11-11'))).rejects.toThrow(/déjà révoqué/)
    const { ecartees } = await preparerPrelevements(ines, DECEMBRE)
    expect(ecartees.filter((e) => e.numeroAdherent === 'S0001').map((e) => e.raison)).toEqual([
      'SANS_MANDAT',
      'SANS_MANDAT',
    ])
  })

  test('un gestionnaire ne prépare pas de lot ; un prélèvement ne se demande pas pour le jour même', async () => {
    const nadia = frapperGestion({ type: 'GESTION', compteId: ines.compteId, role: 'GESTIONNAIRE' })
    await expect(preparerPrelevements(nadia, DECEMBRE)).rejects.toThrow(/comptable/)
    await expect(preparerPrelevements(ines, { ...DECEMBRE, executionLe: DECEMBRE.jour })).rejects.toThrow(
      /à venir/,
    )
  })
})
