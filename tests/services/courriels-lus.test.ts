import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import {
  courrielAccesPerdu,
  courrielConfirmation,
  courrielMotDePasseChange,
} from '@/lib/lexique/courriels/acces'
import type { Modele } from '@/lib/lexique/courriels/cadre'
import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import { expedier } from '@/lib/server/mail'
import { fermerSmtp } from '@/lib/server/smtp'
import { signature } from '@/lib/services/courriel/mutations'
import { ServeurSmtp } from '../support/serveur-smtp'

const serveur = new ServeurSmtp()
beforeAll(async () => {
  process.env.SMTP_URL = `smtp://127.0.0.1:${await serveur.ecouter()}`
})
afterAll(async () => {
  fermerSmtp()
  await serveur.fermer()
})

const lu = z.object({
  entetes: z.array(z.string()),
  a: z.array(z.string()),
  de: z.string(),
  sujet: z.string(),
  messageId: z.string(),
  parties: z.array(z.string()),
  texte: z.string(),
  html: z.string(),
  defauts: z.array(z.string()),
})

/** Read by a parser of another house. */
function lireEnPython(brut: string) {
  const { error, status, stdout, stderr } = spawnSync('python3', ['tests/support/lire-courriel.py'], {
    input: brut,
    encoding: 'utf8',
  })
  if (error !== undefined)
    throw new Error('Ce test lit les courriels avec python3 : installez le paquet python3, puis relancez.')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return lu.parse(JSON.parse(stdout))
}

async function envoyer(modele: Modele, a = 'anne@exemple.fr') {
  const id = randomUUID()
  const { sujet, texte, html } = modele
  await expedier({ id, contenu: { a, sujet, texte, html } })
  const recu = serveur.recus.at(-1)
  if (recu === undefined) throw new Error('rien reçu')
  return { id, recu }
}

const URL_ESPACE = 'https://portail.example/adherent'
const MODELES: readonly (readonly [string, (prenom: string) => Modele])[] = [
  ['la confirmation', () => courrielConfirmation(`${URL_ESPACE}?jeton=abc`, signature())],
  [
    "l'accès perdu",
    (prenom) =>
      courrielAccesPerdu(
        [
          { prenom, url: `${URL_ESPACE}?jeton=abc` },
          { prenom: 'Zoé', url: `${URL_ESPACE}?jeton=def` },
        ],
        signature(),
      ),
  ],
  [
    'le mot de passe changé',
    () =>
      courrielMotDePasseChange(
        {
          quand: 'le samedi 21 novembre 2026',
          urlAcces: URL_ESPACE,
          depuisEspace: false,
          courrielAbandonne: true,
        },
        signature(),
      ),
  ],
  ['le document disponible', () => courrielDocumentDisponible(URL_ESPACE, signature())],
]

/** As different parsers end lines and paragraphs. */
const serrer = (texte: string | null | undefined) => (texte ?? '').replace(/\r\n/g, '\n').trim()

describe.each(MODELES)('%s', (_nom, faire) => {
  test('se lit pareil par deux lecteurs étrangers l’un à l’autre', async () => {
    const modele = faire('Maëlys Œuvrard')
    const { id, recu } = await envoyer(modele)
    const python = lireEnPython(recu.brut)
    const postal = await PostalMime.parse(recu.brut)
    expect(python).toMatchObject({
      a: ['anne@exemple.fr'],
      de: 'Mutuelle du Pont-Levant <contact@pont-levant.example>',
      sujet: modele.sujet,
      messageId: `<${id}@localhost>`,
      parties: ['multipart/alternative', 'text/plain', 'text/html'],
      defauts: [],
    })
    expect(python.entetes).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ])
    expect([serrer(python.texte), serrer(python.html)]).toEqual([serrer(modele.texte), serrer(modele.html)])
    expect([postal.subject, serrer(postal.text), serrer(postal.html)]).toEqual([
      modele.sujet,
      serrer(modele.texte),
      serrer(modele.html),
    ])
  })

  test('est une page lisible sans rien demander au réseau, de jour comme de nuit', () => {
    const { html, texte, sujet } = faire('Anne')
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/)
    expect(html).toContain(`<title>${sujet}</title>`)
    expect(html.match(/<h1\b/g)).toHaveLength(1)
    expect(html).toContain('name="color-scheme" content="light dark"')
    expect(html).toContain('Mutuelle du Pont-Levant')
    expect(html).not.toMatch(
      /<(img|script|link|style|iframe|object|form|base|svg|video)\b|url\(|@import|src=/i,
    )
    // A colour set alone would be unreadable in the other theme.
    expect(html).not.toMatch(/(^|[;"\s])(color|background)(-color)?\s*:/i)
    const liens = [...html.matchAll(/href="([^"]*)"/g)].map(([, adresse]) => adresse ?? '')
    expect(liens.length).toBeGreaterThan(0)
    for (const adresse of liens) expect(adresse.startsWith(URL_ESPACE)).toBe(true)
    for (const adresse of liens) expect(texte).toContain(adresse.replaceAll('&amp;', '&'))
  })
})

describe('ce qui vient des personnes', () => {
  const HOSTILES = [
    'Anne\r\nBcc: b@evil.example',
    'Anne\nContent-Type: text/html\n\n<script>window.__x=1</script>',
    '"><img src=x onerror="window.__x=1">',
    '</title></h1><svg onload=alert(1)>',
    '</p><a href="javascript:alert(1)">ici</a>',
    '=?utf-8?Q?Bcc:_b@evil.example?=',
    '\r\n.\r\nMAIL FROM:<x@evil.example>\r\nRCPT TO:<y@evil.example>\r\nDATA\r\n',
    '\u0000\u0008\u001b[31mrouge',
    '\u202eexe.fdp',
    '--_NmP-1-Part_1\r\nContent-Type: text/html\r\n\r\n<b>x</b>',
    '{{7*7}}<%= 7*7 %>',
    'é'.repeat(3_000),
  ]

  test.each(HOSTILES)('%j ne devient ni en-tête, ni partie, ni balise', async (prenom) => {
    const faire = MODELES[1]?.[1]
    if (faire === undefined) throw new Error('modèle absent')
    const temoin = faire('Anne')
    const { recu } = await envoyer(faire(prenom))
    expect(recu.a).toEqual(['anne@exemple.fr'])
    const python = lireEnPython(recu.brut)
    expect(python.parties).toEqual(['multipart/alternative', 'text/plain', 'text/html'])
    expect(python.a).toEqual(['anne@exemple.fr'])
    expect(python.entetes).not.toContain('bcc')
    const balises = (html: string) => [...html.matchAll(/<\/?[a-z][^\s>]*/gi)].map(([balise]) => balise)
    expect(balises(python.html)).toEqual(balises(temoin.html))
    expect((await PostalMime.parse(recu.brut)).bcc).toBeUndefined()
  })

  test('une adresse qui passe est une seule boîte, et arrive telle quelle ; les autres ne partent pas', async () => {
    const morceau = fc.string({
      unit: fc.constantFrom(
        'a',
        'b',
        '@',
        '.',
        ',',
        ';',
        '<',
        '>',
        '"',
        ' ',
        '\r',
        '\n',
        '+',
        ':',
        'é',
        '(',
        '\\',
      ),
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(morceau, morceau, async (debut, fin) => {
        const a = `${debut}a@exemple.fr${fin}`
        const avant = serveur.recus.length
        const parti = await envoyer(courrielDocumentDisponible(URL_ESPACE, signature()), a).then(
          () => true,
          () => false,
        )
        expect(parti).toBe(normaliserEmail(a) === a)
        expect(serveur.recus.slice(avant).map((recu) => recu.a)).toEqual(parti ? [[a]] : [])
      }),
      { numRuns: 200 },
    )
  })
})

describe('aucun modèle ne dit un acte, un montant ou un numéro', () => {
  // Labels of acts of the demonstration and of the nomenclature, amounts and numbers as they are written.
  const INTERDITS =
    /€|\beuros?\b|\d+,\d{2}\b|rembours|soin|santé|consultation|pharmacie|optique|lunettes|dentaire|prothèse|hospital|auditi|médec|ordonnance|arrêt|ALD|relev[ée]|attestation|certificat|carte|tiers payant|cotisation|décompte|sécurité sociale|\bNIR\b|\b[12378]\s?\d{2}\s?\d{2}\s?(\d{2}|2[AB])\s?\d{3}\s?\d{3}|\bFR\d{2}/i

  test.each(MODELES)('%s', (_nom, faire) => {
    const { sujet, texte, html } = faire('Anne')
    expect(`${sujet}\n${texte}\n${html.replaceAll(/style="[^"]*"/g, '')}`).not.toMatch(INTERDITS)
  })

  test('celui d’un document n’a pas de quoi le décrire : il ne reçoit que l’adresse de l’espace', () => {
    expect(courrielDocumentDisponible.length).toBe(2)
    const modele = courrielDocumentDisponible(URL_ESPACE, signature())
    expect(modele.sujet).toBe('Un document est disponible dans votre espace')
    expect(modele.texte.match(/https?:\/\/\S+/g)).toEqual([URL_ESPACE])
  })
})
