import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { reglements } from '@/lib/reglements/catalogue'
import { execute } from '@/scripts/database/session'
import { baseDeTest } from '../support/database'
import { annulation, consultation, flux, portefeuille } from '../support/flux-de-test'

/** the import of 20,000 lines, killed -9 at twenty moments of its life, ends with the rows of an import left in peace. */
const LIGNES = 20_000
const ARRETS = 20
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

function lignes(): LigneRecue[] {
  const toutes: LigneRecue[] = []
  for (let i = 0; toutes.length < LIGNES; i += 1) {
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
  return toutes.slice(0, LIGNES)
}

let dossier: string
let reference: string
const bases: string[] = []

beforeAll(async () => {
  await baseDeTest()
  dossier = await mkdtemp(join(tmpdir(), 'portail-interrompu-'))
  const reglement = Object.keys(reglements)[0] ?? ''
  await writeFile(join(dossier, 'p.csv'), portefeuille(200, { reglement, formule: 'tribu-equilibre' }))
  await writeFile(join(dossier, 'f.json'), flux(lignes(), { id: 'KILL' }))
  reference = await nouvelleBase()
})
afterAll(async () => {
  const { adminUrl } = inject('serveurDeTest')
  for (const nom of bases) await execute(adminUrl, `DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`)
  await rm(dossier, { recursive: true })
})

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

/** The real command. Killed -9 after `delai` ms when there is one. @returns its exit code, null when it was killed. */
function importer(base: string, args: readonly string[], delai?: number): Promise<number | null> {
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
  return new Promise((resolve, reject) => {
    const minuterie = delai === undefined ? undefined : setTimeout(() => enfant.kill('SIGKILL'), delai)
    enfant.on('error', reject)
    enfant.on('exit', (code) => {
      clearTimeout(minuterie)
      resolve(code)
    })
  })
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
  return rows
}

test(`tué vingt fois (graine ${GRAINE}), l'import repris donne les mêmes lignes qu'un import tranquille`, async () => {
  const [portefeuilleCsv, fichier] = [join(dossier, 'p.csv'), join(dossier, 'f.json')]
  expect(await importer(reference, ['portefeuille', portefeuilleCsv])).toBe(0)
  const debut = performance.now()
  expect(await importer(reference, ['flux', fichier])).toBe(0)
  const duree = performance.now() - debut
  const attendu = await metier(reference)
  expect(attendu.find((r) => r.quoi === 'prestations')?.count).toBe(String(LIGNES))

  const base = await nouvelleBase()
  expect(await importer(base, ['portefeuille', portefeuilleCsv])).toBe(0)
  const tirer = hasard(GRAINE)
  let tues = 0
  // A part of a whole run: enough to stop in the reading, in the reception's transaction, then (it is received) in the batches.
  for (let i = 0; i < ARRETS; i += 1) {
    if ((await importer(base, ['flux', fichier], duree * (0.02 + 0.4 * tirer()))) === null) tues += 1
  }
  expect(tues).toBeGreaterThan(ARRETS / 2)
  expect(await importer(base, ['flux', fichier])).toBe(0)
  expect(await metier(base)).toEqual(attendu)
}, 900_000)
