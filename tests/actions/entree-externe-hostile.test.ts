import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { acteurCourant } from '@/lib/server/session'
import { creerPersonne, lignes } from '../support/comptes'
import { aller, chezLui, danser, retour } from '../support/danse-externe'
import { FournisseurPiege, type Jeu } from '../support/fournisseur-piege'
import { cookiesPoses, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))

const piege = await new FournisseurPiege().demarrer()
/** Somebody else on the private network: counts who comes. */
const voisin = { visites: 0, origine: '' }
const serveurVoisin = createServer((_requete, reponse) => {
  voisin.visites += 1
  reponse.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})
await new Promise<void>((pret) => serveurVoisin.listen(0, '127.0.0.1', pret))
voisin.origine = `http://127.0.0.1:${(serveurVoisin.address() as AddressInfo).port}`

const un = (id: string, autre = {}) => ({
  id,
  libelle: 'Piège',
  public: 'ADHERENTS',
  emetteur: `${piege.origine}/${id}`,
  clientId: 'portail',
  clientSecret: 'un secret de seize caractères au moins',
  reseauPrive: true,
  ...autre,
})
process.env.PORTAIL_FOURNISSEURS = JSON.stringify([
  un('piege'),
  un('niveau', { acr: ['eidas2', 'eidas3'] }),
  un('public', { reseauPrive: false }),
  // A document that is refused is not kept: this one is asked for again each time.
  un('neuf'),
  un('cles'),
])

let adresse = 0
beforeEach(() => {
  adresse += 1
  piege.jeu = {}
  piege.sujet = `sujet-${adresse}`
  voisin.visites = 0
  nouvelleRequete({ 'x-forwarded-for': `198.51.100.${adresse}`, 'user-agent': 'Firefox/140.0 (X11; Linux)' })
})
afterAll(async () => {
  await piege.arreter()
  await new Promise((fini) => serveurVoisin.close(fini))
})

/** What a refusal must leave as it was. */
const traces = async () => ({
  sessions: (await lignes('SELECT 1 FROM sessions')).length,
  identites: (await lignes('SELECT 1 FROM identites_externes')).length,
  aLier: (await lignes("SELECT 1 FROM demarches_externes WHERE etape <> 'ALLER'")).length,
  courriels: (await lignes('SELECT 1 FROM courriels')).length,
})
const refusJournalises = async () =>
  (await lignes("SELECT 1 FROM journal WHERE acte = 'CONNEXION_REFUSEE' AND resultat = 'REFUSE'")).length

/** Whoever is linked enters when the provider does not lie: without it, a refusal would prove nothing. */
async function relierLeSujet() {
  const personne = await creerPersonne({ email: `relie${adresse}@exemple.fr` })
  for (const id of ['piege', 'niveau', 'cles'])
    await lignes(
      'INSERT INTO identites_externes (compte_id, fournisseur, emetteur, sujet, liee_le) VALUES ($1, $2, $3, $4, now())',
      [personne.compteId, id, `${piege.origine}/${id}`, piege.sujet],
    )
  return personne
}

async function refusee(fournisseur: string, code: string): Promise<void> {
  await relierLeSujet()
  const [avant, refus] = [await traces(), await refusJournalises()]
  expect(await danser(fournisseur)).toBe(`/connexion?echec=${code}&par=${fournisseur}`)
  expect(await traces()).toEqual(avant)
  expect(await refusJournalises()).toBe(refus + 1)
  expect(cookiesPoses().some(({ name, value }) => name === 'portail-session' && value !== '')).toBe(false)
  expect(await acteurCourant()).toBeNull()
}

const MENSONGES: readonly (readonly [string, Jeu])[] = [
  ['un state qui n’est pas celui du départ', { retour: (url) => url.searchParams.set('state', 'autre') }],
  ['sans state', { retour: (url) => url.searchParams.delete('state') }],
  [
    'un émetteur (iss) qui n’est pas le sien',
    { retour: (url) => url.searchParams.set('iss', 'https://autre.exemple') },
  ],
  ['sans émetteur, quand il dit toujours le sien', { retour: (url) => url.searchParams.delete('iss') }],
  [
    'un id_token d’un autre émetteur',
    { faits: (faits) => Object.assign(faits, { iss: 'https://autre.exemple' }) },
  ],
  ['un id_token pour un autre client', { faits: (faits) => Object.assign(faits, { aud: 'autre' }) }],
  [
    'un id_token pour nous et un autre, délivré à l’autre (azp)',
    { faits: (faits) => Object.assign(faits, { aud: ['portail', 'autre'], azp: 'autre' }) },
  ],
  ['un nonce qui n’est pas celui du départ', { faits: (faits) => Object.assign(faits, { nonce: 'autre' }) }],
  ['sans nonce', { faits: (faits) => Reflect.deleteProperty(faits, 'nonce') }],
  ['sans sujet', { faits: (faits) => Reflect.deleteProperty(faits, 'sub') }],
  [
    'un id_token périmé',
    {
      faits: (faits) => Object.assign(faits, { iat: Number(faits.iat) - 600, exp: Number(faits.exp) - 600 }),
    },
  ],
  [
    'un id_token qui vaut plus tard',
    { faits: (faits) => Object.assign(faits, { nbf: Number(faits.iat) + 600 }) },
  ],
  ['un id_token sans signature (alg none)', { signature: 'NONE' }],
  ['un id_token signé avec la clé publique (HS256)', { signature: 'HS256_CLE_PUBLIQUE' }],
  ['un id_token signé autrement que convenu (PS256)', { signature: 'PS256' }],
  ['un id_token signé par une autre clé', { signature: 'AUTRE_CLE' }],
  ['un id_token dont la clé (kid) est inconnue', { signature: 'KID_INCONNU' }],
]

describe('S-18, I10 : un fournisseur qui ment n’ouvre rien', () => {
  test('S-18 : celui qui ne ment pas ouvre l’espace relié, avec state, nonce et PKCE', async () => {
    const { compteId } = await relierLeSujet()
    const pkce = piege.pkce
    expect(await danser('piege')).toBe('/adherent')
    expect(await acteurCourant()).toMatchObject({ type: 'ADHERENT', compteId })
    expect(piege.pkce).toBe(pkce + 1)
  })

  test.each(MENSONGES)('S-18 : %s est refusé, et rien n’est écrit', async (_titre, jeu) => {
    piege.jeu = jeu
    await refusee('piege', 'reponse')
  })

  test.each([
    ['moindre', 'eidas1'],
    ['absent', undefined],
    ['qui contient le bon', 'eidas2 et plus'],
  ])('S-18, ASVS 6.8.4 : un niveau (acr) %s est refusé', async (_titre, acr) => {
    piege.jeu = { faits: (faits) => Object.assign(faits, { acr }) }
    await refusee('niveau', 'niveau')
  })

  test('S-18 : le niveau demandé, ou plus, est admis', async () => {
    piege.jeu = { faits: (faits) => Object.assign(faits, { acr: 'eidas3' }) }
    await relierLeSujet()
    expect(await aller('niveau')).toContain('acr_values=eidas2')
    expect(await danser('niveau')).toBe('/adherent')
  })
})

describe('S-18 : le retour ne sert qu’une fois, et dans le navigateur qui est parti', () => {
  test('la même adresse et le même cookie, rejoués, n’ouvrent plus rien', async () => {
    await relierLeSujet()
    const adresseRetour = await chezLui(await aller('piege'))
    const depart = cookiesPoses().find(({ name }) => name === 'portail-externe')?.value ?? ''
    expect(depart).not.toBe('')
    expect(await retour('piege', adresseRetour)).toBe('/adherent')
    const avant = await traces()
    for (const cookie of [depart, '', 'forgé']) {
      nouvelleRequete({ 'x-forwarded-for': `198.51.100.${adresse}` })
      if (cookie !== '') (await import('../support/requete')).poserCookieBrut('portail-externe', cookie)
      expect(await retour('piege', adresseRetour)).toBe('/connexion?echec=reponse&par=piege')
    }
    expect(await traces()).toEqual(avant)
  })

  test('le retour d’un départ chez un autre fournisseur est refusé', async () => {
    await relierLeSujet()
    const adresseRetour = await chezLui(await aller('piege'))
    expect(await retour('niveau', adresseRetour.replace('/piege/', '/niveau/'))).toBe(
      '/connexion?echec=reponse&par=niveau',
    )
    expect(await acteurCourant()).toBeNull()
  })

  test('l’adresse où revenir est de ce site, ou elle est oubliée', async () => {
    await relierLeSujet()
    expect(await danser('piege', '?retour=%2Fadherent%2Freleves')).toBe('/adherent/releves')
    for (const ailleurs of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect(await danser('piege', `?retour=${encodeURIComponent(ailleurs)}`)).toBe('/adherent')
  })
})

describe('S-18 : l’adresse e-mail ne relie jamais', () => {
  test.each([[false], [true], ['true']])(
    'S-18 : le même e-mail qu’un compte, vérifié : %s',
    async (verifie) => {
      const { compteId } = await creerPersonne({ email: `meme${adresse}@exemple.fr` })
      const email = { email: `meme${adresse}@exemple.fr`, email_verified: verifie }
      piege.jeu = { civile: email, faits: (faits) => Object.assign(faits, email) }
      const avant = await traces()
      expect(await danser('piege')).toBe('/relier-mon-identite')
      expect(await acteurCourant()).toBeNull()
      expect(await traces()).toEqual({ ...avant, aLier: avant.aLier + 1 })
      expect(await lignes('SELECT 1 FROM identites_externes WHERE compte_id = $1', [compteId])).toEqual([])
    },
  )
})

describe('S-48 : le portail n’appelle que les hôtes configurés', () => {
  const VERS_LE_VOISIN: readonly (readonly [string, Jeu])[] = [
    ['des clés ailleurs', { document: (d) => Object.assign(d, { jwks_uri: `${voisin.origine}/jwks` }) }],
    [
      'un jeton ailleurs',
      { document: (d) => Object.assign(d, { token_endpoint: `${voisin.origine}/token` }) },
    ],
    [
      'des faits ailleurs',
      { document: (d) => Object.assign(d, { userinfo_endpoint: `${voisin.origine}/moi` }) },
    ],
    [
      'une page ailleurs',
      { document: (d) => Object.assign(d, { authorization_endpoint: 'https://evil.example/' }) },
    ],
    ['un protocole inattendu', { document: (d) => Object.assign(d, { jwks_uri: 'file:///etc/passwd' }) }],
    ['un autre émetteur', { document: (d) => Object.assign(d, { issuer: `${String(d.issuer)}/` }) }],
    [
      'un document redirigé',
      {
        repond: (_chemin, reponse) => {
          reponse.writeHead(302, { location: `${voisin.origine}/document` }).end()
          return true
        },
      },
    ],
    [
      'un document sans fin',
      {
        repond: (_chemin, reponse) => {
          reponse.writeHead(200, { 'content-type': 'application/json' }).end(`{"a":"${'x'.repeat(300_000)}"}`)
          return true
        },
      },
    ],
    [
      'une page au lieu d’un document',
      {
        repond: (_chemin, reponse) => {
          reponse.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
          return true
        },
      },
    ],
  ]

  test.each(VERS_LE_VOISIN)(
    'S-48 : %s : personne ne part, et rien d’autre n’est appelé',
    async (_titre, jeu) => {
      piege.jeu = jeu
      expect(await aller('neuf')).toBe('/connexion?echec=indisponible&par=neuf')
      expect(voisin.visites).toBe(0)
      expect(cookiesPoses().some(({ name }) => name === 'portail-externe')).toBe(false)
    },
  )

  test('S-48 : des clés redirigées ne sont pas suivies', async () => {
    await relierLeSujet()
    piege.jeu = {
      repond: (chemin, reponse) => {
        if (!chemin.endsWith('/jwks')) return false
        reponse.writeHead(307, { location: `${voisin.origine}/jwks` }).end()
        return true
      },
    }
    expect(await danser('cles')).toBe('/connexion?echec=indisponible&par=cles')
    expect(voisin.visites).toBe(0)
    expect(await acteurCourant()).toBeNull()
  })

  test('S-48 : une adresse privée n’est pas appelée si la configuration ne le dit pas', async () => {
    const avant = piege.demandes.length
    expect(await aller('public')).toBe('/connexion?echec=indisponible&par=public')
    expect(piege.demandes.length).toBe(avant)
  })
})

describe('S-18 : ce qui ne va pas chez le fournisseur devient une phrase', () => {
  test.each([
    ['access_denied', 'refus'],
    ['login_required', 'refus'],
    ['temporarily_unavailable', 'indisponible'],
  ])('%s', async (erreur, code) => {
    piege.jeu = {
      retour: (url) => {
        url.searchParams.delete('code')
        url.searchParams.set('error', erreur)
        url.searchParams.set('error_description', 'Votre compte est bloqué, appelez le 0 800 123 456')
      },
    }
    await refusee('piege', code)
  })

  const surJeton = (status: number, corps: string): Jeu => ({
    repond: (chemin, reponse) => {
      if (!chemin.endsWith('/token')) return false
      reponse.writeHead(status, { 'content-type': 'application/json' }).end(corps)
      return true
    },
  })
  test.each([
    ['un code refusé', surJeton(400, '{"error":"invalid_grant"}'), 'reponse'],
    ['une panne', surJeton(500, ''), 'indisponible'],
    ['un jeton qui manque', surJeton(200, '{"access_token":"a","token_type":"bearer"}'), 'reponse'],
  ])('%s', async (_titre, jeu, code) => {
    piege.jeu = jeu
    await refusee('piege', code)
  })

  test('un silence finit de lui-même', async () => {
    piege.jeu = { repond: (chemin) => chemin.endsWith('/token') }
    await refusee('piege', 'indisponible')
  })

  test('un fournisseur qui n’est pas configuré est introuvable', async () => {
    expect(await aller('inconnu')).toBe('404')
    expect(
      await retour('inconnu', 'http://localhost:3000/connexion/externe/inconnu/retour?code=a&state=b'),
    ).toBe('404')
  })
})
