import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import { z } from 'zod'
import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import { maintenant } from './clock'
import { env } from './env'
import type { Contenus, Travail } from './jobs'
import { organisme } from './organisme'

/** One mail to one person. Over SMTP_URL, or else written to `<PORTAIL_DATA>/mail`. */
type Courriel = Contenus['courriel']

/** The same at every retry of the job, so that a mail sent twice is shown once. */
export const messageId = (travailId: string): string =>
  `<${travailId}@${new URL(env().PORTAIL_URL).hostname}>`

/** @throws {Error} on an address that is not exactly one mailbox, or a subject of several lines: it would be a header of its own. */
function composer({ id, contenu }: Travail<Courriel>): Mail.Options {
  const a = normaliserEmail(contenu.a)
  if (a === null || a !== contenu.a) throw new Error('adresse de courriel refusée')
  if (/\p{Cc}/u.test(contenu.sujet)) throw new Error('objet de courriel refusé')
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

export async function expedier(travail: Travail<Courriel>): Promise<void> {
  const message = composer(travail)
  const smtp = env().SMTP_URL
  if (smtp === undefined) return deposer(travail, message)
  const transport = createTransport(smtp)
  try {
    await transport.sendMail(message)
  } finally {
    transport.close()
  }
}

const dossier = (): string => join(env().PORTAIL_DATA, 'mail')

/** Written aside then renamed: a reader never sees half a mail, and a retry replaces its own file. */
async function deposer(travail: Travail<Courriel>, message: Mail.Options): Promise<void> {
  await mkdir(dossier(), { recursive: true, mode: 0o700 })
  const rendu = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  const { a, sujet, texte } = travail.contenu
  const depose: CourrielDepose = { id: travail.id, le: maintenant().toISOString(), a, sujet, texte }
  await ecrireAside(`${travail.id}.eml`, rendu.message.toString())
  await ecrireAside(`${travail.id}.json`, JSON.stringify(depose))
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
  await mkdir(dossier(), { recursive: true, mode: 0o700 })
  const noms = (await readdir(dossier())).filter((nom) => nom.endsWith('.json'))
  const lus = await Promise.all(
    noms.map(async (nom) => depot.parse(JSON.parse(await readFile(join(dossier(), nom), 'utf8')))),
  )
  return lus.sort((a, b) => b.le.localeCompare(a.le)).slice(0, nombre)
}
