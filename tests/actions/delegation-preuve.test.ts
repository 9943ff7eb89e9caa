import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { proposerUneDelegation } from '@/app/adherent/mon-compte/delegations/actions'
import { accorderUneDelegation, inscrireUneMesure } from '@/app/gestion/delegations/actions'
import { VIERGE } from '@/lib/formulaire/etat'
import { SYSTEME } from '@/lib/server/portee'
import { retenirSession } from '@/lib/server/session'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente } from '../support/comptes'
import { donnerApplication, donnerListe, ouvrirSessionDe } from '../support/facteurs'
import { formulaire, issueDe, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.setConfig({ testTimeout: 60_000 })

/** Whoever finds a session open gives nobody the space that it opens. */
let base: pg.Pool
let fermer: () => Promise<void>
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
})
afterAll(() => fermer())
beforeEach(async () => {
  nouvelleRequete({ 'x-forwarded-for': '192.0.2.61' })
  await base.query("DELETE FROM pgboss.job WHERE name = 'courriel'")
})

async function devenir(compteId: string): Promise<void> {
  await retenirSession((await ouvrirSessionDe(compteId)).secret, compteId)
}

let numero = 0
async function membre() {
  numero += 1
  const email = `confie${numero}@exemple.fr`
  const personne = await creerPersonne({ email, prenom: 'Odette', nom: `Fabre${numero}` })
  return { ...personne, email, nom: `Fabre${numero}` }
}

const proposer = (etendue: 'VOIR' | 'DEMANDER' | 'RECEVOIR', preuve: Readonly<Record<string, string>> = {}) =>
  proposerUneDelegation(
    VIERGE,
    formulaire({
      motif: 'AIDANT',
      etendue,
      au: '',
      email: 'proche@exemple.fr',
      numeroAdherent: '',
      prenom: '',
      nom: '',
      ...preuve,
    }),
  )
const donnees = (compteId: string) =>
  lignes<{ etendue: string }>('SELECT etendue::text FROM delegations WHERE auteur_id = $1', [compteId])
/** By address: mails of one transaction have no order. */
const courriels = async () =>
  (await travauxEnAttente('courriel'))
    .map(({ contenu }) => contenu)
    .filter(({ a }) => !a.startsWith('agent-'))
    .sort((x, y) => (x.a < y.a ? -1 : 1))
const MOT = { motDePasse: BON_MOT_DE_PASSE }

describe('A35, S-07 : confier son espace demande de prouver que c’est bien soi', () => {
  test('une session ouverte ne suffit pas, un mauvais mot de passe non plus, rien n’est écrit ni envoyé', async () => {
    const { compteId } = await membre()
    await devenir(compteId)
    expect(JSON.stringify(await proposer('VOIR'))).toContain('Retapez votre mot de passe')
    expect(JSON.stringify(await proposer('VOIR', { motDePasse: 'pas le sien' }))).toContain(
      'Ce n’est pas votre mot de passe',
    )
    expect(await donnees(compteId)).toEqual([])
    expect(await travauxEnAttente('courriel')).toEqual([])
  })

  test('avec son mot de passe, il part ; qui confie en est prévenu à son adresse, sans savoir à qui', async () => {
    const { compteId, email } = await membre()
    await devenir(compteId)
    expect(await issueDe(proposer('DEMANDER', MOT))).toBe('/adherent/mon-compte/delegations?info=proposee')
    expect(await donnees(compteId)).toEqual([{ etendue: 'DEMANDER' }])
    const partis = await courriels()
    expect(partis.map(({ a, sujet }) => [a, sujet])).toEqual([
      [email, 'Quelqu’un est invité à agir dans votre espace'],
      ['proche@exemple.fr', 'On vous propose d’agir pour quelqu’un'],
    ])
    const texte = partis[0]?.texte ?? ''
    expect(texte).toContain('voir, et faire les demandes')
    expect(texte).toContain('/acces-perdu')
    expect(texte).not.toContain('proche@exemple.fr')
  })

  test('le compte des remboursements ne se confie pas par un mot de passe seul', async () => {
    const { compteId } = await membre()
    await devenir(compteId)
    expect(JSON.stringify(await proposer('RECEVOIR', MOT))).toContain('Ajoutez-en une')
    expect(await donnees(compteId)).toEqual([])
    const codes = await donnerListe(compteId)
    expect(JSON.stringify(await proposer('RECEVOIR', MOT))).toContain('code')
    expect(await donnees(compteId)).toEqual([])
    expect(await issueDe(proposer('RECEVOIR', { ...MOT, codeUnique: codes[1] ?? '' }))).toContain('proposee')
    expect(await donnees(compteId)).toEqual([{ etendue: 'RECEVOIR' }])
  })
})

describe('A35, S-07 : le personnel qui donne un droit sur l’espace de quelqu’un prouve que c’est lui', () => {
  async function agent() {
    numero += 1
    const compte = {
      role: 'GESTIONNAIRE' as const,
      nom: 'Claude Morel',
      email: `agent-confie${numero}@exemple.fr`,
      motDePasse: BON_MOT_DE_PASSE,
    }
    const compteId = await creerComptePersonnel(SYSTEME, compte, new Date())
    const code = await donnerApplication(compteId)
    await devenir(compteId)
    return { compteId, code }
  }
  const mesure = (qui: Awaited<ReturnType<typeof membre>>, preuve: Readonly<Record<string, string>>) =>
    inscrireUneMesure(
      VIERGE,
      formulaire({
        numeroAdherent: qui.numeroAdherent,
        prenom: 'Odette',
        nom: qui.nom,
        motif: 'TUTELLE',
        etendue: 'RECEVOIR',
        au: '2030-01-01',
        email: 'tutrice@exemple.fr',
        qui: 'Sa nièce',
        raison: 'Jugement lu',
        ...preuve,
      }),
    )

  test('un jugement ne s’enregistre pas sur un poste laissé ouvert ; la personne protégée en est prévenue', async () => {
    const protegee = await membre()
    const { compteId, code } = await agent()
    for (const preuve of [{}, MOT]) expect(await mesure(protegee, preuve)).toMatchObject({ statut: 'ERREUR' })
    expect(await donnees(compteId)).toEqual([])
    expect(await issueDe(mesure(protegee, { ...MOT, codeUnique: code(new Date()) }))).toBe(
      '/gestion/delegations?info=inscrite',
    )
    expect(await donnees(compteId)).toEqual([{ etendue: 'RECEVOIR' }])
    expect((await courriels()).map(({ a, sujet }) => [a, sujet])).toEqual([
      [protegee.email, 'Quelqu’un va pouvoir agir dans votre espace'],
      ['tutrice@exemple.fr', 'On vous propose d’agir pour quelqu’un'],
    ])
  })

  test('une demande ne s’accorde pas davantage', async () => {
    const [parent, protegee] = [await membre(), await membre()]
    const [demande] = await lignes<{ id: string }>(
      `INSERT INTO delegations (motif, etendue, etat, delegue_id, auteur_id, designation, du, proposee_le)
        VALUES ('TUTELLE', 'DEMANDER', 'PROPOSEE', $1, $1, '{}', '2026-11-15', now()) RETURNING id`,
      [parent.compteId],
    )
    const { code } = await agent()
    const accorder = (preuve: Readonly<Record<string, string>>) =>
      accorderUneDelegation(
        VIERGE,
        formulaire({
          delegation: demande?.id ?? '',
          protege: protegee.personneId,
          etendue: 'RECEVOIR',
          au: '2030-01-01',
          raison: 'Jugement lu',
          ...preuve,
        }),
      )
    const etat = async () =>
      (await lignes<{ etat: string }>('SELECT etat FROM delegations WHERE id = $1', [demande?.id]))[0]?.etat
    expect(JSON.stringify(await accorder({}))).toContain('Retapez votre mot de passe')
    expect(await etat()).toBe('PROPOSEE')
    expect(await issueDe(accorder({ ...MOT, codeUnique: code(new Date()) }))).toContain('accordee')
    expect(await etat()).toBe('ACTIVE')
  })
})
