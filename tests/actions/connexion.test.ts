import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { seConnecter } from '@/app/(public)/connexion/actions'
import {
  commencerApplication,
  finirApplication,
  franchirSecondPas,
} from '@/app/(public)/connexion/second-facteur/actions'
import { POST as deconnecter } from '@/app/deconnexion/route'
import { VIERGE } from '@/lib/formulaire/etat'
import { secretAleatoire } from '@/lib/server/chiffrement'
import { sceller } from '@/lib/server/jeton-scelle'
import { SYSTEME } from '@/lib/server/portee'
import { acteurCourant, exigerAdherent, exigerGestion, visiteCourante } from '@/lib/server/session'
import { seConnecter as ouvrir } from '@/lib/services/connexion/mutations'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente, visiteDeTest } from '../support/comptes'
import { applicationDe, donnerApplication } from '../support/facteurs'
import { cookiesPoses, formulaire, issueDe, nouvelleRequete, poserCookieBrut } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.setConfig({ testTimeout: 30_000 })

let adresse = 0
beforeEach(() => {
  adresse += 1
  nouvelleRequete({ 'x-forwarded-for': `198.51.100.${adresse}`, 'user-agent': 'Firefox/140.0 (X11; Linux)' })
})

const soumettre = (champs: Parameters<typeof formulaire>[0]) => seConnecter(VIERGE, formulaire(champs))
const NOM_COOKIE = 'portail-session'

describe('le formulaire de connexion', () => {
  test('ouvre la session, pose un cookie illisible par les scripts et mène à l’espace', async () => {
    const { compteId } = await creerPersonne({ email: 'entre@exemple.fr' })
    const vers = await issueDe(soumettre({ identifiant: 'entre@exemple.fr', motDePasse: BON_MOT_DE_PASSE }))
    expect(vers).toBe('/adherent')
    const pose = cookiesPoses().find(({ name }) => name === NOM_COOKIE)
    expect(pose?.options).toEqual({
      httpOnly: true,
      secure: false,
      sameSite: 'lax',
      path: '/',
      maxAge: 12 * 3600,
    })
    expect(`${pose?.name}=${pose?.value}`.length).toBeLessThan(4096)
    expect(await acteurCourant()).toMatchObject({ type: 'ADHERENT', compteId })
    expect((await exigerAdherent()).compteId).toBe(compteId)
    expect(await issueDe(exigerGestion())).toBe('404')
  })

  test.each([
    ['/adherent/remboursements', '/adherent/remboursements'],
    ['//evil.example', '/adherent'],
    ['https://evil.example', '/adherent'],
    ['/..//evil.example', '/adherent'],
    ['javascript:alert(1)', '/adherent'],
  ])('avec retour %s, mène à %s', async (retour, attendu) => {
    const { code } = await creerPersonne({ email: `retour${adresse}@exemple.fr` })
    expect(await issueDe(soumettre({ identifiant: code, motDePasse: BON_MOT_DE_PASSE, retour }))).toBe(
      attendu,
    )
  })

  test('A02, S-12, S-19 : deux conjoints sur le même ordinateur : chacun y reste connu, sans alerte à chaque tour', async () => {
    const deux = [
      await creerPersonne({ email: 'elle@exemple.fr' }),
      await creerPersonne({ email: 'lui@exemple.fr' }),
    ]
    const entrer = async (email: string) =>
      issueDe(soumettre({ identifiant: email, motDePasse: BON_MOT_DE_PASSE }))
    for (let tour = 0; tour < 3; tour += 1)
      for (const email of ['elle@exemple.fr', 'lui@exemple.fr']) expect(await entrer(email)).toBe('/adherent')
    expect([...(await visiteCourante()).comptesConnus].sort()).toEqual(
      deux.map(({ compteId }) => compteId).sort(),
    )
    const alertes = async () =>
      (await travauxEnAttente('courriel')).filter(({ contenu }) =>
        ['elle@exemple.fr', 'lui@exemple.fr'].includes(contenu.a),
      )
    expect(await alertes()).toEqual([])
    // On another computer, it is one.
    nouvelleRequete({ 'x-forwarded-for': `198.51.100.${adresse}`, 'user-agent': 'Firefox/140.0 (Windows)' })
    await entrer('lui@exemple.fr')
    expect((await alertes()).map(({ contenu }) => [contenu.a, contenu.sujet])).toEqual([
      ['lui@exemple.fr', 'Connexion depuis un nouvel appareil'],
    ])
  })

  test('le personnel arrive en gestion, n’est pas un adhérent, et son rôle compte', async () => {
    const compte = {
      role: 'COMPTABLE',
      nom: 'Camille Compte',
      email: 'compta@exemple.fr',
      motDePasse: BON_MOT_DE_PASSE,
    } as const
    const compteId = await creerComptePersonnel(SYSTEME, compte, new Date())
    const saisie = { identifiant: compte.email, motDePasse: BON_MOT_DE_PASSE, retour: '/gestion/flux' }
    expect(await issueDe(soumettre(saisie))).toBe('/connexion/second-facteur?retour=%2Fgestion%2Fflux')
    // One proof opens nothing.
    expect(await acteurCourant()).toBeNull()
    await commencerApplication(VIERGE, formulaire({ nature: 'TOTP' }))
    const codeUnique = (await applicationDe(compteId))(new Date())
    expect(await issueDe(finirApplication(VIERGE, formulaire({ codeUnique, retour: '/gestion/flux' })))).toBe(
      '/gestion/flux',
    )
    expect(await issueDe(exigerAdherent())).toBe('404')
    expect((await exigerGestion('COMPTABLE', 'ADMINISTRATEUR')).role).toBe('COMPTABLE')
    expect(await issueDe(exigerGestion('ADMINISTRATEUR'))).toBe('404')
  })

  test('se connecter de nouveau ferme la session précédente de ce navigateur', async () => {
    const { code, compteId } = await creerPersonne({ email: 'rejoue@exemple.fr' })
    await issueDe(soumettre({ identifiant: code, motDePasse: BON_MOT_DE_PASSE }))
    await issueDe(soumettre({ identifiant: code, motDePasse: BON_MOT_DE_PASSE }))
    const ouvertes = await lignes('SELECT 1 FROM sessions WHERE compte_id = $1 AND revoquee_le IS NULL', [
      compteId,
    ])
    expect(ouvertes).toHaveLength(1)
  })

  test('un mot de passe faux rend l’identifiant tapé, jamais le mot de passe', async () => {
    const etat = await soumettre({ identifiant: 'qui@exemple.fr', motDePasse: 'perdu de vue' })
    expect(etat).toMatchObject({ statut: 'ERREUR', valeurs: { identifiant: 'qui@exemple.fr' } })
    expect(JSON.stringify(etat)).not.toContain('perdu de vue')
  })

  test('au-delà des essais, la phrase dit quand recommencer', async () => {
    await creerPersonne({ email: 'freine@exemple.fr' })
    for (let i = 0; i < 11; i += 1) await soumettre({ identifiant: 'freine@exemple.fr', motDePasse: 'faux' })
    const etat = await soumettre({ identifiant: 'freine@exemple.fr', motDePasse: BON_MOT_DE_PASSE })
    if (etat.statut !== 'ERREUR') throw new Error('entré')
    expect(etat.erreurs[0]?.message).toMatch(/Trop d'essais.*\d{2}:\d{2}:\d{2} \(heure de Paris\)/)
  })
})

describe('la seconde étape', () => {
  test('S-04 : l’identifiant de session naît après elle ; celui de l’étape n’ouvre rien, avant ni après', async () => {
    const { code, compteId } = await creerPersonne({ email: 'deuxpas@exemple.fr' })
    const application = await donnerApplication(compteId)
    const vers = await issueDe(soumettre({ identifiant: code, motDePasse: BON_MOT_DE_PASSE }))
    expect(vers).toBe('/connexion/second-facteur')
    const etape = cookiesPoses().find(({ name }) => name === 'portail-entree')
    expect(etape?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 1800 })
    expect(cookiesPoses().some(({ name }) => name === NOM_COOKIE)).toBe(false)
    poserCookieBrut(NOM_COOKIE, etape?.value ?? '')
    expect(await acteurCourant()).toBeNull()
    const faux = await franchirSecondPas(VIERGE, formulaire({ codeUnique: '12', cleAcces: '' }))
    expect(faux).toMatchObject({ statut: 'ERREUR', erreurs: [{ champ: 'codeUnique' }], valeurs: {} })
    expect(JSON.stringify(faux)).not.toContain('"12"')
    const bon = formulaire({ codeUnique: application(new Date()), cleAcces: '' })
    expect(await issueDe(franchirSecondPas(VIERGE, bon))).toBe('/adherent')
    expect(await acteurCourant()).toMatchObject({ compteId })
    expect(cookiesPoses().find(({ name }) => name === 'portail-entree')?.value).toBe('')
  })

  test('sans première étape, un code n’ouvre rien', async () => {
    const etat = await franchirSecondPas(VIERGE, formulaire({ codeUnique: '123456' }))
    expect(etat).toMatchObject({ statut: 'ERREUR', erreurs: [{ champ: '' }] })
    expect(await acteurCourant()).toBeNull()
  })
})

describe('le cookie de session, forgé (S-09)', () => {
  const secretValable = async () => {
    const { code } = await creerPersonne({ email: `cookie${adresse}@exemple.fr` })
    return (
      await ouvrir(
        { identifiant: code, motDePasse: BON_MOT_DE_PASSE },
        visiteDeTest({ adresse: `203.0.113.${adresse}` }),
      )
    ).secret
  }
  const base64url = (objet: object) => Buffer.from(JSON.stringify(objet)).toString('base64url')
  const PASSE = Math.floor(Date.now() / 1000) - 3600

  /** A128CBC-HS256 under the key that next-auth derives from our secret: RFC 7516, RFC 7518 §5.2. */
  const autreChiffrement = (sub: string): string => {
    const secret = process.env.PORTAIL_SECRET ?? ''
    const info = 'NextAuth.js Generated Encryption Key (session)'
    const cle = Buffer.from(hkdfSync('sha256', secret, 'session', info, 32))
    const entete = base64url({ alg: 'dir', enc: 'A128CBC-HS256' })
    const iv = randomBytes(16)
    const chiffre = createCipheriv('aes-128-cbc', cle.subarray(16), iv)
    const corps = Buffer.concat([chiffre.update(JSON.stringify({ sub, exp: PASSE + 7200 })), chiffre.final()])
    const longueur = Buffer.alloc(8)
    longueur.writeBigUInt64BE(BigInt(entete.length * 8))
    const sceau = createHmac('sha256', cle.subarray(0, 16))
      .update(Buffer.concat([Buffer.from(entete), iv, corps, longueur]))
      .digest()
      .subarray(0, 16)
    return [entete, '', ...[iv, corps, sceau].map((o) => o.toString('base64url'))].join('.')
  }

  test('l’autre chiffrement est bien fait : seul son nom le fait refuser', async () => {
    const { decode } = await import('next-auth/jwt')
    const lu = await decode({
      token: autreChiffrement('quelqu’un'),
      secret: process.env.PORTAIL_SECRET ?? '',
      salt: 'session',
    })
    expect(lu?.sub).toBe('quelqu’un')
  })

  test('celui que nous avons scellé ouvre la session', async () => {
    poserCookieBrut(NOM_COOKIE, await sceller('session', { sub: await secretValable() }, 3600))
    expect(await acteurCourant()).not.toBeNull()
  })

  test.each<[string, (sub: string) => string | Promise<string>]>([
    ['sans signature (alg none)', (sub) => `${base64url({ alg: 'none' })}.${base64url({ sub })}.`],
    ['signé HS256 avec notre secret', (sub) => `${base64url({ alg: 'HS256' })}.${base64url({ sub })}.AAAA`],
    [
      'scellé avec un autre secret',
      (sub) =>
        encode({ token: { sub }, secret: 'un autre secret de plus de 32 caractères', salt: 'session' }),
    ],
    ['scellé pour un autre usage', (sub) => sceller('appareil', { sub }, 3600)],
    ['scellé sans usage', (sub) => encode({ token: { sub }, secret: process.env.PORTAIL_SECRET ?? '' })],
    ['scellé avec notre clé, par un autre chiffrement', autreChiffrement],
    ['expiré', (sub) => sceller('session', { sub }, -3600)],
    ['pas encore valable', (sub) => sceller('session', { sub, nbf: PASSE + 7200 }, 3600)],
    [
      'qui ne nomme personne',
      () =>
        encode({
          token: { identifiant: 'x' },
          secret: process.env.PORTAIL_SECRET ?? '',
          salt: 'session',
        }),
    ],
    [
      'altéré d’un caractère',
      async (sub) =>
        (await sceller('session', { sub }, 3600)).replace(/.(?=.{20}$)/, (c) => (c === 'A' ? 'B' : 'A')),
    ],
    ['tronqué', async (sub) => (await sceller('session', { sub }, 3600)).slice(0, -2)],
    ['le secret nu', (sub) => sub],
    ['démesuré', () => 'a'.repeat(100_000)],
  ])('%s : personne', async (_nom, fabriquer) => {
    poserCookieBrut(NOM_COOKIE, await fabriquer(await secretValable()))
    expect(await acteurCourant()).toBeNull()
  })

  test('bien scellé mais nommant une session qui n’existe pas : personne', async () => {
    poserCookieBrut(NOM_COOKIE, await sceller('session', { sub: secretAleatoire() }, 3600))
    expect(await acteurCourant()).toBeNull()
  })

  test('sans session, on est mené à la connexion avec le chemin où l’on allait', async () => {
    nouvelleRequete({ 'x-portail-chemin': '/adherent/remboursements?page=2' })
    expect(await issueDe(exigerAdherent())).toBe('/connexion?retour=%2Fadherent%2Fremboursements%3Fpage%3D2')
    nouvelleRequete({ 'x-portail-chemin': '//evil.example' })
    expect(await issueDe(exigerGestion())).toBe('/connexion')
  })
})

describe('la déconnexion', () => {
  test('tue la session, ôte le cookie et fait effacer ce que le navigateur garde', async () => {
    const { code } = await creerPersonne({ email: 'sort@exemple.fr' })
    await issueDe(soumettre({ identifiant: code, motDePasse: BON_MOT_DE_PASSE }))
    const copie = cookiesPoses().find(({ name }) => name === NOM_COOKIE)?.value ?? ''
    const reponse = await deconnecter()
    expect(reponse.status).toBe(303)
    expect(reponse.headers.get('location')).toBe('/connexion?info=sortie')
    expect(reponse.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(cookiesPoses().find(({ name }) => name === NOM_COOKIE)).toMatchObject({
      value: '',
      options: { maxAge: 0 },
    })
    poserCookieBrut(NOM_COOKIE, copie)
    expect(await acteurCourant()).toBeNull()
  })
})
