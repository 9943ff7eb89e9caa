import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ecrire, lire } from '@/lib/server/db'
import { creerJeton } from '@/lib/server/jetons'
import { frapperAdherent, frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { reconnaitreSession } from '@/lib/server/sessions'
import { loadAccesAdherent, loadAccesCollegue } from '@/lib/services/acces-compte/data'
import { fermerConnexionsDe, rouvrirCompte, suspendreCompte } from '@/lib/services/acces-compte/mutations'
import { coupureSchema, reouvertureSchema } from '@/lib/services/acces-compte/schema'
import { confirmerNouveauCourriel, demanderCourriel } from '@/lib/services/changement-courriel/mutations'
import { changerMotDePasse } from '@/lib/services/compte/mutations'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { franchirSecondPas } from '@/lib/services/entree/mutations'
import { loadCollegues } from '@/lib/services/levee-facteurs/data'
import { loadHistorique } from '@/lib/services/mon-compte/data'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import {
  BON_MOT_DE_PASSE,
  creerPersonne,
  jetonDe,
  lignes,
  travauxEnAttente,
  visiteDeTest,
} from '../support/comptes'
import { donnerApplication, ouvrirSessionDe } from '../support/facteurs'

vi.setConfig({ testTimeout: 120_000 })

let numero = 0
let instant = new Date()
beforeEach(() => {
  numero += 1
  instant = new Date()
})
const plus = (ms: number) => new Date(instant.getTime() + ms)
const visite = () => visiteDeTest({ adresse: `203.0.113.${numero}`, instant })

async function agent(role: PorteeGestion['role']): Promise<PorteeGestion & { readonly email: string }> {
  numero += 1
  const email = `coupe${numero}@exemple.fr`
  const compte = { role, nom: `Agent ${numero}`, email, motDePasse: BON_MOT_DE_PASSE }
  const compteId = await creerComptePersonnel(SYSTEME, compte, instant)
  return { ...frapperGestion({ type: 'GESTION', compteId, role }), email }
}

async function membre() {
  numero += 1
  const email = `membre-coupe${numero}@exemple.fr`
  const personne = await creerPersonne({ email })
  const acteur = frapperAdherent({
    type: 'ADHERENT',
    compteId: personne.compteId,
    personneId: personne.personneId,
    adhesions: [],
    adhesionsLues: [personne.adhesionId],
  })
  return { ...personne, email, acteur }
}

const courrielsA = async (email: string) =>
  (await travauxEnAttente('courriel')).map(({ contenu }) => contenu).filter(({ a }) => a === email)
const dernierSujet = async (email: string) => (await courrielsA(email)).at(-1)?.sujet
const motif = 'Vous nous avez appelés : ce n’était pas vous.'
const entrer = (identifiant: string) => seConnecter({ identifiant, motDePasse: BON_MOT_DE_PASSE }, visite())
const actesSur = async (compteId: string) =>
  (
    await lignes<{ acte: string; par: string }>(
      `SELECT acte, compte_id AS par FROM journal WHERE objet_type = 'compte' AND objet_id = $1
        AND acte IN ('CONNEXIONS_FERMEES', 'COMPTE_SUSPENDU', 'COMPTE_ROUVERT') ORDER BY rang`,
      [compteId],
    )
  ).map(({ acte, par }) => [acte, par])

describe('S-02 : « ce n’était pas vous ? Appelez-nous »', () => {
  test('la gestion ferme toutes les connexions : aucune n’ouvre plus rien à la requête suivante, le changement d’e-mail du voleur non plus', async () => {
    const qui = await membre()
    const gestionnaire = await agent('GESTIONNAIRE')
    const ouvertes = [
      await ouvrirSessionDe(qui.compteId, instant),
      await ouvrirSessionDe(qui.compteId, instant),
    ]
    const pirate = `pirate-coupe${numero}@exemple.fr`
    await demanderCourriel(qui.acteur, pirate, instant)
    const jeton = jetonDe((await courrielsA(pirate)).at(-1)?.texte ?? '')
    expect(await loadAccesAdherent(gestionnaire, qui.personneId, instant)).toMatchObject({
      etat: 'OUVERT',
      connexions: 2,
      suspension: null,
    })
    await fermerConnexionsDe(gestionnaire, { compte: qui.compteId, motif }, instant)
    for (const { secret } of ouvertes) expect(await reconnaitreSession(secret, plus(1))).toBeNull()
    await expect(confirmerNouveauCourriel(jeton, plus(1))).rejects.toThrow('déjà servi')
    expect(await loadAccesAdherent(gestionnaire, qui.personneId, plus(1))).toMatchObject({ connexions: 0 })
    // The owner is told, comes back with the password, and reads why.
    expect(await dernierSujet(qui.email)).toBe('Nous avons fermé les connexions à votre espace')
    expect((await entrer(qui.code)).etat).toBe('OUVERTE')
    const { lignes: vues } = await loadHistorique(qui.acteur, null, plus(1))
    expect(vues.map(({ quoi, detail }) => [quoi, detail])).toContainEqual([
      'Toutes vos connexions fermées par la mutuelle',
      `Raison donnée : ${motif}`,
    ])
    expect(await actesSur(qui.compteId)).toEqual([['CONNEXIONS_FERMEES', gestionnaire.compteId]])
  })

  test('elle suspend l’accès : ni la connexion ouverte, ni le mot de passe, ni un lien d’accès perdu n’ouvrent ; elle le rouvre', async () => {
    const qui = await membre()
    const superviseur = await agent('SUPERVISEUR')
    const { secret } = await ouvrirSessionDe(qui.compteId, instant)
    const lien = await ecrire(SYSTEME, (client) => creerJeton(client, 'ACCES_PERDU', qui.compteId, instant))
    await suspendreCompte(superviseur, { compte: qui.compteId, motif }, instant)
    expect(await reconnaitreSession(secret, plus(1))).toBeNull()
    await expect(entrer(qui.code)).rejects.toThrow('suspendu')
    const neuf = { jeton: lien, motDePasse: 'violon brume cactus tiroir' }
    await expect(changerMotDePasse(neuf, plus(1))).rejects.toThrow('déjà servi')
    expect(await dernierSujet(qui.email)).toBe('L’accès à votre espace est suspendu')
    expect(await loadAccesAdherent(superviseur, qui.personneId, plus(1))).toMatchObject({
      etat: 'SUSPENDU',
      suspension: { motif, le: instant },
    })
    await expect(suspendreCompte(superviseur, { compte: qui.compteId, motif }, plus(1))).rejects.toThrow(
      'déjà suspendu',
    )
    await rouvrirCompte(superviseur, { compte: qui.compteId, motif: 'Identité vérifiée' }, plus(2))
    // What was open before is not open again.
    expect(await reconnaitreSession(secret, plus(3))).toBeNull()
    expect((await entrer(qui.code)).etat).toBe('OUVERTE')
    expect(await dernierSujet(qui.email)).not.toBeUndefined()
    expect((await courrielsA(qui.email)).map(({ sujet }) => sujet)).toContain('Votre espace est rouvert')
    const { lignes: vues } = await loadHistorique(qui.acteur, null, plus(3))
    expect(vues.map(({ quoi }) => quoi)).toEqual([
      'Connexion réussie',
      'Accès rouvert par la mutuelle',
      'Connexion refusée : l’accès était suspendu',
      'Accès suspendu par la mutuelle',
    ])
    expect(await actesSur(qui.compteId)).toEqual([
      ['COMPTE_SUSPENDU', superviseur.compteId],
      ['COMPTE_ROUVERT', superviseur.compteId],
    ])
    await expect(rouvrirCompte(superviseur, { compte: qui.compteId, motif }, plus(4))).rejects.toThrow(
      'rien n’a été changé',
    )
  })

  test('la raison et l’histoire ne se lisent que de leur titulaire', async () => {
    const [qui, autre] = [await membre(), await membre()]
    const gestionnaire = await agent('GESTIONNAIRE')
    await fermerConnexionsDe(gestionnaire, { compte: qui.compteId, motif }, instant)
    const lire2 = (acteur: typeof qui.acteur) =>
      lire(acteur, (tx) => tx.$queryRaw<{ motif: string }[]>`SELECT motif FROM interventions_compte`)
    expect(await lire2(qui.acteur)).toEqual([{ motif }])
    expect(await lire2(autre.acteur)).toEqual([])
    expect((await loadHistorique(autre.acteur, null, instant)).lignes).toEqual([])
    await expect(
      lire(qui.acteur, (tx) => tx.$queryRaw`SELECT faite_par FROM interventions_compte`),
    ).rejects.toThrow(/permission denied/)
  })

  test('un compte dont les données ont été effacées ne se rouvre pas', async () => {
    const qui = await membre()
    const gestionnaire = await agent('GESTIONNAIRE')
    await lignes(`UPDATE comptes SET statut = 'SUSPENDU' WHERE id = $1`, [qui.compteId])
    expect(await loadAccesAdherent(gestionnaire, qui.personneId, instant)).toMatchObject({ etat: 'EFFACE' })
    await expect(rouvrirCompte(gestionnaire, { compte: qui.compteId, motif }, instant)).rejects.toThrow(
      'rien n’a été changé',
    )
  })
})

describe('S-02 : un collègue qui s’en va', () => {
  test('un administrateur le suspend : coupé à la requête suivante, même au milieu de sa connexion', async () => {
    const [admin, partant] = [await agent('ADMINISTRATEUR'), await agent('COMPTABLE')]
    const application = await donnerApplication(partant.compteId)
    const { secret } = await ouvrirSessionDe(partant.compteId, instant)
    const entree = await entrer(partant.email)
    await suspendreCompte(admin, { compte: partant.compteId, motif: 'Fin de contrat' }, instant)
    expect(await reconnaitreSession(secret, plus(1))).toBeNull()
    const preuve = { code: application(instant), cle: null }
    await expect(franchirSecondPas(entree.secret, preuve, visite())).rejects.toThrow('interrompue')
    await expect(entrer(partant.email)).rejects.toThrow('suspendu')
    expect(await loadAccesCollegue(admin, partant.compteId, plus(1))).toMatchObject({ etat: 'SUSPENDU' })
    expect((await loadCollegues(admin)).find(({ id }) => id === partant.compteId)?.suspendu).toBe(true)
    await rouvrirCompte(admin, { compte: partant.compteId, motif: 'Revenu' }, plus(2))
    expect((await entrer(partant.email)).etat).toBe('SECOND_PAS')
    const { lignes: vues } = await loadHistorique(partant, null, plus(3))
    expect(vues.map(({ quoi, detail }) => [quoi, detail])).toContainEqual([
      'Accès suspendu par la mutuelle',
      'Raison donnée : Fin de contrat',
    ])
  })

  test('qui n’est plus rien ne coupe plus personne : la portée d’une requête commencée avant ne suffit pas', async () => {
    const [un, deux] = [await agent('ADMINISTRATEUR'), await agent('ADMINISTRATEUR')]
    await suspendreCompte(un, { compte: deux.compteId, motif }, instant)
    await expect(suspendreCompte(deux, { compte: un.compteId, motif }, instant)).rejects.toThrow(
      'introuvable',
    )
    await expect(rouvrirCompte(deux, { compte: deux.compteId, motif }, instant)).rejects.toThrow('son propre')
  })

  test('deux administrateurs qui se coupent l’un l’autre au même instant : il en reste un', async () => {
    const [un, deux] = [await agent('ADMINISTRATEUR'), await agent('ADMINISTRATEUR')]
    const issues = await Promise.allSettled([
      suspendreCompte(un, { compte: deux.compteId, motif }, instant),
      suspendreCompte(deux, { compte: un.compteId, motif }, instant),
    ])
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const actifs = await lignes(`SELECT 1 FROM comptes WHERE id = ANY ($1::uuid[]) AND statut = 'ACTIF'`, [
      [un.compteId, deux.compteId],
    ])
    expect(actifs).toHaveLength(1)
  })

  test('jamais soi-même, donc jamais le dernier administrateur', async () => {
    const admin = await agent('ADMINISTRATEUR')
    for (const couper of [fermerConnexionsDe, suspendreCompte])
      await expect(couper(admin, { compte: admin.compteId, motif }, instant)).rejects.toThrow(
        'son propre accès',
      )
    expect(await loadAccesCollegue(admin, admin.compteId, instant)).toBeNull()
  })

  test('chacun son monde : un adhérent par la gestion, un collègue par un administrateur, et par personne d’autre', async () => {
    const [qui, collegue] = [await membre(), await agent('MEDECIN_CONSEIL')]
    for (const role of ['GESTIONNAIRE', 'SUPERVISEUR', 'COMPTABLE', 'MEDECIN_CONSEIL'] as const) {
      const par = await agent(role)
      for (const couper of [fermerConnexionsDe, suspendreCompte, rouvrirCompte])
        await expect(couper(par, { compte: collegue.compteId, motif }, instant)).rejects.toThrow(
          'introuvable',
        )
      expect(await loadAccesCollegue(par, collegue.compteId, instant)).toBeNull()
    }
    for (const role of ['ADMINISTRATEUR', 'COMPTABLE', 'MEDECIN_CONSEIL'] as const) {
      const par = await agent(role)
      for (const couper of [fermerConnexionsDe, suspendreCompte, rouvrirCompte])
        await expect(couper(par, { compte: qui.compteId, motif }, instant)).rejects.toThrow('introuvable')
      expect(await loadAccesAdherent(par, qui.personneId, instant)).toBeNull()
    }
    expect(await actesSur(qui.compteId)).toEqual([])
    expect(await actesSur(collegue.compteId)).toEqual([])
  })

  test.each([
    ['sans dire quoi', { coupure: undefined }, 'coupure'],
    ['un geste inventé', { coupure: 'EFFACER' }, 'coupure'],
    ['sans raison', { motif: '  ' }, 'motif'],
  ])('%s : refusé', (_cas, autre, champ) => {
    const saisie = { compte: '00000000-0000-4000-8000-000000000001', coupure: 'FERMER', motif, ...autre }
    expect(coupureSchema.safeParse(saisie).error?.issues.map(({ path }) => path[0])).toEqual([champ])
    expect(reouvertureSchema.safeParse({ ...saisie, motif: '' }).error?.issues[0]?.path[0]).toBe('motif')
  })
})
