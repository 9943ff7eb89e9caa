import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  courrielAccesPerdu,
  courrielConfirmation,
  courrielMotDePasseChange,
} from '@/lib/lexique/courriels/acces'
import { ecrire } from '@/lib/server/db'
import { ouvrirTravail } from '@/lib/server/jobs'
import { expedier } from '@/lib/server/mail'
import { SYSTEME } from '@/lib/server/portee'
import { fermerSmtp } from '@/lib/server/smtp'
import { envoyerCourriel, ouvrirCourriel, signature } from '@/lib/services/courriel/mutations'
import { lignes, travauxEnAttente } from '../support/comptes'

interface Recu {
  readonly de: string
  readonly a: readonly string[]
  readonly brut: string
}

/** A mail server that keeps what it receives, and first refuses as often as asked. */
const recus: Recu[] = []
let refus = 0
const serveur = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(flux, session, fini) {
    const morceaux: Buffer[] = []
    flux.on('data', (morceau: Buffer) => morceaux.push(morceau))
    flux.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      recus.push({
        de: mailFrom === false ? '' : mailFrom.address,
        a: rcptTo.map(({ address }) => address),
        brut: Buffer.concat(morceaux).toString('utf8'),
      })
      refus -= 1
      fini(refus >= 0 ? new Error('réessayez') : null)
    })
  },
})

beforeAll(async () => {
  serveur.listen(0, '127.0.0.1')
  await once(serveur.server, 'listening')
  const { port } = serveur.server.address() as AddressInfo
  // Before the environment is read for the first time.
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
})
afterAll(async () => {
  fermerSmtp()
  await new Promise<void>((fini) => serveur.close(() => fini()))
})

const courriel = (autre = {}) => ({
  id: randomUUID(),
  contenu: {
    a: 'anne@exemple.fr',
    ...courrielConfirmation('https://portail.example/confirmer-mon-adresse?jeton=abc', signature()),
    ...autre,
  },
})
const dernier = async () => {
  const recu = recus.at(-1)
  if (recu === undefined) throw new Error('rien reçu')
  return { recu, lu: await PostalMime.parse(recu.brut) }
}

describe('un courriel expédié', () => {
  test('va à une seule boîte, en texte et en HTML, de la part de l’organisme', async () => {
    const travail = courriel()
    await expedier(travail)
    const { recu, lu } = await dernier()
    expect(recu.a).toEqual(['anne@exemple.fr'])
    expect(recu.de).toBe('contact@pont-levant.example')
    expect(lu.to).toMatchObject([{ address: 'anne@exemple.fr' }])
    expect(lu.from).toMatchObject({ name: 'Mutuelle du Pont-Levant' })
    expect([lu.cc, lu.bcc]).toEqual([undefined, undefined])
    expect(lu.subject).toBe('Confirmez votre adresse e-mail')
    expect(lu.text).toContain('https://portail.example/confirmer-mon-adresse?jeton=abc')
    expect(lu.html).toContain('href="https://portail.example/confirmer-mon-adresse?jeton=abc"')
  })

  test('garde le même Message-ID quand il faut réessayer, et un autre courriel en a un autre', async () => {
    const travail = courriel()
    refus = 1
    await expect(expedier(travail)).rejects.toThrow()
    await expedier(travail)
    const [premier, second] = await Promise.all(recus.slice(-2).map(({ brut }) => PostalMime.parse(brut)))
    expect(premier?.messageId).toBe(`<${travail.id}@localhost>`)
    expect(second?.messageId).toBe(premier?.messageId)
    await expedier(courriel())
    expect((await dernier()).lu.messageId).not.toBe(second?.messageId)
  })

  test.each([
    'a@exemple.fr\r\nBcc: b@evil.example',
    'a@exemple.fr, b@evil.example',
    'A <a@exemple.fr>',
    'a@exemple.fr;b@evil.example',
    '"a@evil.example"@exemple.fr',
    'a＠exemple.fr',
    'Anne@exemple.fr',
    '',
  ])('ne part pas vers %j', async (a) => {
    const avant = recus.length
    await expect(expedier(courriel({ a }))).rejects.toThrow('adresse de courriel refusée')
    expect(recus).toHaveLength(avant)
  })

  test('un objet de plusieurs lignes ne part pas', async () => {
    const avant = recus.length
    for (const sujet of ['Bonjour\r\nBcc: b@evil.example', 'Bonjour\nX: y', 'Bonjour\u0000'])
      await expect(expedier(courriel({ sujet }))).rejects.toThrow('objet de courriel refusé')
    expect(recus).toHaveLength(avant)
  })

  test('un texte qui ressemble à des en-têtes reste du texte', async () => {
    await expedier(courriel({ texte: 'Bcc: b@evil.example\r\n\r\n.\r\nRSET\r\nMAIL FROM:<x@evil.example>' }))
    const { recu, lu } = await dernier()
    expect(recu.a).toEqual(['anne@exemple.fr'])
    expect(lu.bcc).toBeUndefined()
    expect(lu.text).toContain('RSET')
  })
})

describe('les modèles', () => {
  test('échappent ce qui vient des personnes', () => {
    const { html, texte } = courrielAccesPerdu(
      [
        { prenom: '<img src=x onerror=alert(1)>', url: 'https://p.example/a?jeton=1&x="' },
        { prenom: 'Anne', url: 'https://p.example/b' },
      ],
      signature(),
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('href="https://p.example/a?jeton=1&amp;x=&quot;"')
    expect(texte).toContain('Plusieurs espaces')
  })

  test('ne demandent ni ne disent rien de la santé, d’un montant ou d’un numéro', () => {
    const modeles = [
      courrielConfirmation('https://p.example/c', signature()),
      courrielAccesPerdu([{ prenom: 'Anne', url: 'https://p.example/a' }], signature()),
      courrielMotDePasseChange(
        {
          quand: 'le samedi 21 novembre 2026',
          urlAcces: 'https://p.example/d',
          depuisEspace: false,
          courrielAbandonne: true,
        },
        signature(),
      ),
    ]
    for (const { sujet, texte, html } of modeles)
      expect(`${sujet} ${texte} ${html}`).not.toMatch(/€|remboursement|soin|sécurité sociale|\b[12]\d{12}\b/i)
  })
})

describe('la file', () => {
  const modele = courrielConfirmation('https://portail.example/confirmer-mon-adresse?jeton=abc', signature())
  const contenu = { a: 'anne@exemple.fr', sujet: modele.sujet, texte: modele.texte, html: modele.html }

  test('ne reçoit rien d’une transaction qui échoue', async () => {
    await expect(
      ecrire(SYSTEME, async (client) => {
        await envoyerCourriel(client, contenu.a, modele)
        throw new Error('annulée')
      }),
    ).rejects.toThrow('annulée')
    expect(await travauxEnAttente('courriel')).toEqual([])
    expect(await lignes('SELECT id FROM courriels')).toEqual([])
    await ecrire(SYSTEME, (client) => envoyerCourriel(client, contenu.a, modele))
    expect((await travauxEnAttente('courriel')).map((travail) => travail.contenu)).toEqual([contenu])
  })

  test('un contenu déplacé sur un autre travail, une autre file ou une autre ligne ne s’ouvre pas', async () => {
    const [ligne] = await lignes<{ id: string; data: object }>(
      "SELECT id, data FROM pgboss.job WHERE name = 'courriel' LIMIT 1",
    )
    if (ligne === undefined) throw new Error('file vide')
    expect(ouvrirTravail('courriel', ligne.id, ligne.data).contenu).toEqual({})
    expect(() => ouvrirTravail('courriel', randomUUID(), ligne.data)).toThrow()
    expect(() => ouvrirTravail('acces-perdu', ligne.id, ligne.data)).toThrow()
    expect(() => ouvrirTravail('courriel', ligne.id, { a: 'x' })).toThrow()
    const [rangee] = await lignes<{ id: string; destinataire: Buffer; contenu: Buffer }>(
      'SELECT id, destinataire, contenu FROM courriels',
    )
    if (rangee === undefined) throw new Error('pas de courriel')
    expect(ouvrirCourriel(rangee.id, rangee)).toEqual(contenu)
    expect(() => ouvrirCourriel(randomUUID(), rangee)).toThrow()
    expect(() => ouvrirCourriel(rangee.id, { ...rangee, destinataire: rangee.contenu })).toThrow()
  })
})
