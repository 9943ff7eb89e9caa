import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { creerJeton } from '@/lib/server/jetons'
import { hacher } from '@/lib/server/mot-de-passe'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { reconnaitreSession } from '@/lib/server/sessions'
import {
  confirmerNouveauCourriel,
  demanderCourriel,
  renvoyerLien,
} from '@/lib/services/changement-courriel/mutations'
import { changerMotDePasse } from '@/lib/services/compte/mutations'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { loadEntree } from '@/lib/services/entree/data'
import { commencerEnrolement, finirEnrolement, franchirSecondPas } from '@/lib/services/entree/mutations'
import { commencerTotp } from '@/lib/services/facteur/mutations'
import { changerMonMotDePasse } from '@/lib/services/mot-de-passe/mutations'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import {
  BON_MOT_DE_PASSE,
  creerPersonne,
  jetonDe,
  lignes,
  travauxEnAttente,
  visiteDeTest,
} from '../support/comptes'
import { applicationDe, donnerApplication, ouvrirSessionDe } from '../support/facteurs'

vi.setConfig({ testTimeout: 60_000 })

const NOUVEAU = 'violon brume cactus tiroir'
const HEURE = 3600_000
let numero = 0
let instant = new Date()
beforeEach(() => {
  numero += 1
  instant = new Date()
})
const visite = (autre = {}) => visiteDeTest({ adresse: `203.0.113.${numero}`, instant, ...autre })
const plus = (ms: number) => new Date(instant.getTime() + ms)

const echec = async (promesse: Promise<unknown>): Promise<string> => {
  try {
    await promesse
  } catch (erreur) {
    if (erreur instanceof Error) return `${erreur.name} : ${erreur.message}`
  }
  return 'aucun échec'
}

async function membre() {
  const email = `portes${numero}@exemple.fr`
  const personne = await creerPersonne({ email })
  const acteur: PorteeAdherent = frapperAdherent({
    type: 'ADHERENT',
    compteId: personne.compteId,
    personneId: personne.personneId,
    adhesions: [],
    adhesionsLues: [personne.adhesionId],
  })
  return { ...personne, email, acteur }
}
type Membre = Awaited<ReturnType<typeof membre>>

const emailDe = async (compteId: string) =>
  (await lignes<{ email: string }>('SELECT email FROM comptes WHERE id = $1', [compteId]))[0]?.email
const textesA = async (adresse: string) =>
  (await travauxEnAttente('courriel'))
    .filter(({ contenu }) => contenu.a === adresse)
    .map(({ contenu }) => contenu.texte)

/** The owner's two ways to take the account back, after somebody had its password. */
const REPRENDRE: Readonly<Record<string, (qui: Membre) => Promise<unknown>>> = {
  'un lien reçu par e-mail': async ({ compteId }) => {
    const jeton = await ecrire(SYSTEME, (client) => creerJeton(client, 'ACCES_PERDU', compteId, instant))
    await changerMotDePasse({ jeton, motDePasse: NOUVEAU }, instant)
  },
  'son espace ouvert': async ({ compteId }) => {
    const { session } = await ouvrirSessionDe(compteId, instant)
    const saisie = { motDePasse: BON_MOT_DE_PASSE, nouveau: NOUVEAU, cleAcces: undefined }
    await changerMonMotDePasse(session, saisie, visite())
  },
}

describe.each(Object.entries(REPRENDRE))(
  'S-03 : un nouveau mot de passe, par %s, ferme tout ce que l’ancien avait commencé',
  (_nom, reprendre) => {
    test('le lien d’un changement d’adresse e-mail en attente est mort, et le titulaire le lit (S-15)', async () => {
      const qui = await membre()
      const pirate = `pirate${numero}-${_nom.length}@exemple.fr`
      await demanderCourriel(qui.acteur, pirate, instant)
      const jeton = jetonDe((await textesA(pirate)).at(-1) ?? '')
      expect(jeton).not.toBe('')
      await reprendre(qui)
      expect(await echec(confirmerNouveauCourriel(jeton, plus(1000)))).toContain('SaisieRefusee')
      expect(await echec(renvoyerLien(qui.acteur, plus(1000)))).toContain('Aucun changement')
      expect(await emailDe(qui.compteId)).toBe(qui.email)
      expect((await textesA(qui.email)).at(-1)).toContain('Un changement d’adresse e-mail attendait')
      expect(
        await lignes(`SELECT 1 FROM journal WHERE objet_id = $1 AND acte = 'COURRIEL_ABANDONNE'`, [
          qui.compteId,
        ]),
      ).toHaveLength(1)
    })

    test('sans changement en attente, le message n’en parle pas', async () => {
      const qui = await membre()
      await reprendre(qui)
      const dernier = (await textesA(qui.email)).at(-1)
      expect(dernier).toContain('Le mot de passe de votre espace a été changé')
      expect(dernier).not.toContain('adresse e-mail attendait')
    })

    test('la connexion qui attendait sa seconde preuve n’ouvre plus rien', async () => {
      const qui = await membre()
      const { secret } = await seConnecter({ identifiant: qui.code, motDePasse: BON_MOT_DE_PASSE }, visite())
      expect(await reconnaitreSession(secret, instant)).not.toBeNull()
      const application = await donnerApplication(qui.compteId)
      const entree = await seConnecter({ identifiant: qui.code, motDePasse: BON_MOT_DE_PASSE }, visite())
      expect(entree.etat).toBe('SECOND_PAS')
      if (_nom === 'son espace ouvert')
        await lignes('UPDATE facteurs SET retire_le = now() WHERE compte_id = $1', [qui.compteId])
      await reprendre(qui)
      expect(await loadEntree(entree.secret, plus(1000))).toBeNull()
      const preuve = { code: application(instant), cle: null }
      expect(await echec(franchirSecondPas(entree.secret, preuve, visite()))).toContain('interrompue')
      expect(await reconnaitreSession(secret, plus(1000))).toBeNull()
    })

    test('une application commencée et pas encore prouvée est oubliée : sa graine a été vue', async () => {
      const qui = await membre()
      await ecrire(SYSTEME, (client) => commencerTotp(client, qui.compteId, instant))
      await reprendre(qui)
      expect(await lignes('SELECT 1 FROM facteurs WHERE compte_id = $1', [qui.compteId])).toEqual([])
    })
  },
)

test('S-03 : un agent sans seconde protection qui refait son mot de passe : celui qui connaissait l’ancien ne s’en donne pas une', async () => {
  const email = `agent-portes${numero}@exemple.fr`
  const compte = { role: 'COMPTABLE', nom: 'Agent Essai', email, motDePasse: BON_MOT_DE_PASSE } as const
  const compteId = await creerComptePersonnel(SYSTEME, compte, instant)
  const { secret } = await seConnecter({ identifiant: email, motDePasse: BON_MOT_DE_PASSE }, visite())
  await commencerEnrolement(secret, instant)
  const application = await applicationDe(compteId)
  const jeton = await ecrire(SYSTEME, (client) => creerJeton(client, 'ACCES_PERDU', compteId, instant))
  await changerMotDePasse({ jeton, motDePasse: NOUVEAU }, instant)
  expect(await echec(finirEnrolement(secret, application(instant), visite()))).toContain('interrompue')
  // The owner begins afresh: not with the seed that the other has seen.
  const sienne = await seConnecter({ identifiant: email, motDePasse: NOUVEAU }, visite())
  expect((await loadEntree(sienne.secret, instant))?.graine).toBeNull()
})

test('S-03 : un mot de passe changé pendant qu’on vérifie l’ancien : l’ancien n’ouvre rien', async () => {
  const qui = await membre()
  const hache = await hacher(NOUVEAU)
  const entree = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      'SELECT pg_backend_pid() AS pid FROM comptes WHERE id = $1 FOR UPDATE',
      [qui.compteId],
    )
    const enAttente = () =>
      lignes('SELECT 1 FROM pg_locks WHERE NOT granted AND $1 = ANY (pg_blocking_pids(pid))', [rows[0]?.pid])
    const essai = echec(seConnecter({ identifiant: qui.code, motDePasse: BON_MOT_DE_PASSE }, visite()))
    // The password is verified: what is left is to open, which waits for this row.
    await vi.waitFor(async () => expect(await enAttente()).toHaveLength(1), { timeout: 30_000 })
    await client.query('UPDATE comptes SET mot_de_passe = $2 WHERE id = $1', [qui.compteId, hache])
    return { essai }
  })
  expect(await entree.essai).toContain('SaisieRefusee')
  expect(await lignes('SELECT 1 FROM sessions WHERE compte_id = $1', [qui.compteId])).toEqual([])
})

test('S-15 : renvoyer le lien d’une nouvelle adresse ne prolonge pas les 24 heures de la demande', async () => {
  const qui = await membre()
  const nouveau = `neuf${numero}@exemple.fr`
  await demanderCourriel(qui.acteur, nouveau, instant)
  await renvoyerLien(qui.acteur, plus(23 * HEURE))
  const jeton = jetonDe((await textesA(nouveau)).at(-1) ?? '')
  expect(await echec(confirmerNouveauCourriel(jeton, plus(24 * HEURE)))).toContain('SaisieRefusee')
  expect(await echec(renvoyerLien(qui.acteur, plus(24 * HEURE)))).toContain('24 heures')
  await confirmerNouveauCourriel(jeton, plus(24 * HEURE - 1))
  expect(await emailDe(qui.compteId)).toBe(nouveau)
})
