// Import and liquidation of a large file beside a raw COPY of the same lines, on a scratch database of DATABASE_OWNER_URL's server.
//   DATABASE_OWNER_URL=postgres://… node --import tsx scripts/bench/import.ts [lines]
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { cleNir } from '@/lib/flux/nir'
import { COLONNES } from '@/lib/flux/portefeuille/ligne'
import { withClient } from '../database/session'
import { surBaseDeMesure } from './base-de-mesure'

const IMPORTATEUR = '--importateur'
const LIGNES = Number(process.argv[2] ?? 100_000)
const FAMILLES = 2_000
const ROUNDS = 3

const nir = (n: number): string => `18001999${String(n).padStart(5, '0')}`

function portefeuille(reglement: string, formule: string): Uint8Array {
  const lignes = [COLONNES.join(';')]
  for (let n = 0; n < FAMILLES; n += 1) {
    lignes.push(
      `ADHESION;B${n};${reglement};;2024-01-01;;;;;;;;;;;;`,
      `FORMULE;B${n};;${formule};2024-01-01;;;;;;;;;;;;`,
      `BENEFICIAIRE;B${n};;;2024-01-01;;MEMBRE_PARTICIPANT;Nom;Prénom;1980-01-01;1;${nir(n)}${cleNir(nir(n))};;;;;`,
    )
  }
  return new TextEncoder().encode(lignes.join('\n'))
}

function ligne(i: number): string {
  const commun = {
    idDecompte: `B${i}`,
    numeroLigne: 1,
    operation: 'PAIEMENT',
    assure: {
      nir: nir(i % FAMILLES),
      cle: cleNir(nir(i % FAMILLES)),
      regime: '01',
      caisse: '751',
      centre: '0000',
    },
    beneficiaire: { dateNaissance: '1980-01-01', rangNaissance: 1 },
    soinsDebut: `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    contexte: { natureAssurance: '10', exonerationTM: '0', parcoursSoins: 'T' },
    executant: { numeroAM: '751234563', specialite: '01', conventionnement: '1', libelle: 'Dr Exemple' },
    reglement: { date: '2026-01-05', destinataire: 'ASSURE' },
  }
  const consultation = {
    depense: 3000,
    baseRemboursement: 3000,
    tauxRO: '70',
    montantRO: 1900,
    participationForfaitaire: 200,
  }
  const seance = { depense: 3000, baseRemboursement: 0, tauxRO: '0', montantRO: 0 }
  return JSON.stringify(
    i % 20 === 0
      ? { ...commun, acte: { nature: 'MD-OST' }, montants: seance }
      : {
          ...commun,
          acte: { nature: 'G', nomenclature: 'NGAP', code: 'G', quantite: 1 },
          montants: consultation,
        },
  )
}

async function* fichier(id: string, amc: string): AsyncGenerator<Uint8Array> {
  const entete = {
    idFichier: id,
    emetteur: { type: 'AMO', code: id },
    numeroAmc: amc,
    creeLe: '2026-11-10T06:00:00+01:00',
  }
  const seances = Math.ceil(LIGNES / 20)
  const controle = { nombreLignes: LIGNES, totalDepense: LIGNES * 3000, totalRO: (LIGNES - seances) * 1900 }
  yield Buffer.from(`{"format":"flux-decomptes/1","entete":${JSON.stringify(entete)},"lignes":[`)
  for (let debut = 0; debut < LIGNES; debut += 100) {
    const lot = Array.from({ length: Math.min(100, LIGNES - debut) }, (_, i) => ligne(debut + i)).join(',')
    yield Buffer.from(debut === 0 ? lot : `,${lot}`)
  }
  yield Buffer.from(`],"controle":${JSON.stringify(controle)}}`)
}

/** The same lines, already text, into a table with a primary key, a unique key and a jsonb column. */
async function copieBrute(client: pg.Client): Promise<number> {
  await client.query(`DROP TABLE IF EXISTS brute;
    CREATE TABLE brute (id integer PRIMARY KEY, decompte text UNIQUE, contenu jsonb NOT NULL)`)
  const lignes = Array.from({ length: LIGNES }, (_, i) => `${i}\tB${i}\t${ligne(i)}\n`)
  const debut = performance.now()
  await pipeline(Readable.from(lignes), client.query(copyFrom('COPY brute FROM STDIN')))
  return LIGNES / ((performance.now() - debut) / 1000)
}

const mediane = (valeurs: number[]): number => valeurs.toSorted((a, b) => a - b)[valeurs.length >> 1] ?? 0
const dire = (nombre: number): string => Math.round(nombre).toLocaleString('fr-FR')

interface Mesure {
  /** Milliseconds. */
  readonly reception: number
  readonly liquidation: number
  /** Highest RSS so far, in kilobytes. */
  readonly rss: number
}

/** What imports is alone in its process: the memory it takes is not that of the making of the files. */
async function importer(): Promise<void> {
  const { SYSTEME } = await import('@/lib/server/portee')
  const { importerFlux } = await import('@/lib/services/flux/mutations')
  const { liquider } = await import('@/lib/services/liquidation/mutations')
  const { fermer } = await import('@/lib/server/db')
  process.on('disconnect', () => void fermer())
  process.on('message', async (fichier) => {
    const debut = performance.now()
    const recu = await importerFlux(SYSTEME, createReadStream(String(fichier)))
    if (recu.issue !== 'IMPORTE') throw new Error(`flux ${recu.issue}`)
    const milieu = performance.now()
    await liquider()
    const mesure: Mesure = {
      reception: milieu - debut,
      liquidation: performance.now() - milieu,
      rss: process.resourceUsage().maxRSS,
    }
    process.send?.(mesure)
  })
}

async function preparer(): Promise<string> {
  const { reglements } = await import('@/lib/reglements/catalogue')
  const { SYSTEME } = await import('@/lib/server/portee')
  const { organisme } = await import('@/lib/server/organisme')
  const { importerPortefeuille } = await import('@/lib/services/portefeuille/mutations')
  const { fermer } = await import('@/lib/server/db')
  const [reglement] = Object.values(reglements)
  const formule = reglement?.garanties?.tables[0]?.formules[1]?.id ?? ''
  const offre = { porte: () => true, propose: () => true }
  await importerPortefeuille(SYSTEME, portefeuille(reglement?.id ?? '', formule), offre)
  await fermer()
  return organisme().numeroAmc
}

async function mesurer(ownerUrl: string, dossier: string): Promise<void> {
  const amc = await preparer()
  const execArgv = process.execArgv.length > 0 ? process.execArgv : ['--import', 'tsx']
  const importateur = fork(fileURLToPath(import.meta.url), [IMPORTATEUR], { execArgv })
  const copies: number[] = []
  const mesures: Mesure[] = []
  for (let tour = 0; tour < ROUNDS; tour += 1) {
    const chemin = join(dossier, `${tour}.json`)
    await pipeline(Readable.from(fichier(`BENCH${tour}`, amc)), createWriteStream(chemin))
    copies.push(await withClient(ownerUrl, copieBrute))
    importateur.send(chemin)
    const [recu] = await Promise.race([once(importateur, 'message'), once(importateur, 'exit')])
    if (typeof recu !== 'object') throw new Error(`importateur arrêté : ${recu}`)
    mesures.push(recu)
  }
  importateur.disconnect()
  const copie = mediane(copies)
  console.log(`COPY brut            ${dire(copie)} lignes/s`)
  for (const [nom, duree] of [
    ['réception', (m: Mesure) => m.reception],
    ['réception+liquidation', (m: Mesure) => m.reception + m.liquidation],
  ] as const) {
    const debit = LIGNES / (mediane(mesures.map(duree)) / 1000)
    console.log(`${nom.padEnd(22)}${dire(debit)} lignes/s, soit 1/${(copie / debit).toFixed(1)} du COPY`)
  }
  const rss = Math.max(...mesures.map((m) => m.rss))
  console.log(`mémoire (RSS maximal) ${dire(rss / 1024)} Mo, ${dire(LIGNES)} lignes par fichier`)
}

if (process.argv[2] === IMPORTATEUR) await importer()
else await surBaseDeMesure((ownerUrl) => mesurer(ownerUrl, process.env.PORTAIL_DATA ?? tmpdir()))
