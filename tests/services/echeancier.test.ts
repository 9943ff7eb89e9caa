import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { verifierComptes } from '@/lib/services/controle/data'
import {
  actualiserEcheanciers,
  appelerEcheances,
  ecrireEcheancier,
  genererEcheanciers,
} from '@/lib/services/echeancier/mutations'
import { signerMandat } from '@/lib/services/mandat/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { comptable } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille, preleverJusquAu } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
const JANVIER = dateCivile('2026-01-01')

/**
 * Tariff tribu-equilibre of 2026: child 21,20 €, 36–40 years 44,20 €, 41–45 years 49,50 €; tribu-premium: 27,40 €, 57,10 €, 64,00 €.
 * Ages are those reached the year before: 39 and 41. 44,20 + 49,50 + 2 × 21,20 = 136,10 € a month, 1 633,20 € a year.
 */
const PERSONNES = [
  ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'],
  ['CONJOINT', 'Yann', '1984-09-03'],
  ['ENFANT', 'Nils', '2015-02-20'],
  ['ENFANT', 'Lise', '2018-07-09'],
] as const
const FORMULES = [['tribu-equilibre', '2024-01-01', '']] as const

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

async function famille(numero: string, mode = 'PRELEVEMENT', periodicite = 'MENSUELLE'): Promise<string> {
  await installerFamille({ numero, formules: FORMULES, personnes: PERSONNES })
  const id = await adhesionDe(base, numero)
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, du)
      VALUES ($1, $2::text::"PeriodiciteCotisation", $3::text::"ModePaiement", $4, '2024-01-01')`,
    [id, periodicite, mode, mode === 'PRELEVEMENT' ? 6 : null],
  )
  if (mode === 'PRELEVEMENT')
    await signerMandat(SYSTEME, { adhesionId: id, signeLe: dateCivile('2024-01-02') })
  return id
}

interface Ligne {
  version: number
  exigible: string
  montant: number
  etat: string
}

async function echeances(adhesionId: string): Promise<Ligne[]> {
  const { rows } = await base.query(
    `SELECT c.version, to_char(e.exigible_le, 'YYYY-MM-DD') AS exigible, e.montant::int, e.etat FROM echeances e
      JOIN echeanciers c ON c.id = e.echeancier_id WHERE e.adhesion_id = $1 AND e.etat <> 'REMPLACEE' ORDER BY e.exigible_le, e.rang`,
    [adhesionId],
  )
  return rows
}

async function solde(adhesionId: string): Promise<number> {
  const { rows } = await base.query(
    `SELECT coalesce(sum(debit - credit), 0)::int AS solde FROM soldes WHERE adhesion_id = $1 AND nature = 'COTISATIONS_ADHERENT'`,
    [adhesionId],
  )
  return rows[0].solde
}

async function causes(
  adhesionId: string,
): Promise<{ version: number; cause: string; total: number; codes: string[] }[]> {
  const { rows } = await base.query(
    `SELECT version, cause, total::int, (SELECT array_agg(m ->> 'code') FROM jsonb_array_elements(motifs) m) AS codes
      FROM echeanciers WHERE adhesion_id = $1 ORDER BY version`,
    [adhesionId],
  )
  return rows
}

const comptesJustes = async () => (await verifierComptes()).filter((c) => c.fautes > 0)

describe('L’échéancier d’un contrat', () => {
  test('une famille au mois : douze fois 136,10 €, le 6, et les mêmes faits n’écrivent rien', async () => {
    const id = await famille('F0001')
    expect(await ecrireEcheancier(id, 2026, JANVIER)).toEqual({ issue: 'ECRIT', version: 1 })
    expect(await ecrireEcheancier(id, 2026, dateCivile('2026-09-20'))).toEqual({ issue: 'INCHANGE' })
    const lignes = await echeances(id)
    expect(lignes.map((l) => l.montant)).toEqual(Array.from({ length: 12 }, () => 13_610))
    expect(lignes.map((l) => l.exigible.slice(5)).slice(0, 3)).toEqual(['01-06', '02-06', '03-06'])
    expect(await causes(id)).toEqual([
      { version: 1, cause: 'ANNEE', total: 163_320, codes: ['ECHEANCIER_GENERE'] },
    ])
  })

  test('par chèque au trimestre : quatre fois 408,30 €, appelées le jour venu, une seule fois au grand livre', async () => {
    const id = await famille('F0002', 'CHEQUE', 'TRIMESTRIELLE')
    await ecrireEcheancier(id, 2026, JANVIER)
    await appelerEcheances(dateCivile('2026-04-02'))
    await appelerEcheances(dateCivile('2026-04-03'))
    expect((await echeances(id)).map((l) => [l.exigible, l.montant, l.etat])).toEqual([
      ['2026-01-01', 40_830, 'APPELEE'],
      ['2026-04-01', 40_830, 'APPELEE'],
      ['2026-07-01', 40_830, 'A_VENIR'],
      ['2026-10-01', 40_830, 'A_VENIR'],
    ])
    expect(await solde(id)).toBe(81_660)
    expect(await comptesJustes()).toEqual([])
  })

  test('un chèque chaque mois est refusé par le règlement : rien n’est écrit, la raison est dite', async () => {
    const id = await famille('F0003', 'CHEQUE', 'MENSUELLE')
    expect(await ecrireEcheancier(id, 2026, JANVIER)).toMatchObject({
      issue: 'IMPOSSIBLE',
      raison: /CHEQUE_REFUSE/,
    })
    expect(await echeances(id)).toEqual([])
  })

  test('le troisième enfant naît : gratuit, l’échéancier le dit et rien ne change à payer', async () => {
    const id = await famille('F0004')
    await ecrireEcheancier(id, 2026, JANVIER)
    await installerNaissance(id, '2026-05-14')
    expect(await ecrireEcheancier(id, 2026, dateCivile('2026-05-20'))).toEqual({ issue: 'ECRIT', version: 2 })
    expect((await causes(id))[1]).toEqual({
      version: 2,
      cause: 'CHANGEMENT',
      total: 163_320,
      codes: ['ECHEANCIER_INCHANGE'],
    })
    const { rows } = await base.query(
      `SELECT p ->> 'gratuit' AS gratuit FROM echeanciers, jsonb_path_query(resultat, '$.segments[1].personnes[*]') p
        WHERE adhesion_id = $1 AND version = 2`,
      [id],
    )
    expect(rows.map((r) => r.gratuit)).toEqual(['false', 'false', 'false', 'false', 'true'])
  })

  /**
   * tribu-premium from 1 July: 57,10 + 64,00 + 2 × 27,40 = 175,90 € a month. 184 days of 365 are left on 1 July.
   * First half: 1 633,20 − round(1 633,20 × 184 / 365 = 823,31) = 809,89; five months at 136,10, June takes 129,39.
   * Second half: 2 110,80 × 184 / 365 = 1 064,07; in six, 177,35 three times then 177,34. Year: 1 873,96 €.
   */
  test('changer d’option au 1er juillet : les mois payés restent, la différence est dite période par période', async () => {
    const id = await famille('F0005')
    await ecrireEcheancier(id, 2026, JANVIER)
    await preleverJusquAu(ines, paul, '2026-03-06')
    await base.query(`UPDATE choix_formules SET au = '2026-06-30' WHERE adhesion_id = $1`, [id])
    await base.query(
      `INSERT INTO choix_formules (adhesion_id, formule, du) VALUES ($1, 'tribu-premium', '2026-07-01')`,
      [id],
    )
    await ecrireEcheancier(id, 2026, dateCivile('2026-03-15'))
    expect(await ecrireEcheancier(id, 2026, dateCivile('2026-03-16'))).toEqual({ issue: 'INCHANGE' })
    const lignes = await echeances(id)
    expect(lignes.map((l) => l.montant)).toEqual([
      13_610, 13_610, 13_610, 13_610, 13_610, 12_939, 17_735, 17_735, 17_735, 17_734, 17_734, 17_734,
    ])
    expect(lignes.map((l) => [l.version, l.etat]).slice(1, 4)).toEqual([
      [1, 'PAYEE'],
      [1, 'PAYEE'],
      [2, 'A_VENIR'],
    ])
    expect((await causes(id))[1]).toMatchObject({
      total: 187_396,
      codes: ['ECHEANCE_EN_BAISSE', ...Array.from({ length: 6 }, () => 'ECHEANCE_EN_HAUSSE')],
    })
    expect(await comptesJustes()).toEqual([])
  })

  /**
   * The contract ends on 15 August: 138 days are left of 365. Due: 1 633,20 − round(1 633,20 × 138 / 365 = 617,48) = 1 015,72 €.
   * Nine months are paid, 1 224,90 €: 209,18 € are given back, within 30 days of the end (14 September). Kept + refund = paid.
   */
  test('résiliation en cours d’année : rendu et gardé font ce qui est payé, dans le délai du règlement', async () => {
    const id = await famille('F0006')
    await ecrireEcheancier(id, 2026, JANVIER)
    await preleverJusquAu(ines, paul, '2026-09-06')
    await base.query(`UPDATE adhesions SET date_fin = '2026-08-15' WHERE id = $1`, [id])
    await base.query(`UPDATE choix_formules SET au = '2026-08-15' WHERE adhesion_id = $1`, [id])
    await base.query(`UPDATE beneficiaires SET au = '2026-08-15' WHERE adhesion_id = $1`, [id])
    await ecrireEcheancier(id, 2026, dateCivile('2026-09-10'))
    const lignes = await echeances(id)
    expect(lignes.map((l) => l.montant)).toEqual([...Array.from({ length: 9 }, () => 13_610), -20_918])
    expect(lignes.at(-1)).toMatchObject({ exigible: '2026-09-14', etat: 'A_VENIR' })
    expect((await causes(id))[1]).toMatchObject({ cause: 'RESILIATION', total: 101_572 })
    expect((await causes(id))[1]?.codes).toEqual(
      expect.arrayContaining(['TROP_PERCU_REMBOURSE', 'REMBOURSEMENT_SOUS_DELAI']),
    )
    await appelerEcheances(dateCivile('2026-09-14'))
    // The mutuelle owes the contract what it paid too much.
    expect(await solde(id)).toBe(-20_918)
    expect(await comptesJustes()).toEqual([])
  })

  test('appelée par chèque, non payée, puis résiliée : l’appel est annulé au grand livre et ce qui reste dû est redit', async () => {
    const id = await famille('F0007', 'CHEQUE', 'TRIMESTRIELLE')
    await ecrireEcheancier(id, 2026, JANVIER)
    await appelerEcheances(dateCivile('2026-01-02'))
    await base.query(`UPDATE adhesions SET date_fin = '2026-01-31' WHERE id = $1`, [id])
    await base.query(`UPDATE choix_formules SET au = '2026-01-31' WHERE adhesion_id = $1`, [id])
    await base.query(`UPDATE beneficiaires SET au = '2026-01-31' WHERE adhesion_id = $1`, [id])
    await ecrireEcheancier(id, 2026, dateCivile('2026-02-10'))
    // 334 days are left: 1 633,20 − round(1 633,20 × 334 / 365 = 1 494,49) = 138,71 €.
    expect((await echeances(id)).map((l) => [l.montant, l.etat])).toEqual([[13_871, 'A_VENIR']])
    expect(await solde(id)).toBe(0)
    await appelerEcheances(dateCivile('2026-02-11'))
    expect(await solde(id)).toBe(13_871)
    expect(await comptesJustes()).toEqual([])
  })

  test('les contrats manquants d’une année sont écrits une fois, les autres ne bougent pas', async () => {
    const [premier, second] = [
      await genererEcheanciers(2025, JANVIER),
      await genererEcheanciers(2025, JANVIER),
    ]
    // Seven contracts; the monthly cheque is impossible.
    expect(premier).toMatchObject({ ecrits: 6, impossibles: 1 })
    expect(second).toMatchObject({ ecrits: 0, impossibles: 1 })
    expect(await actualiserEcheanciers(dateCivile('2026-10-01'))).toMatchObject({ ecrits: 0 })
  })

  test('vingt écritures à la fois du même contrat : une seule version', async () => {
    const id = await famille('F0008')
    const issues = await Promise.all(Array.from({ length: 20 }, () => ecrireEcheancier(id, 2026, JANVIER)))
    expect(issues.filter(({ issue }) => issue === 'ECRIT')).toHaveLength(1)
    expect(await echeances(id)).toHaveLength(12)
  })
})

async function installerNaissance(adhesionId: string, jour: string): Promise<void> {
  const { rows } = await base.query(
    `INSERT INTO personnes (nom, prenom, date_naissance, rang_naissance) VALUES ('F0004', 'Tim', $1, 1) RETURNING id`,
    [jour],
  )
  await base.query(
    `INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du) VALUES ($1, $2, 'ENFANT', $3)`,
    [adhesionId, rows[0].id, jour],
  )
}
