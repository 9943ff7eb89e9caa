import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { TypePiece } from '@/lib/formulaire/piece'
import { log } from '../log'
import type { Commande, Reponse } from './protocole'
import { PieceRefusee } from './refus'

/**
 * Files that people send are read in a process apart: without the server's secrets, its memory bounded by the system, killed when it
 * takes too long. A file that breaks it is a refused file, and the next one finds a new process.
 */
const SECONDES = 20
/** Private memory, in kB (setrlimit RLIMIT_DATA): a bomb meets it before the machine does. */
const MEMOIRE = 768 * 1024
/** Sendings read at once. */
const ATELIERS = 2

/** The bytes to keep. @throws {PieceRefusee} */
export type Controler = (octets: Uint8Array, attendu: TypePiece) => Promise<Uint8Array>

let libres = ATELIERS
const attente: (() => void)[] = []

async function prendrePlace(): Promise<void> {
  if (libres > 0) libres -= 1
  else await new Promise<void>((entrer) => attente.push(entrer))
}

function rendrePlace(): void {
  const suivant = attente.shift()
  if (suivant === undefined) libres += 1
  else suivant()
}

/** Opens the process for the files of one sending, and ends it with them. */
export async function avecAtelier<T>(travail: (controler: Controler) => Promise<T>): Promise<T> {
  await prendrePlace()
  let ouvrier: ChildProcess | null = null
  try {
    return await travail(async (octets, attendu) => {
      ouvrier ??= engager()
      const reponse = await confier(ouvrier, { octets, attendu })
      if (reponse === null) {
        ouvrier.kill('SIGKILL')
        ouvrier = null
        throw new PieceRefusee('ILLISIBLE')
      }
      if ('refus' in reponse) throw new PieceRefusee(reponse.refus)
      return reponse.octets
    })
  } finally {
    // The closure above hides the assignment from the compiler.
    ;(ouvrier as ChildProcess | null)?.kill('SIGKILL')
    rendrePlace()
  }
}

const OUVRIER = ['lib', 'server', 'piece', 'ouvrier.ts']

function engager(): ChildProcess {
  const { PATH, NODE_ENV, TMPDIR } = process.env
  const node = [process.execPath, '--max-old-space-size=384', '--import', 'tsx', resolve(...OUVRIER)]
  return spawn('/bin/sh', ['-c', `ulimit -d ${MEMOIRE}; exec "$@"`, 'sh', ...node], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: { ...(PATH ? { PATH } : {}), ...(TMPDIR ? { TMPDIR } : {}), NODE_ENV: NODE_ENV ?? 'production' },
  })
}

/** Null: no answer, because the process died or took too long. */
function confier(ouvrier: ChildProcess, commande: Commande): Promise<Reponse | null> {
  return new Promise((repondre) => {
    const finir = (reponse: Reponse | null, pourquoi?: string) => {
      clearTimeout(limite)
      ouvrier.removeAllListeners()
      // A late error of a process we gave up on has nobody else to hear it.
      ouvrier.on('error', () => {})
      if (pourquoi !== undefined) log.warn({ evenement: 'piece-illisible', pourquoi })
      repondre(reponse)
    }
    const limite = setTimeout(() => finir(null, 'trop-long'), SECONDES * 1000)
    ouvrier.once('message', (reponse: Reponse) => finir(reponse))
    ouvrier.once('exit', (code, signal) => finir(null, `fini ${code ?? signal}`))
    ouvrier.once('error', (erreur) => finir(null, erreur.message))
    ouvrier.send(commande, (erreur) => {
      if (erreur !== null) finir(null, erreur.message)
    })
  })
}
