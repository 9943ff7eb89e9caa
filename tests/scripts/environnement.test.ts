import { describe, expect, test } from 'vitest'
import { checkSecrets, readDatabaseUrls, readSettings } from '@/scripts/start/environnement'
import { SECRETS_DE_TEST } from '../support/secrets'

const CLE = SECRETS_DE_TEST.PORTAIL_CLE_INDEX
const AUTRE_CLE = SECRETS_DE_TEST.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
const ZERO = Buffer.alloc(32).toString('base64')

describe('les secrets (S-62)', () => {
  test('tirés au hasard sont acceptés, et rendus tels quels', () => {
    expect(checkSecrets(SECRETS_DE_TEST)).toEqual(SECRETS_DE_TEST)
  })

  test.each([
    ['PORTAIL_SECRET', '', "n'est pas défini"],
    ['PORTAIL_SECRET', 'Zk3!vQ9#tR7@mX2$wL5%', 'doit compter au moins 32 caractères'],
    ['PORTAIL_SECRET', 'a'.repeat(64), "n'est pas tiré au hasard"],
    ['PORTAIL_SECRET', 'please-change-me-0123-9f8e7d6c5b4a', "n'est pas tiré au hasard"],
    ['PORTAIL_SECRET', 'monmotdepasse-vraiment-tres-long-2026', "n'est pas tiré au hasard"],
    ['PORTAIL_CLES', '', "n'est pas défini"],
    ['PORTAIL_CLES', CLE, 'doit suivre la forme « id:clé[,id:clé…] »'],
    ['PORTAIL_CLES', `cle1:${CLE},cle1:${AUTRE_CLE}`, 'donne deux fois la clé « cle1 »'],
    [
      'PORTAIL_CLES',
      `cle1:${CLE.slice(0, 20)}`,
      'a une clé « cle1 » qui doit être une clé de 32 octets en base64',
    ],
    [
      'PORTAIL_CLES',
      `cle2:${AUTRE_CLE},cle1:${ZERO}`,
      "a une clé « cle1 » qui n'est pas une clé tirée au hasard",
    ],
    ['PORTAIL_CLE_INDEX', ZERO, "n'est pas une clé tirée au hasard"],
    [
      'PORTAIL_CLE_INDEX',
      Buffer.alloc(16, 'abcdefghijklmnop').toString('base64'),
      'doit être une clé de 32 octets en base64',
    ],
    ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'pas du base64 !', 'doit être une clé de 32 octets en base64'],
  ])('%s valant « %s » est refusé, sans être répété', (nom, valeur, defaut) => {
    const lire = () => checkSecrets({ ...SECRETS_DE_TEST, [nom]: valeur })
    expect(lire).toThrow(
      new RegExp(
        `^Le secret ${nom} ${defaut.replace(/[[\]()]/g, '\\$&')} : tirez-en un avec « .+ » puis relancez\\.$`,
      ),
    )
    if (valeur !== '') expect(lire).not.toThrow(valeur)
  })

  test("l'index aveugle ne partage pas sa clé avec le chiffrement", () => {
    const secrets = { ...SECRETS_DE_TEST, PORTAIL_CLES: `cle2:${AUTRE_CLE},cle1:${CLE}` }
    expect(() => checkSecrets(secrets)).toThrow(/^PORTAIL_CLE_INDEX reprend une clé de PORTAIL_CLES/)
  })
})

describe('les réglages', () => {
  test('ont des valeurs par défaut', () => {
    expect(readSettings({})).toEqual({ port: 3000, host: undefined, publicUrl: 'http://localhost:3000' })
  })

  test('une variable vide vaut une variable absente', () => {
    expect(readSettings({ PORT: '', PORTAIL_URL: '', HOST: '', SMTP_URL: '', PORTAIL_TODAY: '' }).port).toBe(
      3000,
    )
  })

  test.each([
    [{ PORT: '0' }, /^PORT=0 n'est pas un numéro de port/],
    [{ PORTAIL_URL: 'portail.example' }, /^PORTAIL_URL n'est pas une adresse http:\/\/… ou https:\/\/…/],
    [{ SMTP_URL: 'http://mail.example' }, /^SMTP_URL n'est pas une adresse smtp:\/\/… ou smtps:\/\/…/],
    [{ CLAMD_URL: '127.0.0.1:3310' }, /^CLAMD_URL n'est pas une adresse tcp:\/\/… ou unix:\/\/…/],
    [{ PORTAIL_TODAY: '17/03/2026' }, /^PORTAIL_TODAY=17\/03\/2026 n'est pas une date AAAA-MM-JJ/],
  ])('%j est refusé', (environnement, ligne) => {
    expect(() => readSettings(environnement)).toThrow(ligne)
  })

  test.each([
    [{}, null],
    [{ DATABASE_URL: 'postgresql://a@h/b' }, { application: 'postgresql://a@h/b', owner: null }],
    [
      { DATABASE_URL: 'postgres://a@h/b', DATABASE_OWNER_URL: 'postgres://o@h/b' },
      { application: 'postgres://a@h/b', owner: 'postgres://o@h/b' },
    ],
  ])('les adresses de base de %j sont lues', (environnement, attendu) => {
    expect(readDatabaseUrls(environnement)).toEqual(attendu)
  })

  test.each([
    [{ DATABASE_OWNER_URL: 'postgres://o@h/b' }, /^DATABASE_OWNER_URL est défini sans DATABASE_URL/],
    [{ DATABASE_URL: 'mysql://a@h/b' }, /^DATABASE_URL n'est pas une adresse postgresql:\/\/…/],
  ])('%j est refusé', (environnement, ligne) => {
    expect(() => readDatabaseUrls(environnement)).toThrow(ligne)
  })
})

describe('les fournisseurs d’identité', () => {
  const bon = {
    id: 'franceconnect',
    libelle: 'FranceConnect',
    public: 'ADHERENTS',
    emetteur: 'https://fc.exemple/api/v2',
    clientId: 'portail',
    clientSecret: 'ABSOLUMENT-SECRET-0123456789',
  }
  const lire = (valeur: unknown) =>
    readSettings({ PORTAIL_FOURNISSEURS: typeof valeur === 'string' ? valeur : JSON.stringify(valeur) })

  test('I10 : aucun, ou bien décrits, sont acceptés', () => {
    for (const valeur of ['', [], [bon], [bon, { ...bon, id: 'autre', emetteur: 'http://localhost:4000' }]])
      expect(() => lire(valeur)).not.toThrow()
  })

  test.each([
    ['pas du JSON', `[${JSON.stringify(bon)}`, 'n’est pas du JSON'],
    [
      'un émetteur sans https',
      [{ ...bon, emetteur: 'http://fc.exemple' }],
      '0.emetteur attend une adresse https',
    ],
    [
      'un émetteur avec des paramètres',
      [{ ...bon, emetteur: 'https://fc.exemple/?a=1' }],
      '0.emetteur attend',
    ],
    ['deux fois le même', [bon, bon], 'paraît deux fois'],
    ['ni secret ni clé', [{ ...bon, clientSecret: undefined }], 'attend soit clientSecret, soit clePrivee'],
    ['un secret court', [{ ...bon, clientSecret: 'court' }], '0.clientSecret attend au moins 16'],
    ['une signature partagée', [{ ...bon, algorithme: 'HS256' }], '0.algorithme'],
    ['aucune signature', [{ ...bon, algorithme: 'none' }], '0.algorithme'],
    ['sans openid', [{ ...bon, scopes: 'profile' }], '0.scopes commence par « openid »'],
    ['une clé inconnue', [{ ...bon, secret: 'x' }], 'secret'],
    [
      'un hôte écrit comme une adresse',
      [{ ...bon, hotes: ['https://fc.exemple'] }],
      '0.hotes.0 attend un nom d’hôte',
    ],
  ])('I10, S-18 : %s est refusé avant de démarrer, sans répéter le secret', (_titre, valeur, dit) => {
    let phrase = ''
    try {
      lire(valeur)
    } catch (erreur) {
      phrase = erreur instanceof Error ? erreur.message : ''
    }
    expect(phrase).toContain('PORTAIL_FOURNISSEURS ne convient pas')
    expect(phrase).toContain(dit)
    expect(phrase).not.toContain('ABSOLUMENT')
  })
})
