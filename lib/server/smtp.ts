import { createTransport } from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool'
import type { ErreurCourriel } from '@/lib/lexique/courriels/suivi'

/**
 * One pool of connections for the process. A mail link opens an account: off this machine the connection must be encrypted, unless
 * SMTP_URL says `?requireTLS=false`. Any option of nodemailer may be said there; these hold otherwise. Milliseconds.
 */
const REGLAGES = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 5_000,
  socketTimeout: 30_000,
  maxConnections: 5,
  // A kept connection the server had closed is opened again once; the queue does the rest.
  maxRequeues: 1,
} as const

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

function ouvrir(smtp: string) {
  const url = new URL(smtp)
  const voulu = { ...REGLAGES, requireTLS: url.protocol === 'smtp:' && !LOCAL.test(url.hostname) }
  const tus = Object.entries(voulu).filter(([nom]) => !url.searchParams.has(nom))
  const options: SMTPPool.Options = { url: smtp, pool: true, ...Object.fromEntries(tus) }
  return createTransport(options)
}

let ouvert: ReturnType<typeof ouvrir> | undefined

export async function remettre(smtp: string, message: Mail.Options): Promise<void> {
  ouvert ??= ouvrir(smtp)
  await ouvert.sendMail(message)
}

/** Ends the kept connections; the next mail opens others. */
export function fermerSmtp(): void {
  ouvert?.close()
  ouvert = undefined
}

export interface Classement {
  readonly code: ErreurCourriel
  /** No use in trying again. */
  readonly definitive: boolean
}

const texteDe = (erreur: unknown, cle: string): string => {
  const valeur: unknown = erreur instanceof Error ? Reflect.get(erreur, cle) : undefined
  return typeof valeur === 'string' ? valeur : ''
}

const PAR_CODE: Readonly<Record<string, ErreurCourriel>> = {
  EAUTH: 'IDENTIFICATION',
  ENOAUTH: 'IDENTIFICATION',
  EOAUTH2: 'IDENTIFICATION',
  ETLS: 'CHIFFREMENT',
  EREQUIRETLS: 'CHIFFREMENT',
  ETIMEDOUT: 'SANS_REPONSE',
  ECONNECTION: 'INJOIGNABLE',
  ESOCKET: 'INJOIGNABLE',
  EDNS: 'INJOIGNABLE',
  EPROTOCOL: 'INJOIGNABLE',
  EMAXLIMIT: 'INJOIGNABLE',
}
const CERTIFICAT = /certificate|self[- ]signed|CERT_|SSL|TLS/i

/** From what the server answered; the answer itself, which may hold the address, goes no further. */
export function classer(erreur: unknown): Classement {
  const reponse: unknown = erreur instanceof Error ? Reflect.get(erreur, 'responseCode') : undefined
  const code = texteDe(erreur, 'code')
  const commande = texteDe(erreur, 'command')
  const refus = typeof reponse === 'number' && reponse >= 500
  if (code === 'EENVELOPE' && commande.startsWith('RCPT'))
    return refus ? { code: 'DESTINATAIRE_REFUSE', definitive: true } : { code: 'REPORTE', definitive: false }
  // Ours to repair: every mail would be lost at once, so it waits.
  if (code === 'EENVELOPE') return { code: refus ? 'EXPEDITEUR_REFUSE' : 'REPORTE', definitive: false }
  if (code === 'EMESSAGE')
    return refus ? { code: 'MESSAGE_REFUSE', definitive: true } : { code: 'REPORTE', definitive: false }
  if (erreur instanceof Error && code === 'ESOCKET' && CERTIFICAT.test(erreur.message))
    return { code: 'CHIFFREMENT', definitive: false }
  return { code: PAR_CODE[code] ?? 'INCONNUE', definitive: false }
}
