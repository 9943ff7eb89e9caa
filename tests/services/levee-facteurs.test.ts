import { describe, expect, test, vi } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { reconnaitreSession } from '@/lib/server/sessions'
import { entrer, franchirSecondPas } from '@/lib/services/entree/mutations'
import { peutLever } from '@/lib/services/levee-facteurs/access'
import { loadCollegues, loadLevee } from '@/lib/services/levee-facteurs/data'
import {
  approuverLevee,
  demanderLevee,
  leverDepuisLeServeur,
  renoncerLevee,
} from '@/lib/services/levee-facteurs/mutations'
import { demandeLeveeSchema } from '@/lib/services/levee-facteurs/schema'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente, visiteDeTest } from '../support/comptes'
import { donnerApplication, ouvrirSessionDe } from '../support/facteurs'

vi.setConfig({ testTimeout: 60_000 })

const HEURE = 3600_000
let numero = 0
async function agent(role: PorteeGestion['role']): Promise<PorteeGestion> {
  numero += 1
  const email = `leve${numero}@exemple.fr`
  const compte = { role, nom: `Agent ${numero}`, email, motDePasse: BON_MOT_DE_PASSE }
  const compteId = await creerComptePersonnel(SYSTEME, compte, new Date())
  return frapperGestion({ type: 'GESTION', compteId, role })
}

async function perdu() {
  numero += 1
  const email = `perdu${numero}@exemple.fr`
  const personne = await creerPersonne({ email })
  const application = await donnerApplication(personne.compteId)
  return { ...personne, email, application, debut: new Date() }
}
type Perdu = Awaited<ReturnType<typeof perdu>>

const entree = ({ compteId }: Pick<Perdu, 'compteId'>, instant: Date) =>
  ecrire(SYSTEME, (client) =>
    entrer(client, { id: compteId, role: 'ADHERENT' }, 'MOT_DE_PASSE', visiteDeTest({ instant })),
  )
const demander = (par: PorteeGestion, compte: string, instant: Date) =>
  demanderLevee(par, { compte, verifie: ['RAPPEL', 'CARTE'], motif: 'Téléphone volé' }, instant)
const plus = (instant: Date, ms: number) => new Date(instant.getTime() + ms)
const sujetsDe = async (email: string) =>
  (await travauxEnAttente('courriel'))
    .filter(({ contenu }) => contenu.a === email)
    .map(({ contenu }) => contenu.sujet)

describe('T01 : une protection perdue', () => {
  test('S-19 : attend vingt-quatre heures, puis tombe à la connexion suivante ; la personne en est avertie', async () => {
    const qui = await perdu()
    const { secret } = await ouvrirSessionDe(qui.compteId, qui.debut)
    await demander(await agent('GESTIONNAIRE'), qui.compteId, qui.debut)
    expect(await sujetsDe(qui.email)).toContain('On nous a dit que vous avez perdu votre seconde protection')
    expect(await entree(qui, plus(qui.debut, 24 * HEURE - 1000))).toMatchObject({ etat: 'SECOND_PAS' })
    expect(await reconnaitreSession(secret, qui.debut)).not.toBeNull()
    expect(await entree(qui, plus(qui.debut, 24 * HEURE))).toMatchObject({ etat: 'OUVERTE' })
    // What was open before is closed: the thief of the telephone may hold it.
    expect(await reconnaitreSession(secret, qui.debut)).toBeNull()
    expect(await sujetsDe(qui.email)).toContain('Votre seconde protection a été retirée')
  })

  test('tombe aussitôt qu’une seconde personne approuve, jamais par la même', async () => {
    const qui = await perdu()
    const [un, deux] = [await agent('GESTIONNAIRE'), await agent('SUPERVISEUR')]
    await demander(un, qui.compteId, qui.debut)
    await expect(approuverLevee(un, qui.compteId, qui.debut)).rejects.toThrow('une autre personne')
    expect(await entree(qui, qui.debut)).toMatchObject({ etat: 'SECOND_PAS' })
    await approuverLevee(deux, qui.compteId, qui.debut)
    expect(await entree(qui, qui.debut)).toMatchObject({ etat: 'OUVERTE' })
    const actes = await lignes<{ acte: string; par: string }>(
      `SELECT j.acte, j.compte_id AS par FROM journal j JOIN levees_facteurs l ON l.id::text = j.objet_id::text WHERE l.compte_id = $1 ORDER BY j.rang`,
      [qui.compteId],
    )
    expect(actes).toEqual([
      { acte: 'LEVEE_DEMANDEE', par: un.compteId },
      { acte: 'LEVEE_APPROUVEE', par: deux.compteId },
      { acte: 'LEVEE_FAITE', par: qui.compteId },
    ])
  })

  test('n’était pas perdue : se connecter avec elle annule le retrait', async () => {
    const qui = await perdu()
    await demander(await agent('GESTIONNAIRE'), qui.compteId, qui.debut)
    const { secret } = await entree(qui, qui.debut)
    const preuve = { code: qui.application(qui.debut), cle: null }
    await franchirSecondPas(secret, preuve, visiteDeTest({ instant: qui.debut }))
    expect(await entree(qui, plus(qui.debut, 25 * HEURE))).toMatchObject({ etat: 'SECOND_PAS' })
  })

  test('la gestion y renonce : elle reste', async () => {
    const qui = await perdu()
    const un = await agent('GESTIONNAIRE')
    await demander(un, qui.compteId, qui.debut)
    await expect(demander(un, qui.compteId, qui.debut)).rejects.toThrow('déjà demandé')
    await renoncerLevee(un, qui.compteId, qui.debut)
    expect(await entree(qui, plus(qui.debut, 25 * HEURE))).toMatchObject({ etat: 'SECOND_PAS' })
    expect((await loadLevee(un, qui.personneId))?.enCours).toBeNull()
  })

  test('celle d’un collègue n’est retirée que par un administrateur, la sienne par personne d’autre que deux', async () => {
    const collegue = await agent('COMPTABLE')
    await donnerApplication(collegue.compteId)
    const instant = new Date()
    for (const role of ['GESTIONNAIRE', 'SUPERVISEUR', 'COMPTABLE', 'MEDECIN_CONSEIL'] as const)
      await expect(demander(await agent(role), collegue.compteId, instant)).rejects.toThrow('introuvable')
    const admin = await agent('ADMINISTRATEUR')
    await donnerApplication(admin.compteId)
    await expect(demander(admin, admin.compteId, instant)).rejects.toThrow('introuvable')
    await demander(admin, collegue.compteId, instant)
    const vus = await loadCollegues(admin)
    expect(vus.find(({ id }) => id === collegue.compteId)?.levee.enCours).toMatchObject({ sienne: true })
    expect(vus.some(({ id }) => id === admin.compteId)).toBe(false)
  })

  test('le seul administrateur est libéré depuis le serveur ; un adhérent, jamais', async () => {
    const admin = await agent('ADMINISTRATEUR')
    await donnerApplication(admin.compteId)
    const [lu] = await lignes<{ email: string }>('SELECT email FROM comptes WHERE id = $1', [admin.compteId])
    const membre = await perdu()
    expect(await leverDepuisLeServeur(membre.email, new Date())).toBe(false)
    expect(await leverDepuisLeServeur(lu?.email ?? '', new Date())).toBe(true)
    expect(await leverDepuisLeServeur(lu?.email ?? '', new Date())).toBe(false)
    const suite = await ecrire(SYSTEME, (client) =>
      entrer(client, { id: admin.compteId, role: 'ADMINISTRATEUR' }, 'MOT_DE_PASSE', visiteDeTest()),
    )
    expect(suite).toMatchObject({ etat: 'SECOND_PAS', pas: 'ENROLER' })
    expect(await sujetsDe(lu?.email ?? '')).toContain('Votre seconde protection a été retirée')
  })

  test('chaque rôle : un adhérent par la gestion, le personnel par un administrateur', () => {
    expect(peutLever('GESTIONNAIRE', 'ADHERENT')).toBe(true)
    expect(peutLever('SUPERVISEUR', 'ADHERENT')).toBe(true)
    for (const role of ['ADHERENT', 'COMPTABLE', 'MEDECIN_CONSEIL', 'ADMINISTRATEUR'] as const)
      expect([role, peutLever(role, 'ADHERENT')]).toEqual([role, false])
    expect(peutLever('ADMINISTRATEUR', 'ADMINISTRATEUR')).toBe(true)
    expect(peutLever('SUPERVISEUR', 'COMPTABLE')).toBe(false)
  })

  test.each([
    ['une seule vérification', { verifie: 'RAPPEL' }, 'verifie'],
    ['la même deux fois', { verifie: ['RAPPEL', 'RAPPEL'] }, 'verifie'],
    ['aucune', {}, 'verifie'],
    ['une vérification par e-mail, qui n’existe pas', { verifie: ['RAPPEL', 'EMAIL'] }, 'verifie'],
    ['sans raison', { verifie: ['RAPPEL', 'CARTE'], motif: ' ' }, 'motif'],
  ])('%s : refusé', (_cas, autre, champ) => {
    const saisie = { compte: '00000000-0000-4000-8000-000000000001', motif: 'Volé', ...autre }
    const lu = demandeLeveeSchema.safeParse(saisie)
    expect(lu.error?.issues.map(({ path }) => path[0])).toEqual([champ])
  })
})
