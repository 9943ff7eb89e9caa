import { beforeEach, describe, expect, test, vi } from 'vitest'
import { maintenant } from '@/lib/server/clock'
import { TropDEssais } from '@/lib/server/frein'
import { reconnaitreSession } from '@/lib/server/sessions'
import { demanderAcces, traiterAccesPerdu } from '@/lib/services/compte/mutations'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { loadSommaire } from '@/lib/services/mon-compte/data'
import { changerMonMotDePasse } from '@/lib/services/mot-de-passe/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente, visiteDeTest } from '../support/comptes'

const NOUVEAU = 'violon brume cactus tiroir'
vi.setConfig({ testTimeout: 60_000 })

let adresse = 0
const visite = () => visiteDeTest({ adresse: `198.51.102.${adresse}` })
beforeEach(async () => {
  adresse += 1
  await lignes("DELETE FROM pgboss.job WHERE name IN ('courriel', 'acces-perdu')")
})

/** Somebody logged in three times, on a device that is known: the only mails are those of the change. */
async function connecte(email: string) {
  const personne = await creerPersonne({ email, prenom: 'Honorine', nom: 'Quintard' })
  const visiteConnue = () => ({ ...visite(), comptesConnus: [personne.compteId] })
  const entrer = async (motDePasse = BON_MOT_DE_PASSE) =>
    (await seConnecter({ identifiant: personne.code, motDePasse }, visiteConnue())).secret
  const secrets = [await entrer(), await entrer(), await entrer()]
  const session = await reconnaitreSession(secrets[0] ?? '', new Date())
  if (session === null) throw new Error('aucune session')
  return { ...personne, secrets, session, acteur: session.acteur, sessionId: session.sessionId, entrer }
}

const saisir = (motDePasse: string) => ({ motDePasse, nouveau: NOUVEAU, cleAcces: undefined })

const echec = async (promesse: Promise<unknown>): Promise<unknown> => {
  try {
    return await promesse
  } catch (erreur) {
    return erreur instanceof Error && 'erreurs' in erreur ? erreur.erreurs : erreur
  }
}

describe('changer son mot de passe en étant connecté', () => {
  test('S-03 : toutes les autres connexions meurent, celle-ci continue sous un autre identifiant, et la personne est avertie', async () => {
    const { session, acteur, secrets, sessionId, compteId, entrer } = await connecte('change@exemple.fr')
    const neuf = await changerMonMotDePasse(session, saisir(BON_MOT_DE_PASSE), visite())
    for (const ancien of secrets) expect(await reconnaitreSession(ancien, new Date())).toBeNull()
    const continue_ = await reconnaitreSession(neuf, new Date())
    expect(continue_?.acteur.compteId).toBe(compteId)
    expect(continue_?.sessionId).toBe(sessionId)
    await expect(entrer(BON_MOT_DE_PASSE)).rejects.toThrow()
    await entrer(NOUVEAU)
    const courriels = await travauxEnAttente('courriel')
    expect(courriels.map(({ contenu }) => [contenu.a, contenu.sujet])).toEqual([
      ['change@exemple.fr', 'Votre mot de passe a été changé'],
    ])
    expect(courriels[0]?.contenu.texte).toContain('Toutes les autres connexions ont été fermées')
    expect((await loadSommaire(acteur, maintenant()))?.motDePasseLe).toBeInstanceOf(Date)
    expect(
      await lignes(
        "SELECT role, resultat FROM journal WHERE acte = 'MOT_DE_PASSE_CHANGE' AND objet_id = $1",
        [compteId],
      ),
    ).toEqual([{ role: 'ADHERENT', resultat: 'FAIT' }])
  })

  test.each([
    ['sans l’actuel', { motDePasse: 'pas le mien du tout', nouveau: NOUVEAU }, 'motDePasse'],
    ['trop court', { motDePasse: BON_MOT_DE_PASSE, nouveau: 'court' }, 'nouveau'],
    ['fait de son nom', { motDePasse: BON_MOT_DE_PASSE, nouveau: 'honorine-quintard' }, 'nouveau'],
    ['le même', { motDePasse: BON_MOT_DE_PASSE, nouveau: BON_MOT_DE_PASSE }, 'nouveau'],
  ])('%s : refusé à son champ, rien n’est changé ni fermé', async (nom, saisie, champ) => {
    const { session, secrets, compteId } = await connecte(
      `${nom.normalize('NFD').replace(/[^a-z]/g, '')}@exemple.fr`,
    )
    const avant = await lignes('SELECT mot_de_passe FROM comptes WHERE id = $1', [compteId])
    expect(
      await echec(changerMonMotDePasse(session, { ...saisie, cleAcces: undefined }, visite())),
    ).toMatchObject([{ champ }])
    expect(await lignes('SELECT mot_de_passe FROM comptes WHERE id = $1', [compteId])).toEqual(avant)
    for (const secret of secrets) expect(await reconnaitreSession(secret, new Date())).not.toBeNull()
    expect(await travauxEnAttente('courriel')).toEqual([])
  })

  test('deviner l’actuel depuis une session volée se heurte au frein', async () => {
    const { session } = await connecte('volee@exemple.fr')
    const essais = await Promise.all(
      Array.from({ length: 15 }, (_, i) =>
        echec(changerMonMotDePasse(session, saisir(`faux ${i}`), visite())),
      ),
    )
    expect(essais.filter((issue) => issue instanceof TropDEssais).length).toBeGreaterThanOrEqual(5)
  })

  test('un lien d’accès perdu resté dans la boîte ne sert plus', async () => {
    const { session, compteId } = await connecte('lien-perdu@exemple.fr')
    await demanderAcces('lien-perdu@exemple.fr', visite())
    for (const travail of await travauxEnAttente('acces-perdu')) await traiterAccesPerdu(travail)
    await changerMonMotDePasse(session, saisir(BON_MOT_DE_PASSE), visite())
    expect(
      await lignes(
        "SELECT 1 FROM jetons WHERE compte_id = $1 AND usage = 'ACCES_PERDU' AND utilise_le IS NULL",
        [compteId],
      ),
    ).toEqual([])
  })
})
