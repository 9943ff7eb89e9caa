import { beforeEach, describe, expect, test, vi } from 'vitest'
import { RoleCompte } from '@/generated/prisma/enums'
import { ecrire } from '@/lib/server/db'
import { creerJeton } from '@/lib/server/jetons'
import { frapperAdherent, SYSTEME } from '@/lib/server/portee'
import { reconnaitreSession } from '@/lib/server/sessions'
import { changerMotDePasse, confirmerAdresse } from '@/lib/services/compte/mutations'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { loadEntree } from '@/lib/services/entree/data'
import {
  commencerEnrolement,
  type Entree,
  entrer,
  finirEnrolement,
  franchirSecondPas,
} from '@/lib/services/entree/mutations'
import { EXIGENCES, type Moyen, retraitPermis, secondPas } from '@/lib/services/facteur/access'
import { loadHistorique } from '@/lib/services/mon-compte/data'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente, visiteDeTest } from '../support/comptes'
import { applicationDe, donnerApplication, donnerListe } from '../support/facteurs'

vi.setConfig({ testTimeout: 60_000 })

let numero = 0
let instant = new Date()
const visite = (autre = {}) => visiteDeTest({ adresse: `203.0.113.${numero}`, instant, ...autre })
beforeEach(() => {
  numero += 1
  instant = new Date()
})

const plusTard = (secondes: number) => new Date(instant.getTime() + secondes * 1000)
const echec = async (promesse: Promise<unknown>): Promise<string> => {
  try {
    await promesse
  } catch (erreur) {
    if (erreur instanceof Error) return `${erreur.name} : ${erreur.message}`
  }
  return 'aucun échec'
}

type Role = keyof typeof RoleCompte
const PERSONNEL = Object.values(RoleCompte).filter((role) => role !== 'ADHERENT')

async function creerCompte(role: Role): Promise<{ id: string; role: Role; email: string }> {
  const email = `${role.toLowerCase().replace('_', '-')}${numero}-${Math.random()}@exemple.fr`
  if (role === 'ADHERENT') {
    const { compteId } = await creerPersonne({ email })
    return { id: compteId, role, email }
  }
  const compte = { role, nom: 'Agent Essai', email, motDePasse: BON_MOT_DE_PASSE } as const
  return { id: await creerComptePersonnel(SYSTEME, compte, instant), role, email }
}

const parMotDePasse = ({ email }: { email: string }) =>
  seConnecter({ identifiant: email, motDePasse: BON_MOT_DE_PASSE }, visite())

/** Every way to prove once who one is; each ends in `entrer`, and the reset and the activation open nothing by themselves. */
const CHEMINS: Readonly<
  Record<string, (compte: { id: string; role: Role; email: string }) => Promise<Entree>>
> = {
  'le mot de passe': parMotDePasse,
  'une identité extérieure (OIDC)': ({ id, role }) =>
    ecrire(SYSTEME, (client) => entrer(client, { id, role }, 'OIDC', visite())),
  'un mot de passe refait par un lien': async (compte) => {
    const jeton = await ecrire(SYSTEME, (client) => creerJeton(client, 'ACCES_PERDU', compte.id, instant))
    const neuf = 'violon brume cactus tiroir'
    await changerMotDePasse({ jeton, motDePasse: neuf }, instant)
    expect(await lignes('SELECT 1 FROM sessions WHERE compte_id = $1', [compte.id])).toEqual([])
    return seConnecter({ identifiant: compte.email, motDePasse: neuf }, visite())
  },
  'une adresse qui vient d’être confirmée': async (compte) => {
    await lignes(`UPDATE comptes SET statut = 'EN_ATTENTE', conditions_acceptees_le = now() WHERE id = $1`, [
      compte.id,
    ])
    const jeton = await ecrire(SYSTEME, (client) =>
      creerJeton(client, 'CONFIRMATION_EMAIL', compte.id, instant),
    )
    await confirmerAdresse(jeton, instant)
    expect(await lignes('SELECT 1 FROM sessions WHERE compte_id = $1', [compte.id])).toEqual([])
    return parMotDePasse(compte)
  },
}

describe('T01 : la politique du second facteur, rôle par rôle', () => {
  test.each<[Role, Moyen, boolean, string]>([
    ['ADHERENT', 'MOT_DE_PASSE', false, 'AUCUN'],
    ['ADHERENT', 'MOT_DE_PASSE', true, 'PROUVER'],
    ['ADHERENT', 'OIDC', false, 'AUCUN'],
    ['ADHERENT', 'OIDC', true, 'PROUVER'],
    ['ADHERENT', 'CLE_ACCES', true, 'AUCUN'],
    ...PERSONNEL.flatMap((role): [Role, Moyen, boolean, string][] => [
      [role, 'MOT_DE_PASSE', false, 'ENROLER'],
      [role, 'MOT_DE_PASSE', true, 'PROUVER'],
      [role, 'OIDC', false, 'ENROLER'],
      [role, 'OIDC', true, 'PROUVER'],
      [role, 'CLE_ACCES', true, 'AUCUN'],
    ]),
  ])('%s par %s, avec un facteur : %s → %s', (role, moyen, facteur, attendu) => {
    expect(secondPas(role, facteur ? ['TOTP'] : [], moyen)).toBe(attendu)
  })

  test('chaque rôle a sa ligne, et seul l’adhérent peut s’en passer ou n’avoir qu’une liste imprimée', () => {
    expect(Object.keys(EXIGENCES).sort()).toEqual(Object.keys(RoleCompte).sort())
    for (const role of Object.values(RoleCompte)) {
      expect([role, retraitPermis(role, [])]).toEqual([role, role === 'ADHERENT'])
      expect([role, retraitPermis(role, ['CODES'])]).toEqual([role, role === 'ADHERENT'])
      expect([role, retraitPermis(role, ['CODES', 'CLE'])]).toEqual([role, true])
    }
  })
})

describe('S-17 : la politique vaut sur tous les chemins', () => {
  describe.each(Object.entries(CHEMINS))('par %s', (_nom, suivre) => {
    test.each(Object.values(RoleCompte))('%s avec un facteur : une preuve n’ouvre rien', async (role) => {
      const compte = await creerCompte(role)
      const application = await donnerApplication(compte.id)
      const entree = await suivre(compte)
      expect(entree).toMatchObject({ etat: 'SECOND_PAS', pas: 'PROUVER' })
      expect(await reconnaitreSession(entree.secret, instant)).toBeNull()
      expect(await lignes('SELECT 1 FROM sessions WHERE compte_id = $1', [compte.id])).toEqual([])
      const preuve = { code: application(instant), cle: null }
      const ouverte = await franchirSecondPas(entree.secret, preuve, visite())
      expect((await reconnaitreSession(ouverte.secret, instant))?.acteur.compteId).toBe(compte.id)
    })

    test.each(Object.values(RoleCompte))('%s sans facteur : selon son rôle', async (role) => {
      const entree = await suivre(await creerCompte(role))
      if (role === 'ADHERENT') return expect(entree.etat).toBe('OUVERTE')
      expect(entree).toMatchObject({ etat: 'SECOND_PAS', pas: 'ENROLER' })
      expect(await reconnaitreSession(entree.secret, instant)).toBeNull()
    })
  })

  test('qui doit en avoir un et n’en a pas n’entre qu’après se l’être donné', async () => {
    const { email } = await creerCompte('ADMINISTRATEUR')
    const entree = await parMotDePasse({ email })
    expect(entree).toMatchObject({ etat: 'SECOND_PAS', pas: 'ENROLER' })
    await commencerEnrolement(entree.secret, instant)
    const application = await applicationDe(entree.compteId)
    expect(await echec(finirEnrolement(entree.secret, '000000', visite()))).toContain('SaisieRefusee')
    const ouverte = await finirEnrolement(entree.secret, application(instant), visite())
    expect((await reconnaitreSession(ouverte.secret, instant))?.acteur).toMatchObject({
      type: 'GESTION',
      role: 'ADMINISTRATEUR',
    })
  })

  test('qui a déjà un facteur n’en ajoute pas un autre avec son seul mot de passe', async () => {
    const compte = await creerCompte('COMPTABLE')
    await donnerApplication(compte.id)
    const { secret } = await parMotDePasse(compte)
    expect(await echec(commencerEnrolement(secret, instant))).toContain('SaisieRefusee')
    expect(await echec(finirEnrolement(secret, '123456', visite()))).toContain('SaisieRefusee')
    expect(await lignes('SELECT 1 FROM facteurs WHERE compte_id = $1', [compte.id])).toHaveLength(1)
  })
})

describe('S-16 : un code d’application', () => {
  const preparer = async () => {
    const compte = await creerCompte('GESTIONNAIRE')
    const application = await donnerApplication(compte.id)
    const essayer = async (code: string, autre = {}) => {
      const { secret } = await ecrire(SYSTEME, (client) => entrer(client, compte, 'MOT_DE_PASSE', visite()))
      return echec(franchirSecondPas(secret, { code, cle: null }, visite(autre)))
    }
    return { compte, application, essayer }
  }

  test('ne sert qu’une fois, même rejoué dans sa fenêtre', async () => {
    const { application, essayer } = await preparer()
    const code = application(instant)
    expect(await essayer(code)).toBe('aucun échec')
    expect(await essayer(code)).toContain('déjà servi')
    expect(await essayer(application(plusTard(30)))).toBe('aucun échec')
    // The step before the last one used is over too.
    expect(await essayer(code)).toContain('déjà servi')
  })

  test.each([
    [-60, 'SaisieRefusee'],
    [-30, 'aucun échec'],
    [0, 'aucun échec'],
    [30, 'aucun échec'],
    [60, 'SaisieRefusee'],
  ])('de %i secondes : %s', async (decalage, attendu) => {
    const { application, essayer } = await preparer()
    expect(await essayer(application(plusTard(decalage)))).toContain(attendu)
  })

  test('s’écrit aussi avec une espace au milieu, comme l’application le montre', async () => {
    const { application, essayer } = await preparer()
    const code = application(instant)
    expect(await essayer(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe('aucun échec')
  })

  test('cinq essais, puis une attente qui grandit ; vingt à la fois comptent vingt', async () => {
    const { compte, application, essayer } = await preparer()
    const faux = (n: number) => String((Number(application(instant)) + n) % 1_000_000).padStart(6, '0')
    const issues = await Promise.all(Array.from({ length: 20 }, (_, n) => essayer(faux(n + 7))))
    expect(issues.filter((issue) => issue.startsWith('SaisieRefusee'))).toHaveLength(5)
    expect(issues.filter((issue) => issue.startsWith('TropDEssais'))).toHaveLength(15)
    // The right one waits too.
    expect(await essayer(application(instant))).toContain('TropDEssais')
    expect(await essayer(application(plusTard(30)), { instant: plusTard(2) })).toBe('aucun échec')
    const refus = await lignes(
      `SELECT 1 FROM journal WHERE acte = 'SECOND_FACTEUR_REFUSE' AND compte_id = $1 AND resultat = 'REFUSE'`,
      [compte.id],
    )
    expect(refus).toHaveLength(5)
  })

  test('la graine est chiffrée, pour sa ligne seulement', async () => {
    const { compte } = await preparer()
    const [facteur] = await lignes<{ id: string; g: Buffer }>(
      'SELECT id, graine_chiffree AS g FROM facteurs WHERE compte_id = $1',
      [compte.id],
    )
    const { dechiffrer } = await import('@/lib/server/chiffrement')
    expect(dechiffrer(facteur?.g ?? Buffer.alloc(0), `facteurs:${facteur?.id}`)).toMatch(/^[A-Z2-7]{32}$/)
    expect(() => dechiffrer(facteur?.g ?? Buffer.alloc(0), `facteurs:${compte.id}`)).toThrow()
  })

  test('l’étape ne sert qu’une fois, et trente minutes', async () => {
    const { compte, application } = await preparer()
    const { secret } = await parMotDePasse(compte)
    const preuve = { code: application(plusTard(1801)), cle: null }
    expect(await echec(franchirSecondPas(secret, preuve, visite({ instant: plusTard(1801) })))).toContain(
      'interrompue',
    )
    const bonne = { code: application(instant), cle: null }
    const deux = await Promise.all([
      echec(franchirSecondPas(secret, bonne, visite())),
      echec(franchirSecondPas(secret, { code: application(plusTard(30)), cle: null }, visite())),
    ])
    expect(deux.filter((issue) => issue === 'aucun échec')).toHaveLength(1)
    expect(await loadEntree(secret, instant)).toBeNull()
  })
})

describe('S-16 : une liste de codes imprimée', () => {
  test('entre sans téléphone ; chaque code sert une fois, aussi à deux en même temps', async () => {
    const compte = await creerCompte('ADHERENT')
    const codes = await donnerListe(compte.id)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    const essayer = async (code: string) => {
      const { secret } = await parMotDePasse(compte)
      return echec(franchirSecondPas(secret, { code, cle: null }, visite()))
    }
    const code = codes[3] ?? ''
    const issues = await Promise.all([essayer(code), essayer(code)])
    expect(issues.filter((issue) => issue === 'aucun échec')).toHaveLength(1)
    expect(await essayer(code)).toContain('déjà servi')
    expect(await essayer((codes[4] ?? '').toLowerCase().replace('-', ' '))).toBe('aucun échec')
  })

  test('n’est dans la base que par des empreintes, et une nouvelle liste remplace l’ancienne', async () => {
    const compte = await creerCompte('ADHERENT')
    const avant = await donnerListe(compte.id)
    const ligne = JSON.stringify(
      await lignes(
        `SELECT encode(k.empreinte, 'escape') AS e, f.* FROM codes_secours k JOIN facteurs f ON f.id = k.facteur_id WHERE f.compte_id = $1`,
        [compte.id],
      ),
    )
    for (const code of avant) expect(ligne).not.toContain(code.replace('-', ''))
    const apres = await donnerListe(compte.id)
    const essayer = async (code: string) => {
      const { secret } = await parMotDePasse(compte)
      return echec(franchirSecondPas(secret, { code, cle: null }, visite()))
    }
    expect(await essayer(avant[5] ?? '')).toContain('SaisieRefusee')
    expect(await essayer(apres[5] ?? '')).toBe('aucun échec')
  })
})

describe('S-19 : qui a le mot de passe laisse une trace que le titulaire peut voir', () => {
  const acteurDe = (compteId: string, personneId: string) =>
    frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions: [], adhesionsLues: [] })
  const preparer = async () => {
    const email = `trace${numero}-${Math.random()}@exemple.fr`
    const { compteId, personneId } = await creerPersonne({ email })
    const application = await donnerApplication(compteId)
    const saisie = { identifiant: email, motDePasse: BON_MOT_DE_PASSE }
    const historique = async () =>
      (await loadHistorique(acteurDe(compteId, personneId), null, instant)).lignes.map(({ quoi, detail }) => [
        quoi,
        detail,
      ])
    const alertes = async () =>
      (await travauxEnAttente('courriel'))
        .map(({ contenu }) => contenu)
        .filter(({ a, sujet }) => a === email && sujet === 'Quelqu’un a essayé d’ouvrir votre espace')
    return { compteId, application, saisie, historique, alertes }
  }
  const faux = { code: '000000', cle: null }
  const AILLEURS = 'Chrome sur Windows'

  test('le mot de passe juste depuis un appareil inconnu s’inscrit, même si rien ne suit', async () => {
    const { saisie, historique, alertes } = await preparer()
    await seConnecter(saisie, visite({ appareil: AILLEURS }))
    expect(await historique()).toEqual([
      ['Mot de passe juste, depuis un appareil inconnu : la seconde étape a été demandée', AILLEURS],
      ['Seconde protection ajoutée', ''],
    ])
    expect(await alertes()).toEqual([])
  })

  test('un code faux depuis un appareil inconnu : le titulaire le lit, et un seul message part par jour, même à plusieurs essais à la fois', async () => {
    const { saisie, historique, alertes, compteId } = await preparer()
    const { secret } = await seConnecter(saisie, visite({ appareil: AILLEURS }))
    const autre = await seConnecter(saisie, visite({ appareil: AILLEURS }))
    await Promise.all(
      [secret, autre.secret].map((un) => echec(franchirSecondPas(un, faux, visite({ appareil: AILLEURS })))),
    )
    const [alerte, ...autres] = await alertes()
    expect(autres).toEqual([])
    expect(alerte?.texte).toContain(AILLEURS)
    expect(alerte?.texte).toContain('Votre mot de passe a été utilisé')
    expect(alerte?.texte).toContain('/acces-perdu')
    expect((await historique())[0]).toEqual([
      'Seconde étape refusée : le mot de passe était juste, le code ne l’était pas',
      AILLEURS,
    ])
    // The day after, another.
    const demain = new Date(instant.getTime() + 25 * 3600_000)
    const encore = await seConnecter(saisie, visite({ instant: demain }))
    await echec(franchirSecondPas(encore.secret, faux, visite({ instant: demain })))
    expect(await alertes()).toHaveLength(2)
    expect(await lignes('SELECT 1 FROM sessions WHERE compte_id = $1', [compteId])).toEqual([])
  })

  test('sur un appareil connu, une faute de frappe s’inscrit et n’alerte personne', async () => {
    const { saisie, historique, alertes, compteId } = await preparer()
    const connu = visite({ comptesConnus: [compteId] })
    const { secret } = await seConnecter(saisie, connu)
    expect(await echec(franchirSecondPas(secret, faux, connu))).toContain('SaisieRefusee')
    expect(await alertes()).toEqual([])
    expect((await historique()).map(([quoi]) => quoi)).toEqual([
      'Seconde étape refusée : le mot de passe était juste, le code ne l’était pas',
      'Seconde protection ajoutée',
    ])
  })

  test('un code faux au premier enrôlement s’inscrit au journal, et la protection commencée attend toujours', async () => {
    const { email, id } = await creerCompte('COMPTABLE')
    const { secret } = await parMotDePasse({ email })
    await commencerEnrolement(secret, instant)
    expect(await echec(finirEnrolement(secret, '000000', visite()))).toContain('SaisieRefusee')
    expect(
      await lignes(
        `SELECT acte, resultat, donnees ->> 'appareil' AS appareil FROM journal
          WHERE objet_id = $1 AND acte IN ('PREMIER_PAS', 'SECOND_FACTEUR_REFUSE') ORDER BY rang`,
        [id],
      ),
    ).toEqual([
      { acte: 'PREMIER_PAS', resultat: 'FAIT', appareil: 'Firefox sur Linux' },
      { acte: 'SECOND_FACTEUR_REFUSE', resultat: 'REFUSE', appareil: 'Firefox sur Linux' },
    ])
    const application = await applicationDe(id)
    expect((await finirEnrolement(secret, application(instant), visite())).etat).toBe('OUVERTE')
  })
})

test('S-19 : un appareil inconnu fait partir un message, le premier et ceux qu’on connaît non', async () => {
  const compte = await creerCompte('ADHERENT')
  const sujets = async () =>
    (await travauxEnAttente('courriel'))
      .filter(({ contenu }) => contenu.a === compte.email)
      .map(({ contenu }) => contenu.sujet)
  await parMotDePasse(compte)
  expect(await sujets()).toEqual([])
  const saisie = { identifiant: compte.email, motDePasse: BON_MOT_DE_PASSE }
  await seConnecter(saisie, visite({ comptesConnus: [compte.id] }))
  expect(await sujets()).toEqual([])
  await parMotDePasse(compte)
  expect(await sujets()).toEqual(['Connexion depuis un nouvel appareil'])
})
