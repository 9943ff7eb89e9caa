import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { PointArret } from '@/lib/server/point-arret'
import { balayer } from '@/lib/server/stockage/balayage'
import { ouvrirFichier } from '@/lib/server/stockage/fichiers'
import { magasin } from '@/lib/server/stockage/magasin'
import { verifierComptes } from '@/lib/services/controle/data'
import { suivreIndus } from '@/lib/services/indu/mutations'
import { comptable, installerAdherents, recevoirEtLiquider } from './argent'
import { baseDeFlux } from './base-flux'
import { annulation, consultation } from './flux-de-test'

/**
 * The payment run, killed -9 at each of its named points and run again: each claim leaves in exactly one file, no identifier serves
 * twice, and what the files pay is what the ledger says.
 */
export const POINTS_DE_CAMPAGNE: readonly PointArret[] = [
  'VERSEMENTS_LUS',
  'INDUS_RETENUS',
  'LOT_INSCRIT',
  'LOT_PREPARE',
  'VALIDATION_ECRITE',
  'LOT_VALIDE',
  'LOT_CONTROLE',
  'FICHIER_COMMENCE',
  'FICHIER_RANGE',
  'ORDRES_EMIS',
  'LIVRE_PASSE',
  'EMISSION_ECRITE',
  'LOT_EMIS',
]
/** Members with a claim at each round. */
const ADHERENTS = 6

let base: pg.Pool
let fermer: () => Promise<void>
let donnees: string
let comptes: readonly string[]

/** The run in a real process. @returns the signal that ended it, null when it came to its end by itself. */
async function payer(
  point?: PointArret,
): Promise<{ code: number | null; signal: string | null; dit: string }> {
  const env = {
    ...process.env,
    NODE_ENV: 'test' as const,
    ...(point === undefined ? {} : { PORTAIL_ARRET: point }),
  }
  const args = ['--import', 'tsx', 'tests/support/processus-paiement.ts', ...comptes]
  const enfant = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const [dit, [code, signal]] = await Promise.all([
    text(enfant.stderr),
    once(enfant, 'exit') as Promise<[number | null, string | null]>,
  ])
  return { code, signal, dit }
}

interface Ecrit {
  readonly endToEndId: string
  readonly centimes: number
}

async function lireFichiers(): Promise<readonly (readonly Ecrit[])[]> {
  const { rows } = await base.query(
    `SELECT f.id, f.cle_scellee AS "cleScellee", f.efface_le AS "effaceLe" FROM lots_bancaires l JOIN fichiers f ON f.id = l.fichier_id
      ORDER BY l.msg_id`,
  )
  const lire = async (fichier: Parameters<typeof ouvrirFichier>[0]) => {
    const xml = await text(await ouvrirFichier(fichier))
    const total = /<CtrlSum>([0-9.]+)</.exec(xml)?.[1] ?? ''
    const ordres = [...xml.matchAll(/<EndToEndId>([^<]+)<.*?<InstdAmt Ccy="EUR">([0-9.]+)</gs)].map((m) => ({
      endToEndId: m[1] ?? '',
      centimes: Math.round(Number(m[2]) * 100),
    }))
    expect(ordres.reduce((n, o) => n + o.centimes, 0)).toBe(Math.round(Number(total) * 100))
    return ordres
  }
  return Promise.all(rows.map(lire))
}

/** Killed there, the bytes are stored and no row names them. */
const APRES_LES_OCTETS: ReadonlySet<PointArret> = new Set<PointArret>([
  'FICHIER_RANGE',
  'ORDRES_EMIS',
  'LIVRE_PASSE',
  'EMISSION_ECRITE',
])

export function testerPaiementInterrompu(points: readonly PointArret[]): void {
  const orphelinsAttendus = points.filter((point) => APRES_LES_OCTETS.has(point)).length

  beforeAll(async () => {
    donnees = await mkdtemp(join(tmpdir(), 'portail-paiement-'))
    // Before the environment is read for the first time.
    process.env.PORTAIL_DATA = donnees
    ;({ proprietaire: base, fermer } = await baseDeFlux())
    await installerAdherents(ADHERENTS)
    comptes = [(await comptable('Ines')).compteId, (await comptable('Paul')).compteId]
  })
  afterAll(async () => {
    await fermer()
    await rm(donnees, { recursive: true, force: true })
  })

  test.each(points)('tuée au point %s, la campagne reprise paie tout une fois', async (point) => {
    const n = POINTS_DE_CAMPAGNE.indexOf(point)
    const jour = `2026-02-${String(n + 1).padStart(2, '0')}`
    const soins = Array.from({ length: ADHERENTS }, (_, i) =>
      consultation(`${point}-${i}`, 1 + i, { soinsDebut: jour }),
    )
    await recevoirEtLiquider(`F${n}`, soins)
    const tuee = await payer(point)
    expect([tuee.signal, tuee.dit]).toEqual(['SIGKILL', ''])
    const reprise = await payer()
    // Killed after its commit, the first run had left nothing to prepare.
    if (point === 'LOT_EMIS') expect(reprise.dit).toContain('Rien n’est à verser')
    else expect([reprise.code, reprise.dit]).toEqual([0, ''])
    const { rows } = await base.query(
      `SELECT count(*)::int AS n, count(*) FILTER (WHERE p.etat = 'PAYEE')::int AS payees FROM prestations p
      JOIN lignes_decompte l ON l.id = p.ligne_id WHERE l.id_decompte LIKE $1`,
      [`${point}-%`],
    )
    expect(rows).toEqual([{ n: ADHERENTS, payees: ADHERENTS }])
  })

  test('au bout de toutes ces morts : un ordre par identifiant, les fichiers font le grand livre, les octets sans lot sont balayés', async () => {
    const fichiers = await lireFichiers()
    expect(fichiers).toHaveLength(points.length)
    const ordres = fichiers.flat()
    expect(new Set(ordres.map((o) => o.endToEndId)).size).toBe(ordres.length)
    // 9,00 € to each member at each round: 30,00 € less 21,00 €.
    expect(ordres.map((o) => o.centimes)).toEqual(
      Array.from({ length: ADHERENTS * points.length }, () => 900),
    )
    const { rows } = await base.query(
      `SELECT (SELECT sum(montant)::int FROM ecritures WHERE operation = 'VERSEMENT') AS livre,
      (SELECT count(*)::int FROM ordres_prestations WHERE vivant) AS tenues,
      (SELECT count(DISTINCT prestation_id)::int FROM ordres_prestations) AS prestations`,
    )
    const attendu = ADHERENTS * points.length
    expect(rows).toEqual([{ livre: 900 * attendu, tenues: attendu, prestations: attendu }])
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])

    const ranges = async () => {
      let objets = 0
      for await (const _objet of magasin().lister()) objets += 1
      return objets
    }
    expect(await ranges()).toBe(points.length + orphelinsAttendus)
    const apresDemain = new Date(Date.now() + 2 * 24 * 3600 * 1000)
    const { orphelins, abandonnes, absents } = await balayer(apresDemain)
    expect({ orphelins, abandonnes, absents }).toEqual({
      orphelins: orphelinsAttendus,
      abandonnes: points.includes('FICHIER_COMMENCE') ? 1 : 0,
      absents: [],
    })
    expect(await ranges()).toBe(points.length)
  })

  test('une retenue survit à la mort de la campagne qui la faisait, une seule fois', async () => {
    const payee = consultation('INDU-1', 1, { soinsDebut: '2026-01-05' })
    await recevoirEtLiquider('FI1', [payee])
    expect((await payer()).code).toBe(0)
    await recevoirEtLiquider('FI2', [annulation('INDU-1X', payee)], '2026-11-12T06:00:00+01:00')
    await suivreIndus(dateCivile('2026-10-01'))
    await recevoirEtLiquider('FI3', [
      consultation('INDU-2', 1, { soinsDebut: '2026-01-06' }),
      consultation('INDU-3', 2, { soinsDebut: '2026-01-06' }),
    ])
    expect((await payer('INDUS_RETENUS')).signal).toBe('SIGKILL')
    expect((await payer()).code).toBe(0)
    const { rows } = await base.query(
      `SELECT operation, count(*)::int AS n, sum(montant)::int AS total FROM ecritures
      WHERE operation IN ('INDU_CONSTATE', 'INDU_RETENU') GROUP BY 1 ORDER BY 1`,
    )
    expect(rows).toEqual([
      { operation: 'INDU_CONSTATE', n: 1, total: 900 },
      { operation: 'INDU_RETENU', n: 1, total: 900 },
    ])
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })
}
