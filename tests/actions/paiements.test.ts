import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as actions from '@/app/gestion/paiements/actions'
import { VIERGE } from '@/lib/formulaire/etat'
import { SYSTEME } from '@/lib/server/portee'
import { retenirSession } from '@/lib/server/session'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { franchirSecondPas } from '@/lib/services/entree/mutations'
import { emettreLotDemande } from '@/lib/services/paiement/mutations'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { comptable, ibanDeTest, installerAdherents, recevoirEtLiquider, rejets } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE, lignes, visiteDeTest } from '../support/comptes'
import { donnerApplication } from '../support/facteurs'
import { consultation } from '../support/flux-de-test'
import { formulaire, issueDe, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.setConfig({ testTimeout: 60_000 })

let base: pg.Pool
let fermer: () => Promise<void>

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(3)
  await comptable('Ines')
  await comptable('Paul')
  await creerComptePersonnel(
    SYSTEME,
    { role: 'GESTIONNAIRE', nom: 'Luc', email: 'luc@exemple.fr', motDePasse: BON_MOT_DE_PASSE },
    new Date(),
  )
  const tiers = consultation('T1', 2, { reglement: { date: '2026-03-12', destinataire: 'PROFESSIONNEL' } })
  await recevoirEtLiquider('F1', [consultation('G1', 1), tiers])
})
afterAll(() => fermer())
beforeEach(() => nouvelleRequete({ 'x-forwarded-for': '192.0.2.50' }))

const applications = new Map<string, (instant: Date) => string>()
/** A code serves once: each person takes the next one of their application, on a device of its own clock. */
let code = ''

/** From now on the request comes from that person, by both steps of the door; their next code is at hand. */
async function devenir(email: string): Promise<void> {
  const [compte] = await lignes<{ id: string }>('SELECT id FROM comptes WHERE email = $1', [email])
  const compteId = compte?.id ?? ''
  const application = applications.get(email) ?? (await donnerApplication(compteId))
  applications.set(email, application)
  // As if the last code had served long ago, so that the test waits for no clock.
  await base.query(`UPDATE facteurs SET dernier_pas = 1 WHERE compte_id = $1`, [compteId])
  const entree = await seConnecter({ identifiant: email, motDePasse: BON_MOT_DE_PASSE }, visiteDeTest())
  const avant = new Date(Date.now() - 30_000)
  const preuve = { code: application(avant), cle: null }
  const { secret } = await franchirSecondPas(entree.secret, preuve, visiteDeTest())
  await retenirSession(secret, compteId)
  code = application(new Date())
}

const messages = (etat: Awaited<ReturnType<typeof actions.preparerLot>>): string =>
  etat.statut === 'ERREUR' ? etat.erreurs.map((e) => `${e.champ}: ${e.message}`).join(' | ') : etat.statut
const mot = () => ({ motDePasse: BON_MOT_DE_PASSE, codeUnique: code })

/** PORTAIL_TODAY is 15 November 2026, a Sunday; the 17th is a Tuesday. */
const preparer = (plus: Record<string, string> = {}) =>
  actions.preparerLot(VIERGE, formulaire({ executionLe: '2026-11-17', ...mot(), ...plus }))

async function lotEnCours(): Promise<string> {
  const { rows } = await base.query('SELECT id FROM lots_bancaires ORDER BY prepare_le DESC LIMIT 1')
  return rows[0]?.id ?? ''
}

describe('les gestes des paiements', () => {
  test('sont fermés à qui n’est pas comptable, superviseur ou administrateur', async () => {
    await devenir('luc@exemple.fr')
    for (const action of Object.values(actions)) {
      expect(action.politique).toEqual({ gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] })
      expect(await issueDe(action(VIERGE, formulaire({})))).toBe('404')
    }
  })

  test.each([
    ['un samedi', { executionLe: '2026-11-21' }, 'executionLe: Les banques ne règlent pas ce jour-là'],
    ['un jour passé', { executionLe: '2026-11-13' }, 'executionLe: Ce jour est passé'],
    ['dans deux mois', { executionLe: '2027-01-15' }, 'executionLe: Choisissez un jour dans les trente'],
    ['un jour qui n’existe pas', { executionLe: '2026-11-31' }, 'executionLe: Indiquez le jour'],
    ['sans mot de passe', { motDePasse: '' }, 'motDePasse: Retapez votre mot de passe'],
    ['sans code', { codeUnique: '' }, 'codeUnique: Tapez le code'],
    ['avec un autre code', { codeUnique: '12345' }, 'codeUnique: Ce code n’est pas le bon'],
    [
      'avec un autre mot de passe',
      { motDePasse: 'pas le mien du tout' },
      'motDePasse: Ce n’est pas votre mot de passe',
    ],
  ])('préparer %s est refusé par une phrase, et rien n’est écrit', async (_nom, plus, attendu) => {
    await devenir('ines@exemple.fr')
    expect(messages(await preparer(plus))).toContain(attendu)
    expect(await lotEnCours()).toBe('')
  })

  test('mènent un lot de sa préparation à son fichier, à deux, puis lisent ce qui revient', async () => {
    await devenir('ines@exemple.fr')
    const vers = await issueDe(preparer())
    const lot = await lotEnCours()
    expect(vers).toBe(`/gestion/paiements/${lot}`)
    // S-07: proven a moment ago in this session, nothing is asked again.
    expect(messages(await actions.validerUnLot(VIERGE, formulaire({ lot })))).toContain(
      'une autre personne doit le contrôler',
    )
    expect(messages(await actions.emettreUnLot(VIERGE, formulaire({ lot })))).toContain('déjà changé d’état')

    await devenir('paul@exemple.fr')
    // S-26: what the first person proved does nothing for the second.
    expect(messages(await actions.validerUnLot(VIERGE, formulaire({ lot })))).toBe(
      'motDePasse: Retapez votre mot de passe pour confirmer que c’est bien vous. | codeUnique: Tapez le code à 6 chiffres de votre application, ou un code de votre liste imprimée.',
    )
    expect(
      messages(
        await actions.validerUnLot(
          VIERGE,
          formulaire({ lot, motDePasse: 'pas le mien du tout', codeUnique: code }),
        ),
      ),
    ).toContain('Ce n’est pas votre mot de passe')
    expect(messages(await actions.validerUnLot(VIERGE, formulaire({ lot, ...mot() })))).toBe('FAIT')
    expect(messages(await actions.emettreUnLot(VIERGE, formulaire({ lot })))).toBe('FAIT')
    const { rows: demandes } = await base.query(
      `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'banque'`,
    )
    expect(demandes).toEqual([{ n: 1 }])
    await emettreLotDemande({ id: 'x', contenu: { lotId: lot } })
    await emettreLotDemande({ id: 'x', contenu: { lotId: lot } })
    const { rows } = await base.query(
      `SELECT l.etat, l.msg_id, o.end_to_end_id, o.montant::int FROM lots_bancaires l JOIN ordres_bancaires o ON o.lot_id = l.id`,
    )
    // The professional has no account yet: only the member is paid.
    expect(rows).toMatchObject([{ etat: 'EMIS', montant: 900 }])

    const refus = rejets(rows[0].msg_id, [{ endToEndId: rows[0].end_to_end_id, code: 'AC04' }])
    const envoyer = () =>
      actions.lireFichierBanque(VIERGE, formulaire({ fichier: new File([new Uint8Array(refus)], 'r.xml') }))
    expect(await envoyer()).toEqual({ statut: 'FAIT', message: 'Fichier lu : 1 paiement revenu.' })
    expect(await envoyer()).toEqual({
      statut: 'FAIT',
      message: 'Fichier lu : 0 paiements revenus, 1 retour que nous connaissions déjà.',
    })
    const illisible = new File(['bonjour'], 'r.txt')
    expect(messages(await actions.lireFichierBanque(VIERGE, formulaire({ fichier: illisible })))).toBe(
      'fichier: Ce fichier n’est ni un pain.002, ni un camt.053 ou camt.054, ni un relevé CFONB 120. Rien n’a été écrit.',
    )
  })

  test('n’enregistrent un compte que juste, et le paient alors', async () => {
    await devenir('ines@exemple.fr')
    const { rows } = await base.query('SELECT id FROM tiers')
    const saisir = (iban: string) =>
      actions.saisirRibTiers(VIERGE, formulaire({ tiers: rows[0].id, iban, ...mot() }))
    expect(messages(await saisir(ibanDeTest(7).replace(/.$/, '0')))).toContain('iban: ')
    const iban = ibanDeTest(7)
    expect(await saisir(iban.replace(/(.{4})/g, '$1 '))).toEqual({
      statut: 'FAIT',
      message: `Compte enregistré : il finit par ${iban.slice(-4)}.`,
    })
    const encore = formulaire({ executionLe: '2026-11-17' })
    expect(await issueDe(actions.preparerLot(VIERGE, encore))).toContain('/gestion/paiements/')
    const lot = await lotEnCours()
    expect(messages(await actions.abandonnerUnLot(VIERGE, formulaire({ lot })))).toBe('FAIT')
    expect(messages(await actions.validerUnLot(VIERGE, formulaire({ lot })))).toContain('déjà changé d’état')
  })
})
