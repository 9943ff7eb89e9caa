import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import { z } from 'zod'
import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import { maintenant } from './clock'
import { env } from './env'
import { organisme } from './organisme'
import { remettre } from './smtp'

/** One mail to one person. Over SMTP_URL, or else written to `<PORTAIL_DATA>/mail`. */
export interface Courriel {
  readonly a: string
  readonly sujet: string
  readonly texte: string
  readonly html: string
}

interface Envoi {
  /** The same at every retry. */
  readonly id: string
  readonly contenu: Courriel
}

/** Nothing to try again: what was to be sent is wrong. */
export class CourrielInvalide extends Error {
  override readonly name = 'CourrielInvalide'
}

/** The same at every retry, so that a mail sent twice is shown once. */
const messageId = (id: string): string => `<${id}@${new URL(env().PORTAIL_URL).hostname}>`

/** @throws {CourrielInvalide} on an address that is not exactly one mailbox, or a subject of several lines: it would be a header of its own. */
function composer({ id, contenu }: Envoi): Mail.Options {
  const a = normaliserEmail(contenu.a)
  if (a === null || a !== contenu.a) throw new CourrielInvalide('adresse de courriel refusée')
  if (/\p{Cc}/u.test(contenu.sujet)) throw new CourrielInvalide('objet de courriel refusé')
  const { nom, email } = organisme()
  return {
    messageId: messageId(id),
    from: { name: nom, address: email },
    to: { name: '', address: a },
    envelope: { from: email, to: [a] },
    subject: contenu.sujet,
    text: contenu.texte,
    html: contenu.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** @throws {CourrielInvalide} or what the transport throws: see `classer` of smtp.ts. */
export async function expedier(envoi: Envoi): Promise<void> {
  const message = composer(envoi)
  const smtp = env().SMTP_URL
  return smtp === undefined ? deposer(envoi, message) : remettre(smtp, message)
}

const dossier = (): string => join(env().PORTAIL_DATA, 'mail')

/** Private; the folder around it is not: the embedded database's own user goes through it. */
async function creerDossier(): Promise<void> {
  await mkdir(env().PORTAIL_DATA, { recursive: true })
  await mkdir(dossier(), { recursive: true, mode: 0o700 })
}

/** Written aside then renamed: a reader never sees half a mail, and a retry replaces its own file. */
async function deposer({ id, contenu }: Envoi, message: Mail.Options): Promise<void> {
  await creerDossier()
  const rendu = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  const { a, sujet, texte } = contenu
  const depose: CourrielDepose = { id, le: maintenant().toISOString(), a, sujet, texte }
  await ecrireAside(`${id}.eml`, rendu.message.toString())
  await ecrireAside(`${id}.json`, JSON.stringify(depose))
}

async function ecrireAside(nom: string, texte: string): Promise<void> {
  const chemin = join(dossier(), nom)
  await writeFile(`${chemin}.tmp`, texte, { mode: 0o600 })
  await rename(`${chemin}.tmp`, chemin)
}

const depot = z.object({
  id: z.string(),
  le: z.iso.datetime(),
  a: z.string(),
  sujet: z.string(),
  texte: z.string(),
})
export type CourrielDepose = z.infer<typeof depot>

/** True where the mails may be read on a page: development or demonstration, and nothing really sent. */
export const courrielsLisibles = (): boolean =>
  env().SMTP_URL === undefined && (env().NODE_ENV === 'development' || env().PORTAIL_DEMO === '1')

/** The latest mails written to the folder, newest first. */
export async function loadCourrielsDeposes(nombre: number): Promise<readonly CourrielDepose[]> {
  await creerDossier()
  const noms = (await readdir(dossier())).filter((nom) => nom.endsWith('.json'))
  const lus = await Promise.all(
    noms.map(async (nom) => depot.parse(JSON.parse(await readFile(join(dossier(), nom), 'utf8')))),
  )
  return lus.sort((a, b) => b.le.localeCompare(a.le)).slice(0, nombre)
}
