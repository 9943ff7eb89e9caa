import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { champEmail, champTexte } from '@/lib/formulaire/champs'
import { type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { creerAction } from '@/lib/server/action'
import { log } from '@/lib/server/log'
import { retenirSession } from '@/lib/server/session'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, visiteDeTest } from '../support/comptes'
import { formulaire, issueDe, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
vi.setConfig({ testTimeout: 30_000 })
beforeEach(() => nouvelleRequete({ 'x-forwarded-for': '192.0.2.1' }))

const faits: unknown[] = []
beforeEach(() => {
  faits.length = 0
})
const noter = async (saisie: unknown): Promise<EtatFormulaire> => {
  faits.push(saisie)
  return { statut: 'FAIT', message: 'fait' }
}
const schema = z.object({ nom: champTexte('Indiquez un nom.', 20), email: champEmail() })
const action = creerAction({ nom: 'essai.noter', politique: 'PUBLIC', schema, run: noter })
const BON = { nom: 'Anne', email: 'anne@exemple.fr' }

describe('une action', () => {
  test('reçoit ce que le schéma a lu, et rien d’autre', async () => {
    const etat = await action(
      VIERGE,
      formulaire({ ...BON, nom: '  Zoe\u0308 ', autre: 'x', $ACTION_ID_1: '' }),
    )
    expect(etat).toEqual({ statut: 'FAIT', message: 'fait' })
    expect(faits).toEqual([{ nom: 'Zoë', email: 'anne@exemple.fr' }])
  })

  test('dit chaque champ à corriger par une phrase, et rend ce qui était tapé', async () => {
    const etat = await action(VIERGE, formulaire({ nom: '', email: 'anne@', motDePasseActuel: 'secret' }))
    expect(etat).toEqual({
      statut: 'ERREUR',
      erreurs: [
        { champ: 'nom', message: 'Indiquez un nom.' },
        {
          champ: 'email',
          message: 'Indiquez une adresse e-mail complète, par exemple prenom.nom@exemple.fr.',
        },
      ],
      valeurs: { nom: '', email: 'anne@' },
    })
    expect(faits).toEqual([])
  })

  test.each<[string, FormData]>([
    ['un champ donné deux fois', formulaire({ ...BON, nom: ['Anne', 'Paul'] })],
    ['un fichier à la place d’un texte', formulaire({ ...BON, nom: new Blob(['x']) })],
    ['un champ absent', formulaire({ email: BON.email })],
    ['un caractère nul', formulaire({ ...BON, nom: 'An\u0000ne' })],
    ['un caractère de commande', formulaire({ ...BON, nom: 'An\u001bne' })],
    ['trop long', formulaire({ ...BON, nom: 'a'.repeat(21) })],
    ['un texte démesuré', formulaire({ ...BON, nom: 'a'.repeat(1_000_000) })],
    [
      'des centaines de champs',
      formulaire({ ...BON, ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`c${i}`, 'x'])) }),
    ],
    ['seulement des espaces', formulaire({ ...BON, nom: ' \u00a0 ' })],
  ])('%s : une erreur claire, rien n’est fait', async (_nom, donnees) => {
    const etat = await action(VIERGE, donnees)
    expect(etat.statut).toBe('ERREUR')
    expect(etat).toMatchObject({ erreurs: [{ message: expect.stringMatching(/^[A-Z0-9«].*\.$/) }] })
    expect(faits).toEqual([])
  })

  test.each([
    [undefined],
    [null],
    ['nom=Anne'],
    [['nom', 'Anne']],
    [{ ...BON }],
    [new Map(Object.entries(BON))],
  ])('%j n’est pas un formulaire : rien n’est fait', async (donnees) => {
    const etat = await Reflect.apply(action, undefined, [VIERGE, donnees])
    expect(etat).toMatchObject({ statut: 'ERREUR', erreurs: [{ champ: '' }] })
    expect(faits).toEqual([])
  })

  test('un champ nommé __proto__ ne touche aucun prototype', async () => {
    await action(VIERGE, formulaire({ ...BON, ['__proto__']: 'x', constructor: 'y' }))
    expect(faits).toEqual([{ nom: 'Anne', email: 'anne@exemple.fr' }])
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  test('une saisie refusée par la commande est dite telle quelle', async () => {
    const refuse = creerAction({
      nom: 'essai.refuser',
      politique: 'PUBLIC',
      schema,
      run: () => Promise.reject(new SaisieRefusee({ champ: 'nom', message: 'Pas ce nom-là.' })),
    })
    expect(await refuse(VIERGE, formulaire(BON))).toMatchObject({
      statut: 'ERREUR',
      erreurs: [{ champ: 'nom', message: 'Pas ce nom-là.' }],
      valeurs: BON,
    })
  })

  test('une panne donne une référence, la même à l’écran et au journal technique, et rien de la panne', async () => {
    const ecrit = vi.spyOn(log, 'error').mockImplementation(() => undefined)
    const casse = creerAction({
      nom: 'essai.casser',
      politique: 'PUBLIC',
      schema,
      run: () => Promise.reject(new Error('duplicate key value violates "comptes"')),
    })
    const etat = await casse(VIERGE, formulaire(BON))
    if (etat.statut !== 'ERREUR') throw new Error('pas d’erreur')
    const reference = /référence ([0-9A-F]{8})/.exec(etat.erreurs[0]?.message ?? '')?.[1]
    expect(reference).toBeDefined()
    expect(ecrit).toHaveBeenCalledWith(expect.objectContaining({ reference, action: 'essai.casser' }))
    expect(JSON.stringify(etat)).not.toContain('duplicate')
    ecrit.mockRestore()
  })

  test('une limite compte les envois de la même adresse', async () => {
    const limite = { libres: 3, fenetreSecondes: 3600, attenteSecondes: () => null }
    const limitee = creerAction({ nom: 'essai.limiter', politique: 'PUBLIC', schema, limite, run: noter })
    for (let i = 0; i < 5; i += 1) await limitee(VIERGE, formulaire(BON))
    expect(faits).toHaveLength(3)
  })
})

describe('la politique d’une action', () => {
  const reservee = creerAction({ nom: 'essai.adherent', politique: 'ADHERENT', schema, run: noter })
  const gestion = creerAction({
    nom: 'essai.gestion',
    politique: { gestion: ['SUPERVISEUR'] },
    schema,
    run: noter,
  })
  const connecte = creerAction({ nom: 'essai.connecte', politique: 'CONNECTE', schema, run: noter })

  test('un inconnu est mené à la connexion, et rien n’est fait', async () => {
    for (const une of [reservee, gestion, connecte])
      expect(await issueDe(une(VIERGE, formulaire(BON)))).toBe('/connexion')
    expect(faits).toEqual([])
  })

  test('un adhérent fait ce qui est aux adhérents et ne trouve pas ce qui est à la gestion', async () => {
    const { code } = await creerPersonne({ email: 'membre@exemple.fr' })
    const { secret, compteId } = await seConnecter(
      { identifiant: code, motDePasse: BON_MOT_DE_PASSE },
      visiteDeTest(),
    )
    await retenirSession(secret, compteId)
    expect(await reservee(VIERGE, formulaire(BON))).toMatchObject({ statut: 'FAIT' })
    expect(await connecte(VIERGE, formulaire(BON))).toMatchObject({ statut: 'FAIT' })
    expect(await issueDe(gestion(VIERGE, formulaire(BON)))).toBe('404')
    expect(faits).toHaveLength(2)
  })
})

describe('les actions de l’application', () => {
  const racine = join(process.cwd(), 'app')
  const fichiers = readdirSync(racine, { recursive: true, encoding: 'utf8' }).filter((chemin) =>
    /(^|\/)actions\.ts$/.test(chemin),
  )

  test('chacune est faite par creerAction, avec une politique et un nom unique', async () => {
    const noms: string[] = []
    for (const fichier of fichiers) {
      const exports: Record<string, unknown> = await import(pathToFileURL(join(racine, fichier)).href)
      for (const [nom, valeur] of Object.entries(exports)) {
        expect([fichier, nom, typeof valeur]).toEqual([fichier, nom, 'function'])
        expect(valeur, `${fichier} ${nom} n'a pas de politique déclarée`).toHaveProperty('politique')
        noms.push(String(Reflect.get(Object(valeur), 'nom')))
      }
    }
    expect(noms.length).toBeGreaterThan(5)
    expect(new Set(noms).size).toBe(noms.length)
  })
})
