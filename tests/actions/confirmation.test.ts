import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as coordonnees from '@/app/adherent/coordonnees/actions'
import * as prelevement from '@/app/adherent/cotisations/prelevement/actions'
import * as delegations from '@/app/adherent/mon-compte/delegations/actions'
import * as dossiers from '@/app/gestion/adherents/actions'
import * as representants from '@/app/gestion/delegations/actions'
import * as paiements from '@/app/gestion/paiements/actions'
import * as acces from '@/app/securite/acces/actions'
import * as securite from '@/app/securite/actions'
import * as levee from '@/app/securite/levee/actions'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { SYSTEME } from '@/lib/server/portee'
import { acteurCourant, retenirSession, sessionCourante } from '@/lib/server/session'
import { reconnaitreSession } from '@/lib/server/sessions'
import { estFraiche } from '@/lib/services/facteur/access'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { ibanDeTest } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente } from '../support/comptes'
import { applicationDe, donnerApplication, donnerListe, ouvrirSessionDe } from '../support/facteurs'
import { cookiesPoses, formulaire, nouvelleRequete, poserCookieBrut } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.setConfig({ testTimeout: 60_000 })

let base: pg.Pool
let fermer: () => Promise<void>
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
})
afterAll(() => fermer())
beforeEach(() => nouvelleRequete({ 'x-forwarded-for': '192.0.2.60' }))

let numero = 0
async function membre(): Promise<{ compteId: string; email: string }> {
  numero += 1
  const email = `confirme${numero}@exemple.fr`
  return { ...(await creerPersonne({ email })), email }
}
async function agent(role: 'COMPTABLE' | 'GESTIONNAIRE' | 'ADMINISTRATEUR'): Promise<string> {
  numero += 1
  const email = `agent${numero}@exemple.fr`
  const compte = { role, nom: 'Agent', email, motDePasse: BON_MOT_DE_PASSE }
  return creerComptePersonnel(SYSTEME, compte, new Date())
}

/** The request comes from this account, whose identity was proven in this session `secondes` ago; null: not at all. */
async function devenir(compteId: string, secondes: number | null, avecFacteur = true): Promise<string> {
  const { secret, session } = await ouvrirSessionDe(compteId)
  if (secondes !== null)
    await base.query(
      `UPDATE sessions SET reconfirmee_le = now() - make_interval(secs => $2), reconfirmee_facteur = $3 WHERE id = $1`,
      [session.sessionId, secondes, avecFacteur],
    )
  await retenirSession(secret, compteId)
  return secret
}

const UUID = '00000000-0000-4000-8000-000000000001'
const uneAdhesion = { adhesion: UUID, accord: 'oui' }
const rib = () => ({
  adhesion: UUID,
  version: '0',
  titulaire: 'Ana Ruiz',
  iban: ibanDeTest(3),
  bic: '',
  justificatif: new File(['x'], 'rib.pdf'),
})

const espaceConfie = (etendue: 'VOIR' | 'RECEVOIR') => ({
  motif: 'AIDANT',
  etendue,
  au: '',
  email: 'proche@exemple.fr',
  numeroAdherent: '',
  prenom: '',
  nom: '',
})
const accord = () => ({
  delegation: UUID,
  protege: UUID,
  etendue: 'RECEVOIR',
  au: '2030-01-01',
  raison: 'Jugement lu',
})
const mesure = () => ({
  numeroAdherent: '0001',
  prenom: 'Odette',
  nom: 'Fabre',
  motif: 'TUTELLE',
  etendue: 'RECEVOIR',
  au: '2030-01-01',
  email: 'tutrice@exemple.fr',
  qui: 'Sa nièce',
  raison: 'Jugement lu',
})

type Cas = readonly [
  string,
  'MEMBRE' | 'COMPTABLE' | 'GESTIONNAIRE',
  ActionFormulaire<never>,
  () => Parameters<typeof formulaire>[0],
]
const sansReponse = (action: unknown): ActionFormulaire<never> => action as ActionFormulaire<never>

/** Money, e-mail, RIB, phone, factors, one's whole space: every act that asks who is there. */
const ACTES: readonly Cas[] = [
  ['changer l’e-mail', 'MEMBRE', coordonnees.demanderNouveauCourriel, () => ({ email: 'neuf@exemple.fr' })],
  ['changer le RIB', 'MEMBRE', coordonnees.enregistrerRib, rib],
  [
    'changer les téléphones',
    'MEMBRE',
    coordonnees.enregistrerTelephones,
    () => ({ version: '0', mobile: '0612345678', fixe: '' }),
  ],
  [
    'signer un mandat',
    'MEMBRE',
    prelevement.signerMonMandat,
    () => ({
      ...uneAdhesion,
      rythme: 'MENSUELLE',
      jour: '6',
      titulaire: 'Ana',
      iban: ibanDeTest(3),
      lieu: 'Rennes',
    }),
  ],
  ['arrêter un mandat', 'MEMBRE', prelevement.arreterMonPrelevement, () => uneAdhesion],
  ['préparer un lot', 'COMPTABLE', paiements.preparerLot, () => ({ executionLe: '2026-11-17' })],
  ['contrôler un lot', 'COMPTABLE', paiements.validerUnLot, () => ({ lot: UUID })],
  [
    'payer un professionnel ailleurs',
    'COMPTABLE',
    paiements.saisirRibTiers,
    () => ({ tiers: UUID, iban: ibanDeTest(3) }),
  ],
  ['commencer une application', 'MEMBRE', securite.commencerMonApplication, () => ({ nature: 'TOTP' })],
  [
    'ajouter une application',
    'MEMBRE',
    securite.ajouterMonApplication,
    () => ({ codeApplication: '123456' }),
  ],
  ['créer une liste', 'MEMBRE', sansReponse(securite.creerMesCodes), () => ({ nature: 'CODES' })],
  ['ajouter une liste', 'MEMBRE', securite.ajouterMaListe, () => ({ codeListe: 'ABCDE-FGHJK' })],
  ['ajouter une clé', 'MEMBRE', securite.ajouterMaCle, () => ({ nom: 'Ici', cleAcces: '{}' })],
  ['préparer une clé', 'MEMBRE', sansReponse(securite.preparerUneCle), () => ({ defi: 'oui' })],
  ['retirer une protection', 'MEMBRE', securite.retirerUnFacteur, () => ({ facteur: UUID })],
  [
    'demander une levée',
    'GESTIONNAIRE',
    levee.demanderUneLevee,
    () => ({ compte: UUID, verifie: ['RAPPEL', 'CARTE'], motif: 'Téléphone volé' }),
  ],
  ['approuver une levée', 'GESTIONNAIRE', levee.approuverUneLevee, () => ({ compte: UUID })],
  ['envoyer un nouveau code d’accès', 'GESTIONNAIRE', dossiers.envoyerUnCode, () => ({ personne: UUID })],
  ['renoncer à une levée', 'GESTIONNAIRE', levee.renoncerAUneLevee, () => ({ compte: UUID })],
  ...(['FERMER', 'SUSPENDRE'] as const).map(
    (coupure): Cas => [
      `couper un accès (${coupure})`,
      'GESTIONNAIRE',
      acces.couperUnAcces,
      () => ({ compte: UUID, coupure, motif: 'Ce n’était pas vous' }),
    ],
  ),
  [
    'rouvrir un accès',
    'GESTIONNAIRE',
    acces.rouvrirUnAcces,
    () => ({ compte: UUID, motif: 'Identité vérifiée' }),
  ],
  ['confier son espace', 'MEMBRE', delegations.proposerUneDelegation, () => espaceConfie('VOIR')],
  [
    'confier son espace et le compte des remboursements',
    'MEMBRE',
    delegations.proposerUneDelegation,
    () => espaceConfie('RECEVOIR'),
  ],
  ['accorder une représentation', 'GESTIONNAIRE', representants.accorderUneDelegation, accord],
  ['enregistrer un jugement', 'GESTIONNAIRE', representants.inscrireUneMesure, mesure],
]

/** What says that the act asked who is there. */
const DEMANDES = /Retapez votre mot de passe|confirmez de nouveau que c’est vous/

async function tenter([, qui, action, champs]: Cas, secondes: number | null, avecFacteur = true) {
  const compteId = qui === 'MEMBRE' ? (await membre()).compteId : await agent(qui)
  await donnerListe(compteId)
  await devenir(compteId, secondes, avecFacteur)
  const [avant] = await lignes<{ n: number }>('SELECT coalesce(max(rang), 0)::int AS n FROM journal')
  const etat = await action(VIERGE, formulaire(champs())).catch((erreur: unknown) => String(erreur))
  const ecrites = await lignes<{ acte: string; qui: string; quoi: string; resultat: string }>(
    'SELECT acte, compte_id AS qui, objet_id AS quoi, resultat FROM journal WHERE rang > $1 ORDER BY rang',
    [avant?.n ?? 0],
  )
  const refus = {
    acte: 'ACTION_REFUSEE',
    qui: compteId,
    quoi: Reflect.get(action, 'nom'),
    resultat: 'REFUSE',
  }
  return { dit: JSON.stringify(etat), ecrites, refus }
}

describe('S-07 : l’argent, l’e-mail, le RIB, le téléphone et les protections demandent une identité de moins de cinq minutes', () => {
  test.each(ACTES)('%s : jamais confirmée, refusé, rien n’est écrit que le refus', async (...cas) => {
    const { dit, ecrites, refus } = await tenter(cas, null)
    expect(dit).toMatch(DEMANDES)
    expect(ecrites).toEqual([refus])
  })

  test.each(ACTES)(
    '%s : confirmée il y a 5 min 1 s, refusé, rien n’est écrit que le refus',
    async (...cas) => {
      const { dit, ecrites, refus } = await tenter(cas, 301)
      expect(dit).toMatch(DEMANDES)
      expect(ecrites).toEqual([refus])
    },
  )

  test.each(ACTES)('%s : confirmée sans la protection du compte, refusé', async (...cas) => {
    expect((await tenter(cas, 10, false)).dit).toMatch(DEMANDES)
  })

  test.each(ACTES)('%s : confirmée il y a 4 min 30 s, plus rien n’est demandé', async (...cas) => {
    expect((await tenter(cas, 270)).dit).not.toMatch(DEMANDES)
  })

  test.each([
    [-1, false],
    [0, true],
    [299_999, true],
    [300_000, false],
  ])('la fraîcheur %i ms après : %s', (ms, attendu) => {
    const le = new Date('2026-11-22T10:00:00Z')
    expect(estFraiche({ le, facteur: true }, true, new Date(le.getTime() + ms))).toBe(attendu)
    expect(estFraiche({ le, facteur: false }, true, new Date(le.getTime() + ms))).toBe(false)
    expect(estFraiche({ le, facteur: false }, false, new Date(le.getTime() + ms))).toBe(attendu)
    expect(estFraiche(null, false, le)).toBe(false)
  })

  test('sans protection, un membre ne change ni e-mail ni RIB, même avec son mot de passe', async () => {
    const { compteId } = await membre()
    await devenir(compteId, 10, false)
    const mot = { motDePasse: BON_MOT_DE_PASSE }
    for (const etat of [
      await coordonnees.demanderNouveauCourriel(VIERGE, formulaire({ email: 'neuf@exemple.fr', ...mot })),
      await coordonnees.enregistrerRib(VIERGE, formulaire({ ...rib(), ...mot })),
    ])
      expect(JSON.stringify(etat)).toContain('Ajoutez-en une')
    expect(await lignes('SELECT 1 FROM changements_courriel WHERE compte_id = $1', [compteId])).toEqual([])
    expect(await lignes('SELECT 1 FROM changements_rib WHERE compte_id = $1', [compteId])).toEqual([])
  })

  test('une mauvaise preuve est refusée même quand aucune n’était demandée', async () => {
    const { compteId } = await membre()
    await devenir(compteId, 10, false)
    const champs = { version: '0', mobile: '0612345678', fixe: '', motDePasse: 'pas le mien' }
    const etat = await coordonnees.enregistrerTelephones(VIERGE, formulaire(champs))
    expect(JSON.stringify(etat)).toContain('Ce n’est pas votre mot de passe')
  })
})

const cookieDeSession = () => cookiesPoses().find(({ name }) => name === 'portail-session')?.value ?? ''

describe('S-04 : l’identifiant de session change quand l’identité est confirmée', () => {
  test('le nouveau est frais ; l’ancien ne l’est pas, et meurt dès que le nouveau a servi', async () => {
    const { compteId } = await membre()
    const ancien = await devenir(compteId, null)
    const avant = cookieDeSession()
    const sessionId = (await sessionCourante())?.sessionId
    await securite.confirmerQueCestMoi(VIERGE, formulaire({ motDePasse: BON_MOT_DE_PASSE }))
    const apres = cookieDeSession()
    expect(apres).not.toBe(avant)
    // The answer may have been lost: for a minute the former secret opens, and proves nothing.
    expect((await reconnaitreSession(ancien, new Date()))?.reconfirmation).toBeNull()
    expect(await reconnaitreSession(ancien, new Date(Date.now() + 61_000))).toBeNull()
    const session = await sessionCourante()
    expect(session?.sessionId).toBe(sessionId)
    expect(session?.reconfirmation).toMatchObject({ facteur: false })
    expect(await reconnaitreSession(ancien, new Date())).toBeNull()
    poserCookieBrut('portail-session', avant)
    expect(await acteurCourant()).toBeNull()
  })
})

describe('S-03, S-19 : changer ses protections ferme les autres sessions et renouvelle celle-ci', () => {
  test.each([['une application'], ['une liste'], ['un retrait']])('%s', async (quoi) => {
    const { compteId, email } = await membre()
    const codes = quoi === 'un retrait' ? await donnerListe(compteId) : []
    const autre = await ouvrirSessionDe(compteId)
    const ancien = await devenir(compteId, 10, codes.length > 0)
    const etat = await changer(quoi, compteId)
    expect(etat).toMatchObject({ statut: 'FAIT' })
    expect(await reconnaitreSession(autre.secret, new Date())).toBeNull()
    expect(await reconnaitreSession(ancien, new Date())).toBeNull()
    expect(await acteurCourant()).toMatchObject({ compteId })
    // S-19: the owner is told.
    const dits = (await travauxEnAttente('courriel'))
      .filter(({ contenu }) => contenu.a === email)
      .map(({ contenu }) => contenu.sujet)
    expect(dits.at(-1)).toBe(
      `Une seconde protection a été ${quoi === 'un retrait' ? 'retirée de' : 'ajoutée à'} votre compte`,
    )
    // Nothing is asked again within the same five minutes, which the change does not make longer.
    const reconfirmation = (await sessionCourante())?.reconfirmation
    expect(reconfirmation?.facteur).toBe(true)
    expect(Date.now() - (reconfirmation?.le.getTime() ?? 0)).toBeGreaterThanOrEqual(10_000)
  })

  async function changer(quoi: string, compteId: string) {
    if (quoi === 'une application') {
      await securite.commencerMonApplication(VIERGE, formulaire({ nature: 'TOTP' }))
      const codeApplication = (await applicationDe(compteId))(new Date())
      return securite.ajouterMonApplication(VIERGE, formulaire({ codeApplication }))
    }
    if (quoi === 'une liste') {
      const cree = await securite.creerMesCodes(VIERGE, formulaire({ nature: 'CODES' }))
      if (cree.statut !== 'REPONSE') throw new Error('pas de liste')
      return securite.ajouterMaListe(VIERGE, formulaire({ codeListe: cree.reponse.codes[2] ?? '' }))
    }
    const [facteur] = await lignes<{ id: string }>(
      'SELECT id FROM facteurs WHERE compte_id = $1 AND confirme_le IS NOT NULL AND retire_le IS NULL',
      [compteId],
    )
    return securite.retirerUnFacteur(VIERGE, formulaire({ facteur: facteur?.id ?? '' }))
  }

  test('le personnel ne retire pas sa dernière protection', async () => {
    const compteId = await agent('COMPTABLE')
    await donnerApplication(compteId)
    await devenir(compteId, 10)
    const [facteur] = await lignes<{ id: string }>('SELECT id FROM facteurs WHERE compte_id = $1', [compteId])
    const etat = await securite.retirerUnFacteur(VIERGE, formulaire({ facteur: facteur?.id ?? '' }))
    expect(JSON.stringify(etat)).toContain('Votre rôle demande toujours une seconde protection')
    expect(
      await lignes('SELECT 1 FROM facteurs WHERE compte_id = $1 AND retire_le IS NULL', [compteId]),
    ).toHaveLength(1)
  })
})
