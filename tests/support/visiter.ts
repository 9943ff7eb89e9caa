import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isValidElement } from 'react'
import { z } from 'zod'
import { maintenant } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { retenirSession } from '@/lib/server/session'
import { ouvrirSession } from '@/lib/server/sessions'
import { issueDe, nouvelleRequete } from './requete'

/** A page of app/, asked by its file and its address, as Next.js would: layout, title, page, in one request. */
export interface Adresse {
  readonly params?: Readonly<Record<string, string>>
  readonly recherche?: Readonly<Record<string, string>>
}

const fonction = z.custom<(props: unknown) => unknown>((valeur) => typeof valeur === 'function')
const moduleSchema = z.object({ default: fonction, generateMetadata: fonction.optional() })

/** Every page of a space, by its file. */
export const pagesDe = (dossier: string): readonly string[] =>
  readdirSync(dossier, { recursive: true, encoding: 'utf8' })
    .filter((fichier) => fichier.endsWith('page.tsx'))
    .map((fichier) => join(dossier, fichier))
    .sort()

const charger = async (fichier: string) => moduleSchema.parse(await import(join(process.cwd(), fichier)))

/** From now on the request comes from this account. */
export async function devenir(compteId: string): Promise<void> {
  nouvelleRequete({ 'x-forwarded-for': '192.0.2.50' })
  const secret = await ecrire(SYSTEME, (client) => ouvrirSession(client, compteId, 'test', maintenant()))
  await retenirSession(secret, compteId)
}

/** An address, and which of its parameters nobody has read. */
function suivreLectures(recherche: Readonly<Record<string, string>>) {
  const jamaisLus = new Set(Object.keys(recherche))
  const suivie = new Proxy(recherche, {
    get: (cible, nom) => {
      jamaisLus.delete(String(nom))
      return Reflect.get(cible, nom)
    },
  })
  return { suivie, jamaisLus }
}

/**
 * « PAGE », « 404 », or where it sends. Components read nothing from the base (tests/architecture): what they show was read here.
 * @throws {Error} when the page ignores a parameter of its address: what was asked is not what was seen.
 */
export async function visiter(fichier: string, { params = {}, recherche = {} }: Adresse): Promise<string> {
  const [racine = '', espace = ''] = fichier.split('/')
  const cadre = await charger(join(racine, espace, 'layout.tsx'))
  const page = await charger(fichier)
  const { suivie, jamaisLus } = suivreLectures(recherche)
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(suivie) }
  const rendre = async () => {
    await page.generateMetadata?.(props)
    const children = await page.default(props)
    if (!isValidElement(children)) throw new Error(`${fichier} ne rend rien`)
    await cadre.default({ children })
  }
  const issue = (await issueDe(rendre())) ?? 'PAGE'
  if (issue === 'PAGE' && jamaisLus.size > 0)
    throw new Error(`${fichier} ne lit pas ${[...jamaisLus].join(', ')} de son adresse`)
  return issue
}
