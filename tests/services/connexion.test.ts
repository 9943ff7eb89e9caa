import { hash } from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { compterEssai, FREIN_ADRESSE, TropDEssais } from '@/lib/server/frein'
import { SYSTEME } from '@/lib/server/portee'
import { reconnaitreSession } from '@/lib/server/sessions'
import { designerCompte } from '@/lib/services/connexion/access'
import { loadConnexions } from '@/lib/services/connexion/data'
import {
  fermerAutresConnexions,
  fermerConnexion,
  purgerAcces,
  seConnecter,
  seDeconnecter,
} from '@/lib/services/connexion/mutations'
import { franchirSecondPas } from '@/lib/services/entree/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, visiteDeTest } from '../support/comptes'
import { donnerApplication } from '../support/facteurs'

/** Calls of the real library, counted: work is compared by what is done, not by how long it takes. */
const travaux = vi.hoisted(() => ({ verifications: 0, hachages: 0 }))
vi.mock('@node-rs/argon2', async (original) => {
  const vrai = await original<typeof import('@node-rs/argon2')>()
  return {
    ...vrai,
    verify: (...args: Parameters<typeof vrai.verify>) => {
      travaux.verifications += 1
      return vrai.verify(...args)
    },
    hash: (...args: Parameters<typeof vrai.hash>) => {
      travaux.hachages += 1
      return vrai.hash(...args)
    },
  }
})

vi.setConfig({ testTimeout: 60_000 })

let adresse = 0
let instant = new Date()
/** Each test from its own address and at one instant of its own: the machine's speed changes nothing. */
const visite = (autre = {}) => visiteDeTest({ adresse: `198.51.100.${adresse}`, instant, ...autre })
beforeEach(() => {
  adresse += 1
  instant = new Date()
})

const echec = async (promesse: Promise<unknown>): Promise<string> => {
  try {
    await promesse
  } catch (erreur) {
    if (erreur instanceof Error) return `${erreur.name} : ${erreur.message}`
  }
  return 'aucun échec'
}

describe('se connecter', () => {
  test("A02 : l'e-mail ou le code d'accès de la carte, avec le mot de passe, ouvrent une session", async () => {
    const { code, compteId } = await creerPersonne({ email: 'une@exemple.fr' })
    for (const identifiant of ['une@exemple.fr', ' UNE@exemple.fr', code, code.toUpperCase()]) {
      const ouverte = await seConnecter(
        { identifiant: identifiant.trim(), motDePasse: BON_MOT_DE_PASSE },
        visite(),
      )
      const session = await reconnaitreSession(ouverte.secret, new Date())
      expect(session?.acteur).toMatchObject({ type: 'ADHERENT', compteId })
    }
  })

  test("A02 : une adresse partagée n'ouvre aucun espace, même avec le bon mot de passe ; le code le fait", async () => {
    const paul = await creerPersonne({ email: 'couple@exemple.fr' })
    await creerPersonne({ email: 'couple@exemple.fr' })
    const partage = await echec(
      seConnecter({ identifiant: 'couple@exemple.fr', motDePasse: BON_MOT_DE_PASSE }, visite()),
    )
    const inconnu = await echec(
      seConnecter({ identifiant: 'personne@exemple.fr', motDePasse: BON_MOT_DE_PASSE }, visite()),
    )
    await creerPersonne({ email: 'seule@exemple.fr' })
    const faux = await echec(seConnecter({ identifiant: 'seule@exemple.fr', motDePasse: 'faux' }, visite()))
    expect(partage).toContain("code d'accès")
    expect(new Set([partage, inconnu, faux]).size).toBe(1)
    const ouverte = await seConnecter({ identifiant: paul.code, motDePasse: BON_MOT_DE_PASSE }, visite())
    expect(ouverte.compteId).toBe(paul.compteId)
  })

  test('un compte connu, inconnu ou partagé coûte le même travail : une vérification, sur un leurre s’il le faut (S-14)', async () => {
    await creerPersonne({ email: 'connu@exemple.fr' })
    await creerPersonne({ email: 'deux@exemple.fr' })
    await creerPersonne({ email: 'deux@exemple.fr' })
    const mesure = async (identifiant: string) => {
      const avant = { ...travaux }
      await echec(seConnecter({ identifiant, motDePasse: 'un mot de passe faux' }, visite()))
      return [travaux.verifications - avant.verifications, travaux.hachages - avant.hachages]
    }
    for (const identifiant of ['connu@exemple.fr', 'inconnu@exemple.fr', 'deux@exemple.fr', 'codeinconnu'])
      expect([identifiant, ...(await mesure(identifiant))]).toEqual([identifiant, 1, 0])
  })

  test.each([
    ['EN_ATTENTE', 'pas encore confirmée'],
    ['SUSPENDU', 'suspendu'],
  ] as const)(
    'un compte %s ne s’ouvre pas, et ne le dit qu’à qui a le mot de passe',
    async (statut, phrase) => {
      const email = `${statut.toLowerCase().replace('_', '')}@exemple.fr`
      await creerPersonne({ email, statut })
      expect(
        await echec(seConnecter({ identifiant: email, motDePasse: BON_MOT_DE_PASSE }, visite())),
      ).toContain(phrase)
      expect(await echec(seConnecter({ identifiant: email, motDePasse: 'faux' }, visite()))).not.toContain(
        phrase,
      )
      expect(
        await lignes('SELECT 1 FROM sessions s JOIN comptes c ON c.id = s.compte_id WHERE c.email = $1', [
          email,
        ]),
      ).toEqual([])
    },
  )

  test('un compte en attente sous la même adresse ne cache pas le compte confirmé', () => {
    const compte = (id: string, role: 'ADHERENT' | 'COMPTABLE', statut: 'ACTIF' | 'EN_ATTENTE') =>
      ({ id, role, statut, motDePasse: null }) as const
    const [a, b, c] = [
      compte('a', 'ADHERENT', 'ACTIF'),
      compte('b', 'ADHERENT', 'EN_ATTENTE'),
      compte('c', 'COMPTABLE', 'ACTIF'),
    ]
    expect(designerCompte([b, a])?.id).toBe('a')
    expect(designerCompte([b])?.id).toBe('b')
    expect(designerCompte([a, { ...a, id: 'd' }])).toBeNull()
    expect(designerCompte([b, { ...b, id: 'e' }])).toBeNull()
    expect(designerCompte([a, b, c])?.id).toBe('c')
    expect(designerCompte([])).toBeNull()
  })

  test('un hachage ancien est refait avec les paramètres du jour, et sert encore (S-10)', async () => {
    const ancien = await hash(BON_MOT_DE_PASSE, {
      algorithm: 2,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
    })
    const { compteId } = await creerPersonne({ email: 'ancien@exemple.fr', hache: ancien })
    const entrer = () =>
      seConnecter({ identifiant: 'ancien@exemple.fr', motDePasse: BON_MOT_DE_PASSE }, visite())
    await entrer()
    const [ligne] = await lignes<{ h: string }>('SELECT mot_de_passe AS h FROM comptes WHERE id = $1', [
      compteId,
    ])
    expect(ligne?.h).toContain('$m=65536,t=3,p=1$')
    await entrer()
  })
})

describe('le freinage des essais', () => {
  const essayer = (identifiant: string, motDePasse: string, autre = {}) =>
    seConnecter({ identifiant, motDePasse }, visite(autre))

  test('trente essais simultanés comptent pour trente : dix passent, le bon mot de passe attend (S-12)', async () => {
    await creerPersonne({ email: 'cible@exemple.fr' })
    const avant = travaux.verifications
    const issues = await Promise.all(
      Array.from({ length: 30 }, (_, i) => echec(essayer('cible@exemple.fr', `faux ${i}`))),
    )
    expect(travaux.verifications - avant).toBe(10)
    expect(issues.filter((issue) => issue.startsWith('TropDEssais'))).toHaveLength(20)
    await expect(essayer('cible@exemple.fr', BON_MOT_DE_PASSE)).rejects.toBeInstanceOf(TropDEssais)
  })

  test('mille essais étalés au plus vite, le bon au vingt-sixième rang et à tous les suivants : jamais plus de vingt-cinq vérifications par jour (S-12)', async () => {
    await creerPersonne({ email: 'patience@exemple.fr' })
    const debut = Date.now()
    const avant = travaux.verifications
    let heure = debut
    for (let i = 0; i < 1000 && heure < debut + 23 * 3600_000; i += 1) {
      try {
        await essayer(
          'patience@exemple.fr',
          travaux.verifications - avant >= 25 ? BON_MOT_DE_PASSE : 'faux',
          {
            adresse: `203.0.113.${i % 250}`,
            instant: new Date(heure),
          },
        )
        throw new Error('entré')
      } catch (erreur) {
        if (erreur instanceof TropDEssais) heure = erreur.jusqu.getTime()
        else if (!(erreur instanceof Error) || erreur.message === 'entré') throw erreur
      }
    }
    expect(travaux.verifications - avant).toBe(25)
    const lendemain = new Date(debut + 24 * 3600_000 + 1)
    await expect(
      essayer('patience@exemple.fr', BON_MOT_DE_PASSE, { instant: lendemain }),
    ).resolves.toMatchObject({
      role: 'ADHERENT',
    })
  })

  test("les essais d'un autre ne ferment pas la porte au titulaire sur son appareil (S-12)", async () => {
    const { compteId } = await creerPersonne({ email: 'titulaire@exemple.fr' })
    await Promise.all(Array.from({ length: 12 }, () => echec(essayer('titulaire@exemple.fr', 'faux'))))
    await expect(essayer('titulaire@exemple.fr', BON_MOT_DE_PASSE)).rejects.toBeInstanceOf(TropDEssais)
    await expect(
      essayer('titulaire@exemple.fr', BON_MOT_DE_PASSE, { comptesConnus: [compteId] }),
    ).resolves.toMatchObject({ compteId })
  })

  test('cent essais par heure et par adresse, sur des comptes différents (S-12)', async () => {
    const une = '192.0.2.200'
    for (let i = 0; i < 99; i += 1) await compterEssai(`connexion:adresse:${une}`, FREIN_ADRESSE, instant)
    const essai = (identifiant: string, ms: number) =>
      echec(essayer(identifiant, 'faux', { adresse: une, instant: new Date(instant.getTime() + ms) }))
    expect(await essai('centieme', 0)).toContain('SaisieRefusee')
    expect(await essai('un autre', 1)).toContain('TropDEssais')
    expect(await essai('un autre', 3599_999)).toContain('TropDEssais')
    expect(await essai('un autre', 3600_000)).toContain('SaisieRefusee')
  })

  test('un succès remet le compte à zéro', async () => {
    await creerPersonne({ email: 'distrait@exemple.fr' })
    for (let serie = 0; serie < 3; serie += 1) {
      for (let i = 0; i < 9; i += 1) await echec(essayer('distrait@exemple.fr', 'faux'))
      await essayer('distrait@exemple.fr', BON_MOT_DE_PASSE)
    }
  })

  test("la table ne garde ni l'identifiant ni l'adresse", async () => {
    await echec(essayer('secret@exemple.fr', 'faux', { adresse: '192.0.2.77' }))
    const [compte] = await lignes<{ n: string }>(
      "SELECT count(*) AS n FROM freins WHERE octet_length(cle) <> 32 OR position(convert_to('192.0.2.77', 'UTF8') IN cle) > 0",
    )
    expect(Number(compte?.n)).toBe(0)
  })
})

describe('les sessions', () => {
  const MINUTE = 60_000
  const ouvrir = async (email: string) => {
    const personne = await creerPersonne({ email })
    const debut = new Date()
    const { secret } = await seConnecter(
      { identifiant: email, motDePasse: BON_MOT_DE_PASSE },
      visite({ instant: debut }),
    )
    const apres = (ms: number) => reconnaitreSession(secret, new Date(debut.getTime() + ms))
    return { ...personne, secret, debut, apres }
  }

  test('S-05 : un adhérent inactif trente minutes est déconnecté, à la seconde', async () => {
    const { apres } = await ouvrir('inactif@exemple.fr')
    expect(await apres(30 * MINUTE)).toBeNull()
    expect(await apres(30 * MINUTE - 1000)).not.toBeNull()
    expect(await apres(59 * MINUTE + 58_000)).not.toBeNull()
    expect(await apres(90 * MINUTE)).toBeNull()
  })

  test('douze heures au plus, même actif', async () => {
    const { apres } = await ouvrir('actif@exemple.fr')
    for (let m = 20; m < 12 * 60; m += 20) expect(await apres(m * MINUTE)).not.toBeNull()
    expect(await apres(12 * 60 * MINUTE - 1)).not.toBeNull()
    expect(await apres(12 * 60 * MINUTE)).toBeNull()
  })

  test('le personnel inactif quinze minutes est déconnecté', async () => {
    const { creerComptePersonnel } = await import('@/lib/services/personnel/mutations')
    const compte = {
      role: 'COMPTABLE',
      nom: 'Camille Compte',
      email: 'compta@exemple.fr',
      motDePasse: BON_MOT_DE_PASSE,
    } as const
    const compteId = await creerComptePersonnel(SYSTEME, compte, new Date())
    const application = await donnerApplication(compteId)
    const debut = new Date()
    const entree = await seConnecter(
      { identifiant: compte.email, motDePasse: BON_MOT_DE_PASSE },
      visite({ instant: debut }),
    )
    const preuve = { code: application(debut), cle: null }
    const { secret } = await franchirSecondPas(entree.secret, preuve, visite({ instant: debut }))
    expect(await reconnaitreSession(secret, new Date(debut.getTime() + 15 * MINUTE))).toBeNull()
    const session = await reconnaitreSession(secret, new Date(debut.getTime() + 15 * MINUTE - 1000))
    expect(session?.acteur).toMatchObject({ type: 'GESTION', role: 'COMPTABLE' })
  })

  test("la vue n'est écrite qu'une fois par minute", async () => {
    const { apres, compteId } = await ouvrir('souvent@exemple.fr')
    const vue = async () =>
      (
        await lignes<{ v: Date }>('SELECT vue_le AS v FROM sessions WHERE compte_id = $1', [compteId])
      )[0]?.v.getTime()
    const depart = await vue()
    await apres(59_000)
    expect(await vue()).toBe(depart)
    await apres(60_000)
    expect(await vue()).toBe((depart ?? 0) + 60_000)
  })

  test('S-01 : après la déconnexion le jeton copié est mort', async () => {
    const { secret, apres } = await ouvrir('parti@exemple.fr')
    const session = await reconnaitreSession(secret, new Date())
    if (session === null) throw new Error('pas de session')
    await seDeconnecter(session, new Date())
    for (let i = 0; i < 20; i += 1) expect(await apres(i)).toBeNull()
  })

  test("S-02, S-06 : fermer les autres connexions les ferme toutes sauf celle-ci ; on ne ferme pas celle d'autrui", async () => {
    const { secret, compteId } = await ouvrir('partout@exemple.fr')
    const autres = await Promise.all(
      [1, 2, 3].map(() =>
        seConnecter({ identifiant: 'partout@exemple.fr', motDePasse: BON_MOT_DE_PASSE }, visite()),
      ),
    )
    const session = await reconnaitreSession(secret, new Date())
    if (session === null) throw new Error('pas de session')
    const vues = await loadConnexions(session.acteur, session.sessionId, new Date())
    expect(vues).toHaveLength(4)
    expect(vues.filter((vue) => vue.courante).map((vue) => vue.id)).toEqual([session.sessionId])
    expect(await fermerAutresConnexions(session, new Date())).toBe(3)
    for (const autre of autres) expect(await reconnaitreSession(autre.secret, new Date())).toBeNull()
    expect(await reconnaitreSession(secret, new Date())).not.toBeNull()

    const intrus = await ouvrir('intrus@exemple.fr')
    const sienne = await reconnaitreSession(intrus.secret, new Date())
    if (sienne === null) throw new Error('pas de session')
    expect(await echec(fermerConnexion(sienne.acteur, session.sessionId, new Date()))).toContain(
      'introuvable',
    )
    expect(await reconnaitreSession(secret, new Date())).toMatchObject({ acteur: { compteId } })
  })

  test('S-02 : un compte suspendu perd ses sessions à la requête suivante', async () => {
    const { apres, compteId } = await ouvrir('fautif@exemple.fr')
    expect(await apres(1)).not.toBeNull()
    await lignes("UPDATE comptes SET statut = 'SUSPENDU' WHERE id = $1", [compteId])
    expect(await apres(2)).toBeNull()
  })

  test('la portée vient de la base : mes adhésions, et celles qui me couvrent', async () => {
    const chef = await ouvrir('chef@exemple.fr')
    const conjoint = await creerPersonne({
      email: 'conjoint@exemple.fr',
      rattache: { adhesionId: chef.adhesionId, lien: 'CONJOINT' },
    })
    const { secret } = await seConnecter(
      { identifiant: conjoint.code, motDePasse: BON_MOT_DE_PASSE },
      visite(),
    )
    expect((await chef.apres(1))?.acteur).toMatchObject({ adhesions: [chef.adhesionId], adhesionsLues: [] })
    expect((await reconnaitreSession(secret, new Date()))?.acteur).toMatchObject({
      personneId: conjoint.personneId,
      adhesions: [],
      adhesionsLues: [chef.adhesionId],
    })
  })

  test('la base ne garde que l’empreinte, et chaque connexion a un secret neuf de 256 bits', async () => {
    const { secret, compteId } = await ouvrir('secret2@exemple.fr')
    const { secret: second } = await seConnecter(
      { identifiant: 'secret2@exemple.fr', motDePasse: BON_MOT_DE_PASSE },
      visite(),
    )
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(second).not.toBe(secret)
    const rangs = await lignes<{ t: string }>('SELECT s::text AS t FROM sessions s WHERE compte_id = $1', [
      compteId,
    ])
    expect(rangs).toHaveLength(2)
    for (const { t } of rangs) {
      expect(t).not.toContain(secret)
      expect(t).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
    }
  })
})

describe('le ménage', () => {
  test('efface ce qui est fini depuis trente jours, et rien de ce qui court', async () => {
    const JOUR = 24 * 3600_000
    const { code, compteId } = await creerPersonne({ email: 'menage@exemple.fr' })
    const ouvrir = (ilYA: number) =>
      seConnecter(
        { identifiant: code, motDePasse: BON_MOT_DE_PASSE },
        visite({ instant: new Date(instant.getTime() - ilYA) }),
      )
    await ouvrir(31 * JOUR)
    await ouvrir(29 * JOUR)
    const { secret } = await ouvrir(0)
    await echec(seConnecter({ identifiant: code, motDePasse: 'faux' }, visite()))
    const freins = async () => Number((await lignes<{ n: string }>('SELECT count(*) AS n FROM freins'))[0]?.n)
    await purgerAcces(instant)
    expect(await lignes('SELECT 1 FROM sessions WHERE compte_id = $1', [compteId])).toHaveLength(2)
    expect(await reconnaitreSession(secret, instant)).not.toBeNull()
    expect(await freins()).toBeGreaterThan(0)
    await purgerAcces(new Date(instant.getTime() + 4 * JOUR))
    expect(await freins()).toBe(0)
  })
})
