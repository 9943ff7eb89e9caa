import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { PorteeGestion } from '@/lib/server/portee'
import { verifierComptes } from '@/lib/services/controle/data'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { lireRetours } from '@/lib/services/retour-bancaire/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, installerAdherents, recevoirEtLiquider, rejets } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { consultation } from '../support/flux-de-test'
import { camt } from '../support/retours-sepa'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
const JOURS = { executionLe: dateCivile('2026-11-17'), jour: dateCivile('2026-11-15') }

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(6)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

interface OrdreEmis {
  readonly msg_id: string
  readonly end_to_end_id: string
  readonly adhesion_id: string
}

async function emettre(): Promise<OrdreEmis[]> {
  const { lotId } = await preparerVersements(ines, JOURS)
  if (lotId === null) throw new Error('aucun lot')
  await validerLot(paul, lotId)
  await emettreLot(lotId)
  const { rows } = await base.query(
    `SELECT l.msg_id, o.end_to_end_id, o.adhesion_id FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
      WHERE l.id = $1 ORDER BY o.rang`,
    [lotId],
  )
  return rows
}

async function etats(adhesionId: string | undefined): Promise<string[]> {
  const { rows } = await base.query('SELECT etat FROM prestations WHERE adhesion_id = $1 ORDER BY etat', [
    adhesionId,
  ])
  return rows.map((r) => r.etat)
}

const revenu = (o: OrdreEmis | undefined, code: string) => ({ endToEndId: o?.end_to_end_id ?? '', code })

describe('Un virement qui revient', () => {
  test('est dû de nouveau, une seule fois, même lu par cinquante personnes à la fois ; son compte n’est plus payé', async () => {
    await recevoirEtLiquider('F1', [consultation('G1', 1), consultation('G2', 2)])
    const [un, deux] = await emettre()
    const octets = rejets(un?.msg_id ?? '', [revenu(un, 'AC04')])
    const lectures = await Promise.all(
      Array.from({ length: 50 }, (_, i) => lireRetours(i % 2 ? ines : paul, octets)),
    )
    expect(lectures.reduce((n, l) => n + l.nouveaux, 0)).toBe(1)
    expect(lectures.reduce((n, l) => n + l.dejaLus, 0)).toBe(49)
    expect(await etats(un?.adhesion_id)).toEqual(['A_PAYER'])
    expect(await etats(deux?.adhesion_id)).toEqual(['PAYEE'])
    const { rows } = await base.query(
      `SELECT nature, sum(debit - credit)::int AS solde FROM soldes GROUP BY nature ORDER BY nature`,
    )
    expect(Object.fromEntries(rows.map((r) => [r.nature, r.solde]))).toEqual({
      CHARGE_PRESTATIONS: 1800,
      PRESTATIONS_ADHERENT: -900,
      BANQUE_EN_ATTENTE: -900,
    })
    // The closed account is not paid again: nothing left until a new RIB.
    await expect(
      preparerVersements(ines, { ...JOURS, executionLe: dateCivile('2026-11-19') }),
    ).rejects.toThrow('Rien n’est à verser')
  })

  test('faute de provision ou de réponse, repart au lot suivant sous un autre identifiant', async () => {
    await recevoirEtLiquider('F2', [consultation('G3', 3)])
    const [premier] = await emettre()
    await lireRetours(ines, rejets(premier?.msg_id ?? '', [revenu(premier, 'AB08')]))
    const [second] = await emettre()
    expect(second?.adhesion_id).toBe(premier?.adhesion_id)
    expect(second?.end_to_end_id).not.toBe(premier?.end_to_end_id)
    expect(await etats(second?.adhesion_id)).toEqual(['PAYEE'])
  })

  test('d’un lot refusé en entier revient en entier', async () => {
    await recevoirEtLiquider('F3', [consultation('G4', 4), consultation('G5', 5)])
    const ordres = await emettre()
    const msgId = ordres[0]?.msg_id ?? ''
    const entier = Buffer.from(
      String(rejets(msgId, [])).replace(
        '</OrgnlGrpInfAndSts>',
        '<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>',
      ),
    )
    expect(await lireRetours(ines, entier)).toMatchObject({ nouveaux: 2, dejaLus: 0 })
    for (const ordre of ordres) expect(await etats(ordre.adhesion_id)).toEqual(['A_PAYER'])
  })

  test('cinquante campagnes entières et cinquante lectures à la fois : chaque remboursement part une fois, chaque retour compte une fois', async () => {
    const soins = Array.from({ length: 12 }, (_, i) =>
      consultation(`P${i}`, 1 + (i % 6), { soinsDebut: `2026-02-${String(i + 1).padStart(2, '0')}` }),
    )
    await recevoirEtLiquider('F4', soins.slice(0, 6))
    const ordres = await emettre()
    await recevoirEtLiquider('F5', soins.slice(6))
    const octets = rejets(ordres[0]?.msg_id ?? '', [revenu(ordres[0], 'AB08'), revenu(ordres[1], 'AB08')])
    const campagne = async (i: number) => {
      const [un, deux] = i % 2 ? [ines, paul] : [paul, ines]
      const { lotId } = await preparerVersements(un, JOURS)
      if (lotId === null) return
      await validerLot(deux, lotId)
      await Promise.all([emettreLot(lotId), emettreLot(lotId)])
    }
    const lectures = Array.from({ length: 50 }, (_, i) => lireRetours(i % 2 ? ines : paul, octets))
    const campagnes = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => campagne(i)))
    // A campaign that comes after the others has nothing to do, and says so.
    const raisons = campagnes.flatMap((c) => (c.status === 'rejected' ? [String(c.reason.message)] : []))
    expect(new Set(raisons)).toEqual(new Set(['Rien n’est à verser à ce jour.']))
    expect((await Promise.all(lectures)).reduce((n, l) => n + l.nouveaux, 0)).toBe(2)
    // What came back after the last campaign leaves with the next one.
    await campagne(0).catch(() => undefined)
    const { rows } = await base.query(
      `SELECT count(*)::int AS soins, count(*) FILTER (WHERE p.etat = 'PAYEE')::int AS payes,
          count(*) FILTER (WHERE v.n = 1)::int AS dans_un_ordre
        FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id
        LEFT JOIN LATERAL (SELECT count(*) AS n FROM ordres_prestations o WHERE o.prestation_id = p.id AND o.vivant) v ON true
        WHERE l.id_decompte LIKE 'P%' AND p.adhesion_id IN (SELECT adhesion_id FROM comptes_bancaires WHERE au IS NULL)`,
    )
    // Six members, one of whom has had no account since the first test: ten cares of twelve.
    expect(rows[0].soins).toBe(10)
    expect(rows[0].payes).toBe(rows[0].soins)
    expect(rows[0].dans_un_ordre).toBe(rows[0].soins)
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })

  test('rapproche un lot du mouvement que le relevé en montre, une fois, et laisse à la main un autre montant', async () => {
    await recevoirEtLiquider('F6', [consultation('R2', 2, { soinsDebut: '2026-01-05' })])
    const [ordre] = await emettre()
    const msgId = ordre?.msg_id ?? ''
    const releve = (montant: string) =>
      Buffer.from(
        camt(
          'camt.053',
          '08',
          'FR7630006000011234567890189',
          `<Ntry><Amt Ccy="EUR">${montant}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-18</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><Btch><MsgId>${msgId}</MsgId><PmtInfId>${msgId}-001</PmtInfId><NbOfTxs>1</NbOfTxs></Btch></NtryDtls></Ntry>`,
        ),
      )
    expect(await lireRetours(ines, releve('9.01'))).toMatchObject({
      rapproches: 0,
      aRapprocher: [{ montant: 901 }],
    })
    expect(await lireRetours(ines, releve('9.00'))).toMatchObject({ rapproches: 1, aRapprocher: [] })
    expect(await lireRetours(ines, releve('9.00'))).toMatchObject({ rapproches: 0, aRapprocher: [] })
    const { rows } = await base.query(
      `SELECT l.etat, o.etat AS ordre, o.denoue_le::text, (SELECT sum(montant)::int FROM ecritures WHERE operation = 'RAPPROCHEMENT') AS livre
        FROM lots_bancaires l JOIN ordres_bancaires o ON o.lot_id = l.id WHERE l.msg_id = $1`,
      [msgId],
    )
    expect(rows).toEqual([{ etat: 'RAPPROCHE', ordre: 'EXECUTE', denoue_le: '2026-11-18', livre: 900 }])
    // Sent back after it was carried out: owed again all the same.
    expect(await lireRetours(ines, rejets(msgId, [revenu(ordre, 'AC06')]))).toMatchObject({ nouveaux: 1 })
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })

  test('inconnu de nous est montré, et rien ne bouge', async () => {
    const { rows: avant } = await base.query('SELECT count(*)::int AS n FROM ecritures')
    const lu = await lireRetours(ines, rejets('L0', [{ endToEndId: 'AUTRE', code: 'AC04' }]))
    expect(lu).toMatchObject({ nouveaux: 0, aRapprocher: [{ endToEndId: 'AUTRE' }] })
    expect((await base.query('SELECT count(*)::int AS n FROM ecritures')).rows).toEqual(avant)
  })

  test('un fichier altéré est refusé en entier', async () => {
    await expect(lireRetours(ines, Buffer.from('<Document><!DOCTYPE x>'))).rejects.toThrow()
  })
})
