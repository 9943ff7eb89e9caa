import { NextRequest } from 'next/server'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { GET as telechargerDepot } from '@/app/gestion/depots/[depot]/telecharger/route'
import { GET as telechargerDocument } from '@/app/gestion/documents/[id]/telecharger/route'
import { champTexte } from '@/lib/formulaire/champs'
import { VIERGE } from '@/lib/formulaire/etat'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { creerAction } from '@/lib/server/action'
import { SYSTEME } from '@/lib/server/portee'
import { exigerAdherent, exigerGestion, retenirSession } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { seConnecter, seDeconnecter } from '@/lib/services/connexion/mutations'
import { franchirSecondPas } from '@/lib/services/entree/mutations'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { proxy } from '@/proxy'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, visiteDeTest } from '../support/comptes'
import { donnerApplication } from '../support/facteurs'
import { formulaire, issueDe, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))

const REQUETE = '3f0d8a52-7d0c-4c5e-9f0e-0a1b2c3d4e5f'
let numero = 0

async function entrer(quoi: 'ADHERENT' | 'COMPTABLE') {
  numero += 1
  const email = `journal${numero}@exemple.fr`
  const compteId =
    quoi === 'ADHERENT'
      ? (await creerPersonne({ email })).compteId
      : await creerComptePersonnel(
          SYSTEME,
          { role: quoi, nom: 'Camille Compte', email, motDePasse: BON_MOT_DE_PASSE },
          new Date(),
        )
  nouvelleRequete({ 'x-portail-chemin': '/gestion/tarifs?secret=oui', 'x-portail-requete': REQUETE })
  const visite = visiteDeTest({ adresse: `198.51.100.${numero}` })
  const application = quoi === 'ADHERENT' ? null : await donnerApplication(compteId)
  const entree = await seConnecter({ identifiant: email, motDePasse: BON_MOT_DE_PASSE }, visite)
  // The staff goes through the second door too.
  const { secret } =
    application === null
      ? entree
      : await franchirSecondPas(entree.secret, { code: application(visite.instant), cle: null }, visite)
  await retenirSession(secret, compteId)
  return compteId
}

interface LigneEcrite extends Record<string, unknown> {
  readonly acte: string
}
const ecrites = (compteId: string) =>
  lignes<LigneEcrite>(
    `SELECT acte, role, objet_type AS type, objet_id AS id, resultat, requete FROM journal WHERE compte_id = $1 ORDER BY rang`,
    [compteId],
  )

beforeEach(() => nouvelleRequete())

describe('le journal dit qui, quoi, sur quoi, avec quel résultat, quand et dans quelle requête (S-54)', () => {
  test('une connexion et une déconnexion', async () => {
    const compteId = await entrer('ADHERENT')
    const { sessionCourante } = await import('@/lib/server/session')
    const session = await sessionCourante()
    if (session !== null) await seDeconnecter(session, new Date())
    expect(await ecrites(compteId)).toEqual([
      {
        acte: 'CONNEXION',
        role: 'ADHERENT',
        type: 'compte',
        id: compteId,
        resultat: 'FAIT',
        requete: REQUETE,
      },
      {
        acte: 'DECONNEXION',
        role: 'ADHERENT',
        type: 'session',
        id: session?.sessionId,
        resultat: 'FAIT',
        requete: REQUETE,
      },
    ])
    const [quand] = await lignes(`SELECT pg_typeof(moment)::text AS t FROM journal LIMIT 1`)
    expect(quand).toEqual({ t: 'timestamp with time zone' })
  })

  test('une page d’un autre rôle, ou d’un autre espace : un refus, avec son chemin sans ses paramètres', async () => {
    const comptable = await entrer('COMPTABLE')
    expect(await issueDe(exigerGestion('SUPERVISEUR', 'ADMINISTRATEUR'))).toBe('404')
    expect(await issueDe(exigerAdherent())).toBe('404')
    const adherent = await entrer('ADHERENT')
    expect(await issueDe(exigerGestion())).toBe('404')
    const refus = {
      acte: 'ACCES_REFUSE',
      type: 'page',
      id: '/gestion/tarifs',
      resultat: 'REFUSE',
      requete: REQUETE,
    }
    expect((await ecrites(comptable)).slice(-2)).toEqual([
      { ...refus, role: 'COMPTABLE' },
      { ...refus, role: 'COMPTABLE' },
    ])
    expect((await ecrites(adherent)).slice(-1)).toEqual([{ ...refus, role: 'ADHERENT' }])
  })

  test('un objet qui n’est pas le sien est un refus au journal, et « introuvable » à l’écran', async () => {
    const adherent = await entrer('ADHERENT')
    expect(await issueDe(exigerAdherent().then(refuserPage))).toBe('404')
    expect((await ecrites(adherent)).at(-1)).toMatchObject({ acte: 'ACCES_REFUSE', resultat: 'REFUSE' })
  })

  test('un téléchargement refusé au personnel est au journal', async () => {
    const comptable = await entrer('COMPTABLE')
    const visee = { params: Promise.resolve({ id: REQUETE, depot: REQUETE }) }
    const requete = new Request('http://localhost:3000/gestion/documents/x/telecharger')
    expect(await issueDe(telechargerDocument(requete, visee))).toBe('404')
    expect(await issueDe(telechargerDepot(requete, visee))).toBe('404')
    expect((await ecrites(comptable)).map(({ acte }) => acte)).toEqual([
      'COMPTE_CREE',
      'FACTEUR_AJOUTE',
      // By the password alone, on a device that nobody knows.
      'PREMIER_PAS',
      'CONNEXION',
      'ACCES_REFUSE',
      'ACCES_REFUSE',
    ])
  })

  test('une lecture de ce qui est à quelqu’un d’autre porte son objet', async () => {
    const comptable = await entrer('COMPTABLE')
    await noterLecture(await exigerGestion(), 'DOCUMENT_TELECHARGE', {
      objetType: 'document',
      objetId: REQUETE,
    })
    expect((await ecrites(comptable)).at(-1)).toEqual({
      acte: 'DOCUMENT_TELECHARGE',
      role: 'COMPTABLE',
      type: 'document',
      id: REQUETE,
      resultat: 'FAIT',
      requete: REQUETE,
    })
  })

  test('une action refusée par la commande est au journal, une saisie à corriger n’y est pas', async () => {
    const adherent = await entrer('ADHERENT')
    const action = creerAction({
      nom: 'essai.refuser',
      politique: 'ADHERENT',
      schema: z.object({ nom: champTexte('Un nom.') }),
      run: () => Promise.reject(new SaisieRefusee({ champ: '', message: 'Introuvable.' })),
    })
    await action(VIERGE, formulaire({ nom: '' }))
    expect(await ecrites(adherent)).toHaveLength(1)
    await action(VIERGE, formulaire({ nom: 'Anne' }))
    expect((await ecrites(adherent)).at(-1)).toEqual({
      acte: 'ACTION_REFUSEE',
      role: 'ADHERENT',
      type: 'action',
      id: 'essai.refuser',
      resultat: 'REFUSE',
      requete: REQUETE,
    })
  })

  test('un mot de passe faux, un compte suspendu : le refus est au journal', async () => {
    const { compteId } = await creerPersonne({ email: 'suspendu@exemple.fr', statut: 'SUSPENDU' })
    for (const motDePasse of ['faux', BON_MOT_DE_PASSE])
      await seConnecter({ identifiant: 'suspendu@exemple.fr', motDePasse }, visiteDeTest()).catch(() => null)
    expect((await ecrites(compteId)).map(({ acte, resultat }) => `${acte} ${resultat}`)).toEqual([
      'CONNEXION_REFUSEE REFUSE',
      'CONNEXION_REFUSEE REFUSE',
    ])
  })
})

describe('le numéro de la requête (S-54)', () => {
  const passer = (entetes: Record<string, string> = {}) =>
    proxy(new NextRequest('http://localhost:3000/connexion', { headers: entetes })).headers.get(
      'x-middleware-request-x-portail-requete',
    )

  test('est donné à l’entrée, différent à chaque fois, quoi qu’en dise le client', () => {
    const numeros = [passer(), passer(), passer({ 'x-portail-requete': 'invente' })]
    for (const un of numeros) expect(un).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(new Set(numeros).size).toBe(3)
  })
})
