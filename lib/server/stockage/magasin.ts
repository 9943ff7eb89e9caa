import { randomBytes } from 'node:crypto'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { env } from '../env'

/** Where sealed bytes lie. It knows names and bytes only; another driver (S3) is this interface again. */
export interface Magasin {
  /** All the bytes under that name, or none. Returns once they would survive a power cut. */
  ecrire(nom: string, source: AsyncIterable<Uint8Array>): Promise<void>
  /** @throws {FichierAbsent} */
  lire(nom: string): Promise<Readable>
  /** Nothing to remove is not an error. */
  supprimer(nom: string): Promise<void>
  /** Bytes stored; null: no such name. */
  taille(nom: string): Promise<number | null>
  lister(): AsyncIterable<ObjetRange>
  /** Forgets writings that a crash left unfinished before `avant`; returns how many. */
  abandonner(avant: Date): Promise<number>
}

export interface ObjetRange {
  readonly nom: string
  readonly rangeLe: Date
}

export class FichierAbsent extends Error {
  override readonly name = 'FichierAbsent'
  constructor(readonly nom: string) {
    super(`fichier absent du magasin : ${nom}`)
  }
}

/** Ids of rows, nothing that anybody typed. */
const NOM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const EN_COURS = 'en-cours'
const RAYON = /^[0-9a-f]{2}$/

/** `<racine>/ab/cd/abcd….`: written aside, made durable, then renamed. */
export function magasinLocal(racine: string): Magasin {
  const chemin = (nom: string): string => {
    if (!NOM.test(nom)) throw new Error('nom de fichier refusé par le magasin')
    return join(racine, nom.slice(0, 2), nom.slice(2, 4), nom)
  }
  return {
    ecrire: async (nom, source) => ecrireDurablement(racine, chemin(nom), source),
    lire: async (nom) => ouvrirEnLecture(nom, chemin(nom)),
    supprimer: async (nom) => rm(chemin(nom), { force: true }),
    taille: async (nom) => (await etatDe(chemin(nom)))?.size ?? null,
    lister: () => listerRayons(racine),
    abandonner: (avant) => abandonnerEnCours(racine, avant),
  }
}

async function ecrireDurablement(
  racine: string,
  chemin: string,
  source: AsyncIterable<Uint8Array>,
): Promise<void> {
  const aCote = join(racine, EN_COURS, randomBytes(16).toString('hex'))
  // The folder around it is not private: the embedded database's own user goes through it.
  await mkdir(dirname(racine), { recursive: true })
  await creerDossier(dirname(aCote))
  try {
    const fichier = await open(aCote, 'wx', 0o600)
    try {
      for await (const octets of source) await fichier.writeFile(octets)
      await fichier.sync()
    } finally {
      await fichier.close()
    }
    await creerDossier(dirname(chemin))
    await rename(aCote, chemin)
  } catch (erreur) {
    await rm(aCote, { force: true })
    throw erreur
  }
  await synchroniser(dirname(chemin))
}

/** A new folder is durable when its parent is. */
async function creerDossier(dossier: string): Promise<void> {
  const premier = await mkdir(dossier, { recursive: true, mode: 0o700 })
  if (premier === undefined) return
  for (let parent = dirname(dossier); parent.length >= dirname(premier).length; parent = dirname(parent))
    await synchroniser(parent)
}

async function synchroniser(dossier: string): Promise<void> {
  const ouvert = await open(dossier, 'r')
  try {
    await ouvert.sync()
  } finally {
    await ouvert.close()
  }
}

const estAbsence = (erreur: unknown): boolean =>
  erreur instanceof Error && 'code' in erreur && erreur.code === 'ENOENT'

async function ouvrirEnLecture(nom: string, chemin: string): Promise<Readable> {
  try {
    return (await open(chemin, 'r')).createReadStream()
  } catch (erreur) {
    if (estAbsence(erreur)) throw new FichierAbsent(nom)
    throw erreur
  }
}

async function etatDe(chemin: string) {
  try {
    return await stat(chemin)
  } catch (erreur) {
    if (estAbsence(erreur)) return null
    throw erreur
  }
}

/** Names in a folder; a folder that is not there yet is empty. */
async function* noms(dossier: string): AsyncGenerator<string> {
  if ((await etatDe(dossier)) === null) return
  for await (const entree of await opendir(dossier)) yield entree.name
}

async function* listerRayons(racine: string): AsyncGenerator<ObjetRange> {
  for await (const premier of noms(racine)) {
    if (!RAYON.test(premier)) continue
    for await (const second of noms(join(racine, premier)))
      for await (const nom of noms(join(racine, premier, second))) {
        const etat = await etatDe(join(racine, premier, second, nom))
        if (etat !== null && NOM.test(nom)) yield { nom, rangeLe: etat.mtime }
      }
  }
}

async function abandonnerEnCours(racine: string, avant: Date): Promise<number> {
  let abandonnes = 0
  for await (const nom of noms(join(racine, EN_COURS))) {
    const chemin = join(racine, EN_COURS, nom)
    const etat = await etatDe(chemin)
    if (etat === null || etat.mtime >= avant) continue
    await rm(chemin, { force: true })
    abandonnes += 1
  }
  return abandonnes
}

/** The store of this instance: `<PORTAIL_DATA>/fichiers`. */
export const magasin = (): Magasin => magasinLocal(resolve(env().PORTAIL_DATA, 'fichiers'))
