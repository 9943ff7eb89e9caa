import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { reglements } from '@/lib/reglements/catalogue'
import { execute } from '@/scripts/database/session'
import { baseDeTest } from './database'
import { annulation, consultation, flux, portefeuille } from './flux-de-test'

interface Epreuve {
  readonly lignes: number
  /** Times it is killed -9, of which so many before its first batch is done. */
  readonly arrets: number
  readonly arretsAvant: number
}

const GRAINE = 20_261_121

/** mulberry32: the same moments every time, named by the seed. */
function hasard(graine: number): () => number {
  let etat = graine
  return () => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function lignes(nombre: number): LigneRecue[] {
  const toutes: LigneRecue[] = []
  for (let i = 0; toutes.length < nombre; i += 1) {
    const personne = 1 + (i % 200)
    const jour = `2025-${String(1 + (i % 12)).padStart(2, '0')}-15`
    if (i % 10 === 3) {
      const montants = { depense: 1300, baseRemboursement: 0, tauxRO: '0', montantRO: 0 }
      toutes.push(consultation(`S${i}`, personne, { soinsDebut: jour, acte: { nature: 'MD-OST' }, montants }))
    } else if (i % 50 === 7) {
      const acte = {
        nature: 'OPT',
        nomenclature: 'LPP' as const,
        code: i % 100 === 7 ? 'OPT-B-S' : 'OPT-B-MONT',
        quantite: 1,
      }
      const montants = { depense: 9000, baseRemboursement: 5, tauxRO: '60', montantRO: 3 }
      toutes.push(
        consultation(`O${i >> 7}-${personne}`, personne, {
          numeroLigne: 1 + i,
          soinsDebut: jour,
          acte,
          montants,
        }),
      )
    } else {
      const ligne = consultation(`C${i}`, personne, { soinsDebut: jour })
      toutes.push(ligne)
      if (i % 25 === 1) toutes.push(annulation(`C${i}X`, ligne))
    }
    const derniere = toutes.at(-1)
    if (i % 40 === 3 && derniere !== undefined) toutes.push(annulation(`S${i}X`, derniere))
  }
  return toutes.slice(0, nombre)
}

let dossier: string
let reference: string
const bases: string[] = []

async function nouvelleBase(): Promise<string> {
  const { adminUrl, template } = inject('serveurDeTest')
  const nom = `interrompu_${Math.random().toString(36).slice(2, 10)}`
  await execute(adminUrl, `CREATE DATABASE ${nom} TEMPLATE ${template}`)
  bases.push(nom)
  return nom
}

function adresse(nom: string, proprietaire: boolean): string {
  const { adminUrl, login, password } = inject('serveurDeTest')
  const url = new URL(adminUrl)
  url.pathname = `/${nom}`
  if (!proprietaire) Object.assign(url, { username: login, password })
  return url.href
}

/** Says when the moment has come; gives up when the signal is given. */
type Arret = (fini: AbortSignal) => Promise<void>

/** The real command, to its end or until `arret` says that the moment has come to kill it. @returns its exit code, null when killed. */
async function importer(base: string, args: readonly string[], arret?: Arret): Promise<number | null> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: adresse(base, false),
    PORTAIL_TODAY: '2026-11-15',
  }
  const enfant = spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
    env,
    stdio: 'ignore',
  })
  const fini = new AbortController()
  const attente = arret?.(fini.signal).then(() => enfant.kill('SIGKILL'))
  const [code] = (await once(enfant, 'exit')) as [number | null]
  fini.abort()
  await attente
  return code
}

/** Resolves after that time, or when that many lines are liquidated as another connection sees it, or at the end. */
async function auPlusTard(client: pg.Client, delai: number, seuil: number, fini: AbortSignal): Promise<void> {
  const limite = performance.now() + delai
  while (!fini.aborted && performance.now() < limite) {
    const { rows } = await client.query<{ atteint: boolean }>(
      'SELECT count(*) >= $1 AS atteint FROM (SELECT FROM prestations LIMIT $1) p',
      [seuil],
    )
    if (rows[0]?.atteint === true) return
    await pause(15)
  }
}

/** Everything the import writes, ids and clocks aside, as counts and digests. */
async function metier(base: string) {
  const client = new pg.Client({ connectionString: adresse(base, true) })
  await client.connect()
  const { rows } = await client.query(
    `SELECT 'lignes' AS quoi, count(*), md5(string_agg(concat_ws('|', l.id_decompte, l.numero_ligne, l.rang, encode(l.empreinte, 'hex'),
        l.operation, o.id_decompte, pe.nom, pe.prenom), ',' ORDER BY l.rang))
      FROM lignes_decompte l JOIN personnes pe ON pe.id = l.personne_id LEFT JOIN lignes_decompte o ON o.id = l.origine_id
    UNION ALL SELECT 'prestations', count(*), md5(string_agg(concat_ws('|', l.rang, p.etat, p.date_soins, p.formule, p.ligne_garantie,
        p.libelle, p.depense, p.base, p.part_amo, p.participation, p.part_mutuelle, p.reste_a_charge, p.limites, p.motifs, p.entrees,
        ol.rang), ',' ORDER BY l.rang))
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id
        LEFT JOIN prestations po ON po.id = p.annule_id LEFT JOIN lignes_decompte ol ON ol.id = po.ligne_id
    UNION ALL SELECT 'details', count(*), md5(string_agg(concat_ws('|', l.rang, d.rang, d.ligne, d.montant), ',' ORDER BY l.rang, d.rang))
      FROM prestation_details d JOIN prestations p ON p.id = d.prestation_id JOIN lignes_decompte l ON l.id = p.ligne_id
    UNION ALL SELECT 'consommations', count(*), md5(string_agg(concat_ws('|', l.rang, c.rang, c.ligne, c.jour, c.montant, c.quantite),
        ',' ORDER BY l.rang, c.rang))
      FROM consommations c JOIN prestations p ON p.id = c.prestation_id JOIN lignes_decompte l ON l.id = p.ligne_id
    UNION ALL SELECT 'compteurs', count(*), md5(string_agg(concat_ws('|', pe.nom, k.ligne, k.du, k.au, k.plafond, k.consomme), ','
        ORDER BY pe.nom, pe.prenom, k.ligne, k.du))
      FROM compteurs k JOIN personnes pe ON pe.id = k.personne_id
    UNION ALL SELECT 'flux', count(*), md5(string_agg(concat_ws('|', id_fichier, statut, nombre_lignes, lignes_nouvelles), ',')) FROM flux_recus
    UNION ALL SELECT 'quarantaines', count(*), md5(string_agg(motif, ',' ORDER BY rang)) FROM quarantaines
    UNION ALL SELECT 'journal', count(*), md5(string_agg(acte, ',' ORDER BY rang)) FROM journal`,
  )
  await client.end()
  // A plan may run the parts in any order.
  return rows.sort((a, b) => a.quoi.localeCompare(b.quoi))
}

/** Moments of the whole life of an import: in its reading and reception (by time), then in its batches (by what is done). */
function moments(epreuve: Epreuve, duree: number, client: pg.Client): Arret[] {
  const { lignes, arrets, arretsAvant } = epreuve
  const tirer = hasard(GRAINE)
  const avant = Array.from({ length: arretsAvant }, () => 50 + duree * tirer())
  const apres = Array.from({ length: arrets - arretsAvant }, () => 1 + Math.floor(lignes * 0.9 * tirer()))
  return [
    // At the latest when the first batch is done: a machine that speeds up must not let it finish.
    ...avant.map(
      (delai): Arret =>
        (fini) =>
          auPlusTard(client, delai, 1, fini),
    ),
    ...apres
      .sort((a, b) => a - b)
      .map(
        (seuil): Arret =>
          (fini) =>
            auPlusTard(client, Number.POSITIVE_INFINITY, seuil, fini),
      ),
  ]
}

async function eprouver(epreuve: Epreuve): Promise<void> {
  const [portefeuilleCsv, fichier] = [join(dossier, 'p.csv'), join(dossier, 'f.json')]
  expect(await importer(reference, ['portefeuille', portefeuilleCsv])).toBe(0)
  const temoin = new pg.Client({ connectionString: adresse(reference, true) })
  await temoin.connect()
  const debut = performance.now()
  let reception = 0
  const code = await importer(reference, ['flux', fichier], async (fini) => {
    await auPlusTard(temoin, Number.POSITIVE_INFINITY, 1, fini)
    reception = performance.now() - debut
    await once(fini, 'abort')
  })
  expect(code).toBe(0)
  await temoin.end()
  const attendu = await metier(reference)
  expect(attendu.find((r) => r.quoi === 'prestations')?.count).toBe(String(epreuve.lignes))

  const base = await nouvelleBase()
  expect(await importer(base, ['portefeuille', portefeuilleCsv])).toBe(0)
  const client = new pg.Client({ connectionString: adresse(base, true) })
  await client.connect()
  const issues: (number | null)[] = []
  for (const arret of moments(epreuve, reception, client))
    issues.push(await importer(base, ['flux', fichier], arret))
  await client.end()
  expect(issues).toEqual(Array.from({ length: epreuve.arrets }, () => null))
  expect(await importer(base, ['flux', fichier])).toBe(0)
  expect(await metier(base)).toEqual(attendu)
}

/** an import killed -9 at moments of its whole life ends with the rows of an import left in peace. Makes the test of a file. */
export function testerImportInterrompu(epreuve: Epreuve): void {
  beforeAll(async () => {
    await baseDeTest()
    dossier = await mkdtemp(join(tmpdir(), 'portail-interrompu-'))
    const reglement = Object.keys(reglements)[0] ?? ''
    await writeFile(join(dossier, 'p.csv'), portefeuille(200, { reglement, formule: 'tribu-equilibre' }))
    await writeFile(join(dossier, 'f.json'), flux(lignes(epreuve.lignes), { id: 'KILL' }))
    reference = await nouvelleBase()
  })
  afterAll(async () => {
    const { adminUrl } = inject('serveurDeTest')
    for (const nom of bases) await execute(adminUrl, `DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`)
    await rm(dossier, { recursive: true })
  })

  test(
    `tué ${epreuve.arrets} fois (graine ${GRAINE}), l'import repris donne les mêmes lignes qu'un import tranquille`,
    () => eprouver(epreuve),
    900_000,
  )
}
