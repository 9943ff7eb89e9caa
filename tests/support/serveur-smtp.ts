import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the server does with a mail. */
export type Conduite =
  | 'ACCEPTE'
  | 'REFUSE_RCPT_550'
  | 'REPORTE_RCPT_451'
  | 'REFUSE_EXPEDITEUR_550'
  | 'REFUSE_DATA_554'
  | 'REPORTE_DATA_452'
  /** Takes the whole message, answers nothing. */
  | 'SE_TAIT'
  /** Takes the whole message, cuts before 250. */
  | 'COUPE'

export interface Recu {
  readonly de: string
  readonly a: readonly string[]
  readonly brut: string
  readonly messageId: string
  readonly chiffre: boolean
  /** The client was told 250. */
  readonly accepte: boolean
}

interface Reglages {
  /** Does the server offer STARTTLS, under a certificate nobody signed? */
  readonly tls?: boolean
  readonly motDePasse?: string
}

const refus = (code: number, texte: string): Error => Object.assign(new Error(texte), { responseCode: code })

/** A real mail server that does as it is told, and keeps what it was given. */
export class ServeurSmtp {
  readonly recus: Recu[] = []
  conduite: (a: string) => Conduite = () => 'ACCEPTE'
  /** After each message answered 250. */
  apres: () => void = () => undefined
  readonly #serveur: SMTPServer
  readonly #prises = new Map<number, Socket>()

  constructor({ tls = false, motDePasse }: Reglages = {}) {
    this.#serveur = new SMTPServer({
      logger: false,
      disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(motDePasse === undefined ? ['AUTH'] : [])],
      authOptional: motDePasse === undefined,
      allowInsecureAuth: true,
      onAuth: (auth, _session, fini) =>
        auth.password === motDePasse ? fini(null, { user: 'portail' }) : fini(refus(535, 'non')),
      onMailFrom: (_adresse, _session, fini) =>
        fini(this.conduite('') === 'REFUSE_EXPEDITEUR_550' ? refus(550, 'expéditeur refusé') : null),
      onRcptTo: ({ address }, _session, fini) => {
        const conduite = this.conduite(address)
        if (conduite === 'REFUSE_RCPT_550') return fini(refus(550, `5.1.1 <${address}> inconnue`))
        if (conduite === 'REPORTE_RCPT_451') return fini(refus(451, `4.2.1 <${address}> plus tard`))
        return fini(null)
      },
      onData: (flux, session, fini) => {
        const morceaux: Buffer[] = []
        flux.on('data', (morceau: Buffer) => morceaux.push(morceau))
        flux.on('end', () => {
          const a = session.envelope.rcptTo.map(({ address }) => address)
          const de = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address
          const brut = Buffer.concat(morceaux).toString('utf8')
          const messageId = /^Message-ID: (.+)$/im.exec(brut)?.[1]?.trim() ?? ''
          const conduite = this.conduite(a[0] ?? '')
          const accepte = conduite === 'ACCEPTE'
          this.recus.push({ de, a, brut, messageId, chiffre: session.secure, accepte })
          if (conduite === 'SE_TAIT') return
          if (conduite === 'COUPE') return this.#prises.get(session.remotePort)?.destroy()
          if (conduite === 'REFUSE_DATA_554') return fini(refus(554, 'contenu refusé'))
          if (conduite === 'REPORTE_DATA_452') return fini(refus(452, 'plus de place'))
          fini(null)
          this.apres()
        })
      },
    })
    this.#serveur.on('error', () => undefined)
    this.#serveur.server.on('connection', (prise: Socket) => {
      const port = prise.remotePort ?? 0
      this.#prises.set(port, prise)
      prise.on('close', () => this.#prises.delete(port))
    })
  }

  async ecouter(port = 0): Promise<number> {
    this.#serveur.listen(port, '127.0.0.1')
    await once(this.#serveur.server, 'listening')
    return (this.#serveur.server.address() as AddressInfo).port
  }

  async fermer(): Promise<void> {
    for (const prise of this.#prises.values()) prise.destroy()
    await new Promise<void>((fini) => this.#serveur.close(() => fini()))
  }
}
