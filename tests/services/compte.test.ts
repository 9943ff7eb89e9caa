import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_COMPTE } from '@/lib/lexique/acces'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { TropDEssais } from '@/lib/server/frein'
import { lireJeton } from '@/lib/server/jetons'
import { reconnaitreSession } from '@/lib/server/sessions'
import { refusInscription } from '@/lib/services/compte/access'
import { loadEtapeInscription } from '@/lib/services/compte/data'
import {
  accepterConditions,
  changerMotDePasse,
  choisirIdentifiants,
  confirmerAdresse,
  demanderAcces,
  reconnaitreCarte,
  renvoyerConfirmation,
  traiterAccesPerdu,
} from '@/lib/services/compte/mutations'
import { seConnecter } from '@/lib/services/connexion/mutations'
import {
  BON_MOT_DE_PASSE,
  creerPersonne,
  jetonDe,
  lignes,
  travauxEnAttente,
  visiteDeTest,
} from '../support/comptes'

const HEURE = 3600_000
vi.setConfig({ testTimeout: 60_000 })

let adresse = 0
let instant = new Date()
/** Each test from its own address and at one instant of its own: the machine's speed changes nothing. */
const visite = (autre = {}) => visiteDeTest({ adresse: `198.51.100.${adresse}`, instant, ...autre })
const plusTard = (ms: number) => new Date(Date.now() + ms)

beforeEach(async () => {
  adresse += 1
  instant = new Date()
  await lignes("DELETE FROM pgboss.job WHERE name IN ('courriel', 'acces-perdu')")
})

const dernierCourriel = async () => {
  const courriel = (await travauxEnAttente('courriel')).at(-1)?.contenu
  if (courriel === undefined) throw new Error('aucun courriel')
  return courriel
}

/** The three steps, up to the mail. */
async function inscrire(email: string) {
  const personne = await creerPersonne()
  const personneId = await reconnaitreCarte(
    { numeroAdherent: personne.numeroAdherent, codeAcces: personne.code },
    visite(),
  )
  await choisirIdentifiants(personneId, { email, motDePasse: BON_MOT_DE_PASSE }, new Date())
  await accepterConditions(personneId, new Date())
  return { ...personne, jeton: jetonDe((await dernierCourriel()).texte) }
}

describe('créer son compte', () => {
  test('A01 : carte, e-mail et mot de passe, conditions, lien : alors seulement on se connecte', async () => {
    const { numeroAdherent, code } = await creerPersonne({ numeroAdherent: '0000042', code: 'abcd1234' })
    expect(numeroAdherent).toBe('0000042')
    const personneId = await reconnaitreCarte({ numeroAdherent: ' 42', codeAcces: 'ABCD-1234' }, visite())
    expect(await loadEtapeInscription(personneId)).toBe('IDENTIFIANTS')
    await choisirIdentifiants(
      personneId,
      { email: 'neuve@exemple.fr', motDePasse: BON_MOT_DE_PASSE },
      new Date(),
    )
    expect(await loadEtapeInscription(personneId)).toBe('CONDITIONS')
    expect(await travauxEnAttente('courriel')).toEqual([])
    await accepterConditions(personneId, new Date())
    expect(await loadEtapeInscription(personneId)).toBe('CONFIRMATION')
    const entrer = () => seConnecter({ identifiant: code, motDePasse: BON_MOT_DE_PASSE }, visite())
    await expect(entrer()).rejects.toBeInstanceOf(SaisieRefusee)
    const courriel = await dernierCourriel()
    expect(courriel.a).toBe('neuve@exemple.fr')
    expect(courriel.html).toContain(jetonDe(courriel.texte))
    await confirmerAdresse(jetonDe(courriel.texte), new Date())
    await expect(entrer()).resolves.toMatchObject({ role: 'ADHERENT' })
    expect(await loadEtapeInscription(personneId)).toBe('FINIE')
    const actes = await lignes<{ acte: string }>(
      'SELECT acte FROM journal j JOIN comptes c ON c.id = j.compte_id WHERE c.personne_id = $1 ORDER BY rang',
      [personneId],
    )
    expect(actes.map(({ acte }) => acte)).toEqual([
      'IDENTIFIANTS_CHOISIS',
      'COMPTE_CREE',
      // Before the address was confirmed.
      'CONNEXION_REFUSEE',
      'COMPTE_ACTIVE',
      'CONNEXION',
    ])
  })

  test("A01 : le numéro d'un contrat et le code d'un autre ne vont pas ensemble", async () => {
    const [une, autre] = [await creerPersonne(), await creerPersonne()]
    await expect(
      reconnaitreCarte({ numeroAdherent: une.numeroAdherent, codeAcces: autre.code }, visite()),
    ).rejects.toThrow(PHRASES_COMPTE.carteInconnue)
  })

  test('essayer des codes sur un numéro se heurte au frein, depuis plusieurs adresses aussi', async () => {
    const { numeroAdherent, code } = await creerPersonne()
    for (let i = 0; i < 10; i += 1)
      await expect(
        reconnaitreCarte({ numeroAdherent, codeAcces: `faux${i}` }, visite({ adresse: `203.0.113.${i}` })),
      ).rejects.toBeInstanceOf(SaisieRefusee)
    await expect(
      reconnaitreCarte(
        { numeroAdherent: `0${numeroAdherent}`, codeAcces: code },
        visite({ adresse: '203.0.113.99' }),
      ),
    ).rejects.toBeInstanceOf(TropDEssais)
  })

  const jour = dateCivile('2026-03-15')
  test.each([
    ['un membre participant de 15 ans', '2011-01-01', ['MEMBRE_PARTICIPANT'], null, null],
    ['un enfant la veille de ses 16 ans', '2010-03-16', ['ENFANT'], null, 'MOINS_DE_16_ANS'],
    ['un enfant le jour de ses 16 ans', '2010-03-15', ['ENFANT'], null, null],
    [
      "un enfant né un mois « lunaire » l'année de ses 16 ans",
      '2010-21-01',
      ['ENFANT'],
      null,
      'MOINS_DE_16_ANS',
    ],
    ["un enfant né un mois « lunaire » l'année d'avant", '2009-21-01', ['ENFANT'], null, null],
    ['un conjoint', '1985-06-01', ['CONJOINT'], null, null],
    ['qui a déjà un compte', '1985-06-01', ['CONJOINT'], 'ACTIF', 'COMPTE_EXISTANT'],
    ['qui a un compte suspendu', '1985-06-01', ['CONJOINT'], 'SUSPENDU', 'COMPTE_EXISTANT'],
    ["qui n'a pas fini sa création", '1985-06-01', ['CONJOINT'], 'EN_ATTENTE', null],
  ] as const)('%s', (_qui, dateNaissance, liens, compte, attendu) => {
    expect(refusInscription({ personneId: 'x', dateNaissance, liens, compte }, jour)).toBe(attendu)
  })

  test('recommencer avec une autre adresse tue le lien parti à la première', async () => {
    const { personneId, jeton } = await inscrire('faute@exemple.fr')
    await choisirIdentifiants(
      personneId,
      { email: 'juste@exemple.fr', motDePasse: BON_MOT_DE_PASSE },
      new Date(),
    )
    await accepterConditions(personneId, new Date())
    await expect(confirmerAdresse(jeton, new Date())).rejects.toBeInstanceOf(SaisieRefusee)
    const courriel = await dernierCourriel()
    expect(courriel.a).toBe('juste@exemple.fr')
    await confirmerAdresse(jetonDe(courriel.texte), new Date())
  })

  test('un compte ouvert ne se recrée pas avec la carte', async () => {
    const { personneId, jeton } = await inscrire('ouvert@exemple.fr')
    await confirmerAdresse(jeton, new Date())
    await expect(
      choisirIdentifiants(
        personneId,
        { email: 'voleur@exemple.fr', motDePasse: BON_MOT_DE_PASSE },
        new Date(),
      ),
    ).rejects.toThrow(PHRASES_COMPTE.COMPTE_EXISTANT)
  })

  test('accepter deux fois les conditions n’envoie qu’un e-mail', async () => {
    const { personneId } = await inscrire('double@exemple.fr')
    await accepterConditions(personneId, new Date())
    expect(await travauxEnAttente('courriel')).toHaveLength(1)
  })

  test('un mot de passe fait de son propre nom ou de sa naissance est refusé et rien n’est écrit', async () => {
    const { personneId } = await creerPersonne({
      prenom: 'Bérengère',
      nom: 'Vandenbroucke',
      dateNaissance: '1984-07-19',
    })
    for (const motDePasse of [
      'Bérengère1984',
      'vandenbroucke19',
      'Vandenbroucke-1984',
      'berengere.vandenbroucke',
      'court',
    ])
      await expect(
        choisirIdentifiants(personneId, { email: 'b@exemple.fr', motDePasse }, new Date()),
      ).rejects.toMatchObject({ erreurs: [{ champ: 'motDePasse' }] })
    expect(await loadEtapeInscription(personneId)).toBe('IDENTIFIANTS')
  })
})

describe('le lien de confirmation', () => {
  test('A01 : sert une fois, même pressé deux fois en même temps (S-15)', async () => {
    const { jeton } = await inscrire('presse@exemple.fr')
    const issues = await Promise.allSettled([
      confirmerAdresse(jeton, new Date()),
      confirmerAdresse(jeton, new Date()),
    ])
    expect(issues.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await lireJeton('CONFIRMATION_EMAIL', jeton, new Date())).etat).toBe('UTILISE')
  })

  test('vaut vingt-quatre heures ; ensuite on en reçoit un autre, qui marche', async () => {
    const { jeton } = await inscrire('tardif@exemple.fr')
    expect((await lireJeton('CONFIRMATION_EMAIL', jeton, plusTard(24 * HEURE - 5000))).etat).toBe('VALIDE')
    await expect(confirmerAdresse(jeton, plusTard(24 * HEURE + 1000))).rejects.toThrow(
      PHRASES_COMPTE.lienMort,
    )
    const demain = plusTard(25 * HEURE)
    await renvoyerConfirmation(jeton, visite({ instant: demain }))
    const neuf = jetonDe((await dernierCourriel()).texte)
    expect(neuf).not.toBe(jeton)
    await confirmerAdresse(neuf, demain)
  })

  test('un lien inventé, ou déjà confirmé, ne fait partir aucun e-mail', async () => {
    const { jeton } = await inscrire('fini@exemple.fr')
    await confirmerAdresse(jeton, new Date())
    await renvoyerConfirmation(jeton, visite())
    await renvoyerConfirmation('A'.repeat(43), visite())
    expect(await travauxEnAttente('courriel')).toHaveLength(1)
  })

  test('cinq envois par heure au plus vers une même boîte', async () => {
    const { jeton } = await inscrire('harcele@exemple.fr')
    for (let i = 0; i < 5; i += 1) await renvoyerConfirmation(jeton, visite({ adresse: `203.0.113.${i}` }))
    await expect(renvoyerConfirmation(jeton, visite({ adresse: '203.0.113.50' }))).rejects.toBeInstanceOf(
      TropDEssais,
    )
    expect(await travauxEnAttente('courriel')).toHaveLength(6)
  })

  test("un lien d'un usage n'en vaut pas un autre (S-15)", async () => {
    const { jeton, compteId } = await inscrire('usage@exemple.fr')
    await expect(changerMotDePasse({ jeton, motDePasse: BON_MOT_DE_PASSE }, new Date())).rejects.toThrow(
      PHRASES_COMPTE.lienMort,
    )
    expect(compteId).not.toBe('')
    expect((await lireJeton('CONFIRMATION_EMAIL', jeton, new Date())).etat).toBe('VALIDE')
  })
})

/** What the worker does with what is waiting. */
async function travailler(): Promise<void> {
  for (const travail of await travauxEnAttente('acces-perdu')) await traiterAccesPerdu(travail)
}

describe('les accès perdus', () => {
  const NOUVEAU = 'cactus violon brume tiroir'

  test('A03 : un lien choisit un nouveau mot de passe, une seule fois, ferme toutes les sessions, lève le frein et n’en ouvre aucune (S-15)', async () => {
    const { code } = await creerPersonne({ email: 'perdue@exemple.fr' })
    const ouverte = await seConnecter({ identifiant: code, motDePasse: BON_MOT_DE_PASSE }, visite())
    for (let i = 0; i < 11; i += 1)
      await seConnecter({ identifiant: code, motDePasse: 'faux' }, visite()).catch(() => null)
    await demanderAcces('Perdue@exemple.fr', visite())
    await travailler()
    const jeton = jetonDe((await dernierCourriel()).texte)
    await changerMotDePasse({ jeton, motDePasse: NOUVEAU }, new Date())
    expect(await reconnaitreSession(ouverte.secret, new Date())).toBeNull()
    await expect(seConnecter({ identifiant: code, motDePasse: NOUVEAU }, visite())).resolves.toBeDefined()
    await expect(
      seConnecter({ identifiant: code, motDePasse: BON_MOT_DE_PASSE }, visite()),
    ).rejects.toBeInstanceOf(SaisieRefusee)
    const sujets = (await travauxEnAttente('courriel')).map(({ contenu }) => contenu.sujet)
    expect(sujets.slice(-2)).toEqual([
      'Votre mot de passe a été changé',
      'Connexion depuis un nouvel appareil',
    ])
    await expect(changerMotDePasse({ jeton, motDePasse: NOUVEAU }, new Date())).rejects.toThrow(
      PHRASES_COMPTE.lienMort,
    )
  })

  test('A03 : le lien vaut trente minutes, et meurt quand on en demande un autre (S-15)', async () => {
    await creerPersonne({ email: 'deuxfois@exemple.fr' })
    await demanderAcces('deuxfois@exemple.fr', visite())
    await travailler()
    const premier = jetonDe((await dernierCourriel()).texte)
    await expect(
      changerMotDePasse({ jeton: premier, motDePasse: NOUVEAU }, plusTard(31 * 60_000)),
    ).rejects.toThrow(PHRASES_COMPTE.lienMort)
    await lignes("DELETE FROM pgboss.job WHERE name = 'acces-perdu'")
    await demanderAcces('deuxfois@exemple.fr', visite())
    await travailler()
    const second = jetonDe((await dernierCourriel()).texte)
    await expect(changerMotDePasse({ jeton: premier, motDePasse: NOUVEAU }, new Date())).rejects.toThrow(
      PHRASES_COMPTE.lienMort,
    )
    await changerMotDePasse({ jeton: second, motDePasse: NOUVEAU }, new Date())
  })

  test('connu ou inconnu : la demande fait exactement la même chose (S-14)', async () => {
    await creerPersonne({ email: 'connue@exemple.fr' })
    const trace = async (identifiant: string) => {
      await lignes("DELETE FROM pgboss.job WHERE name = 'acces-perdu'")
      const avant = await lignes('SELECT count(*) AS n FROM jetons')
      await demanderAcces(identifiant, visite())
      expect(await lignes('SELECT count(*) AS n FROM jetons')).toEqual(avant)
      return (await travauxEnAttente('acces-perdu')).length
    }
    expect(await trace('connue@exemple.fr')).toBe(1)
    expect(await trace('inconnue@exemple.fr')).toBe(1)
    await travailler()
    expect(await travauxEnAttente('courriel')).toEqual([])
  })

  test.each<[string, (identite: { email: string; code: string }) => readonly string[]]>([
    [
      'le code de la carte, en majuscules, avec des espaces, des tirets ou en pleine largeur',
      ({ code }) => [
        code,
        code.toUpperCase(),
        ` ${code} `,
        code.split('').join(' '),
        code.split('').join('-'),
        code.replace(/[a-z]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
      ],
    ],
    [
      'l’adresse e-mail, en majuscules ou entourée d’espaces',
      ({ email }) => [
        email,
        email.toUpperCase(),
        ` ${email}`,
        `${email} `,
        `\t${email}`,
        `  ${email.toUpperCase()}  `,
      ],
    ],
  ])(
    'cinq demandes par heure vers une même boîte, de quelque façon qu’on écrive %s (S-15)',
    async (_quoi, ecritures) => {
      const email = `frein${adresse}@exemple.fr`
      const { code } = await creerPersonne({ email })
      const [premiere, ...autres] = ecritures({ email, code })
      for (const [i, identifiant] of [premiere, ...autres].entries()) {
        const demande = demanderAcces(identifiant ?? '', visite({ adresse: `192.0.2.${i}` }))
        if (i < 5) await demande
        else await expect(demande).rejects.toBeInstanceOf(TropDEssais)
      }
      expect(await travauxEnAttente('acces-perdu')).toHaveLength(5)
    },
  )

  test('A02 : une adresse partagée reçoit un seul e-mail, un lien par prénom, et chaque lien ne change que le sien (S-15)', async () => {
    const paul = await creerPersonne({ email: 'foyer@exemple.fr', prenom: 'Paul', nom: 'Secretdurand' })
    const anne = await creerPersonne({ email: 'foyer@exemple.fr', prenom: 'Anne', nom: 'Secretdurand' })
    await demanderAcces('foyer@exemple.fr', visite())
    await travailler()
    const courriels = await travauxEnAttente('courriel')
    expect(courriels).toHaveLength(1)
    const { texte, html } = await dernierCourriel()
    expect(`${texte}${html}`).not.toContain('Secretdurand')
    const lienAnne = /Espace de Anne[\s\S]*/.exec(texte)?.[0] ?? ''
    await changerMotDePasse({ jeton: jetonDe(lienAnne), motDePasse: NOUVEAU }, new Date())
    await expect(
      seConnecter({ identifiant: anne.code, motDePasse: NOUVEAU }, visite()),
    ).resolves.toBeDefined()
    await expect(
      seConnecter({ identifiant: paul.code, motDePasse: BON_MOT_DE_PASSE }, visite()),
    ).resolves.toBeDefined()
  })

  test('avec le code de la carte, un seul lien, à l’adresse du compte', async () => {
    const paul = await creerPersonne({ email: 'toit@exemple.fr', prenom: 'Paul' })
    await creerPersonne({ email: 'toit@exemple.fr', prenom: 'Anne' })
    await demanderAcces(paul.code, visite())
    await travailler()
    const { a, texte } = await dernierCourriel()
    expect(a).toBe('toit@exemple.fr')
    expect(texte.match(/jeton=/g)).toHaveLength(1)
  })

  test('un compte pas encore confirmé reçoit son lien de confirmation ; un compte suspendu, rien', async () => {
    const { code } = await inscrire('attend@exemple.fr')
    await lignes("DELETE FROM pgboss.job WHERE name = 'courriel'")
    await demanderAcces(code, visite())
    await travailler()
    const { texte } = await dernierCourriel()
    expect(texte).toContain('/confirmer-mon-adresse?jeton=')
    await creerPersonne({ email: 'banni@exemple.fr', statut: 'SUSPENDU' })
    await lignes("DELETE FROM pgboss.job WHERE name IN ('courriel', 'acces-perdu')")
    await demanderAcces('banni@exemple.fr', visite())
    await travailler()
    expect(await travauxEnAttente('courriel')).toEqual([])
  })

  test('un mot de passe faible ne consomme pas le lien', async () => {
    await creerPersonne({ email: 'faible@exemple.fr', prenom: 'Théodora' })
    await demanderAcces('faible@exemple.fr', visite())
    await travailler()
    const jeton = jetonDe((await dernierCourriel()).texte)
    await expect(changerMotDePasse({ jeton, motDePasse: 'Théodora12345' }, new Date())).rejects.toMatchObject(
      {
        erreurs: [{ champ: 'motDePasse' }],
      },
    )
    await changerMotDePasse({ jeton, motDePasse: NOUVEAU }, new Date())
  })

  test('ni le lien ni l’adresse ne sont lisibles dans la file d’attente, ni le lien dans la base (S-15)', async () => {
    await creerPersonne({ email: 'lisible@exemple.fr' })
    await demanderAcces('lisible@exemple.fr', visite())
    await travailler()
    const jeton = jetonDe((await dernierCourriel()).texte)
    const [brut] = await lignes<{ t: string }>("SELECT string_agg(j::text, ' ') AS t FROM pgboss.job j")
    expect(brut?.t).not.toContain('lisible@exemple.fr')
    expect(brut?.t).not.toContain(jeton)
    const [base] = await lignes<{ t: string }>("SELECT string_agg(j::text, ' ') AS t FROM jetons j")
    expect(base?.t).not.toContain(jeton)
  })
})
