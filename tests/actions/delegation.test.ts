import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { commencerAAgir } from '@/app/adherent/agir/actions'
import { POST as revenirChezSoi } from '@/app/adherent/agir/revenir/route'
import { enregistrerRib } from '@/app/adherent/coordonnees/actions'
import { preparerCopie } from '@/app/adherent/mon-compte/mes-donnees/actions'
import { CHAMP_ESPACE } from '@/lib/formulaire/espace'
import { type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { PHRASE_AUTRE_ESPACE, PHRASES_POUR_AUTRUI } from '@/lib/lexique/delegations'
import { creerAction } from '@/lib/server/action'
import { frapperAdherent } from '@/lib/server/portee'
import { acteurCourant, exigerAdherent, exigerSoi, retenirSession } from '@/lib/server/session'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { loadMesDelegations } from '@/lib/services/delegation/data'
import { donnerDelegation, repondreDelegation } from '@/lib/services/delegation/mutations'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { ibanDeTest } from '../support/argent'
import {
  BON_MOT_DE_PASSE,
  creerPersonne,
  lignes,
  type PersonneDeTest,
  visiteDeTest,
} from '../support/comptes'
import { donnerListe } from '../support/facteurs'
import { pdf } from '../support/pdf-pieges'
import { formulaire, issueDe, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.setConfig({ testTimeout: 60_000 })

type Etendue = 'VOIR' | 'DEMANDER' | 'RECEVOIR'
const porteeDe = ({ compteId, personneId, adhesionId }: PersonneDeTest) =>
  frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions: [adhesionId], adhesionsLues: [] })

let suite = 0
let aidant: PersonneDeTest

/** The visitor has logged in, and nothing else. */
async function entrer(qui: PersonneDeTest, chemin = '/adherent'): Promise<void> {
  nouvelleRequete({ 'x-forwarded-for': '192.0.2.77', 'x-portail-chemin': chemin })
  const { secret, compteId } = await seConnecter(
    { identifiant: qui.code, motDePasse: BON_MOT_DE_PASSE },
    visiteDeTest({ adresse: '192.0.2.77' }),
  )
  await retenirSession(secret, compteId)
}

/** The visitor acts for somebody new who gave them this much. */
async function agir(etendue: Etendue, chemin = '/adherent') {
  suite += 1
  const aidee = await creerPersonne({ email: `aidee${suite}@exemple.fr` })
  const email = 'aidant@exemple.fr'
  await donnerDelegation(porteeDe(aidee), {
    motif: 'AIDANT',
    etendue,
    au: null,
    designation: { par: 'EMAIL', email },
  })
  const id = (await loadMesDelegations(porteeDe(aidee))).delegations[0]?.id ?? ''
  await repondreDelegation(porteeDe(aidant), id, 'ACCEPTER')
  await entrer(aidant, chemin)
  expect(await issueDe(commencerAAgir(VIERGE, formulaire({ delegation: id })))).toBe('/adherent')
  return { aidee, id }
}

/** A form of a page made in this person's space. */
const formulaireDe = ({ compteId }: PersonneDeTest, champs: Parameters<typeof formulaire>[0]): FormData =>
  formulaire({ ...champs, [CHAMP_ESPACE]: compteId })

beforeAll(async () => {
  aidant = await creerPersonne({ email: 'aidant@exemple.fr' })
})

const schema = z.object({})
const faits: string[] = []
const faire = (delegable?: Etendue) =>
  creerAction({
    nom: `essai.${delegable ?? 'soi'}`,
    politique: 'ADHERENT',
    ...(delegable === undefined ? {} : { delegable }),
    schema,
    run: async (_saisie, { acteur }): Promise<EtatFormulaire> => {
      faits.push(acteur.personneId)
      return { statut: 'FAIT', message: 'fait' }
    },
  })

describe('A35 : les gestes faits pour un autre', () => {
  test.each<[Etendue, readonly boolean[]]>([
    ['VOIR', [true, false, false, false]],
    ['DEMANDER', [true, true, false, false]],
    ['RECEVOIR', [true, true, true, false]],
  ])('qui a reçu « %s » fait ce qui s’y délègue, et rien d’autre', async (etendue, attendus) => {
    const { aidee } = await agir(etendue)
    faits.length = 0
    const issues: boolean[] = []
    for (const delegable of ['VOIR', 'DEMANDER', 'RECEVOIR', undefined] as const)
      issues.push((await faire(delegable)(VIERGE, formulaireDe(aidee, {}))).statut === 'FAIT')
    expect(issues).toEqual(attendus)
    expect(new Set(faits)).toEqual(new Set([aidee.personneId]))
  })

  test('la liste de ce qui se délègue est écrite : une action nouvelle ne se délègue pas sans y être', async () => {
    const racine = join(process.cwd(), 'app')
    const delegables: Record<string, string> = {}
    for (const fichier of readdirSync(racine, { recursive: true, encoding: 'utf8' }))
      if (/(^|\/)actions\.ts$/.test(fichier)) {
        const exports: Record<string, unknown> = await import(pathToFileURL(join(racine, fichier)).href)
        for (const valeur of Object.values(exports)) {
          const delegable = Reflect.get(Object(valeur), 'delegable')
          if (delegable !== null) delegables[String(Reflect.get(Object(valeur), 'nom'))] = String(delegable)
        }
      }
    expect(delegables).toEqual({
      'parole.ecrire': 'DEMANDER',
      'demande.ajouter': 'DEMANDER',
      'demande.annuler': 'DEMANDER',
      'demande.noterLus': 'DEMANDER',
      'demandes.demanderContrat': 'DEMANDER',
      'demandes.demanderPortabilite': 'DEMANDER',
      'demandes.envoyerPreuve': 'DEMANDER',
      'demandes.demanderHospitalisation': 'DEMANDER',
      'demandes.demanderRemboursement': 'DEMANDER',
      'demandes.demanderUneAide': 'DEMANDER',
      'document.demanderDocument': 'DEMANDER',
      'depot.envoyerDocuments': 'DEMANDER',
      'coordonnees.enregistrerAdresse': 'DEMANDER',
      'coordonnees.enregistrerRib': 'RECEVOIR',
      'coordonnees.abandonnerRib': 'RECEVOIR',
      'simulation.simulerUnSoin': 'VOIR',
    })
  })

  test('I09 : la copie de ses données ne se délègue jamais, avec l’étendue la plus large et un bon mot de passe', async () => {
    expect([Reflect.get(preparerCopie, 'delegable'), preparerCopie.politique]).toEqual([null, 'ADHERENT'])
    const { aidee } = await agir('RECEVOIR')
    expect(await preparerCopie(VIERGE, formulaire({ motDePasse: BON_MOT_DE_PASSE }))).toMatchObject({
      statut: 'ERREUR',
      erreurs: [{ champ: '', message: PHRASES_POUR_AUTRUI.JAMAIS }],
    })
    expect(
      await lignes('SELECT 1 FROM exports_donnees WHERE personne_id = ANY ($1::uuid[])', [
        [aidee.personneId, aidant.personneId],
      ]),
    ).toEqual([])
  })

  test('le compte bancaire demande d’avoir reçu ce droit-là', async () => {
    const { aidee } = await agir('DEMANDER')
    const rib = formulaire({
      adhesion: aidee.adhesionId,
      version: '0',
      titulaire: 'X',
      iban: 'FR1420041010050500013M02606',
      bic: '',
      justificatif: new File(['x'], 'rib.pdf', { type: 'application/pdf' }),
      motDePasse: BON_MOT_DE_PASSE,
    })
    expect(await enregistrerRib(VIERGE, rib)).toMatchObject({
      statut: 'ERREUR',
      erreurs: [{ message: expect.stringContaining('ne vous a pas confié le choix du compte') }],
    })
  })

  test('on reconfirme son identité avec son propre mot de passe, jamais celui de la personne', async () => {
    await agir('RECEVOIR')
    const portee = await exigerAdherent()
    await confirmerIdentite(
      portee,
      { motDePasse: BON_MOT_DE_PASSE, cleAcces: undefined },
      'IDENTITE',
      visiteDeTest(),
    )
    const [ligne] = await lignes<{ objet_id: string }>(
      "SELECT objet_id FROM journal WHERE acte = 'IDENTITE_RECONFIRMEE' ORDER BY rang DESC LIMIT 1",
    )
    expect(ligne?.objet_id).toBe(aidant.compteId)
  })
})

describe('A35 : un formulaire ouvert dans un espace ne part pas dans un autre, choisi depuis dans un autre onglet', () => {
  const refuse = { statut: 'ERREUR', erreurs: [{ champ: '', message: PHRASE_AUTRE_ESPACE }], valeurs: {} }
  const envoyer = (donnees: FormData) => faire('DEMANDER')(VIERGE, donnees)

  test('ouvert pour soi, il n’est pas fait pour le proche ; ouvert pour un proche, ni pour un autre proche, ni pour soi', async () => {
    const { aidee: premiere } = await agir('DEMANDER')
    const { aidee: seconde } = await agir('DEMANDER')
    faits.length = 0
    expect(await envoyer(formulaireDe(aidant, {}))).toEqual(refuse)
    expect(await envoyer(formulaireDe(premiere, {}))).toEqual(refuse)
    expect(await envoyer(formulaire({ [CHAMP_ESPACE]: [seconde.compteId, seconde.compteId] }))).toEqual(
      refuse,
    )
    // Made before any delegation, by a page that said nothing: for oneself.
    expect(await envoyer(formulaire({}))).toEqual(refuse)
    expect(faits).toEqual([])
    expect(await envoyer(formulaireDe(seconde, {}))).toMatchObject({ statut: 'FAIT' })
    await revenirChezSoi()
    expect(await envoyer(formulaireDe(seconde, {}))).toEqual(refuse)
    expect(await envoyer(formulaireDe(aidant, {}))).toMatchObject({ statut: 'FAIT' })
    expect(faits).toEqual([seconde.personneId, aidant.personneId])
  })

  test('un formulaire ouvert par quelqu’un qui s’est déconnecté n’est pas fait par qui s’est connecté après', async () => {
    const autre = await creerPersonne({ email: 'apres@exemple.fr' })
    await entrer(autre)
    faits.length = 0
    expect(await envoyer(formulaireDe(aidant, {}))).toEqual(refuse)
    expect(faits).toEqual([])
  })
})

describe('A35 : les pages vues pour un autre', () => {
  test('chacune est au journal, au nom de qui regarde, avec sa délégation', async () => {
    const { aidee, id } = await agir('VOIR', '/adherent/remboursements?page=2')
    expect((await exigerAdherent()).personneId).toBe(aidee.personneId)
    expect(
      await lignes(
        "SELECT compte_id, objet_id, donnees FROM journal WHERE acte = 'PAGE_DELEGUEE' ORDER BY rang DESC LIMIT 1",
      ),
    ).toEqual([
      {
        compte_id: aidant.compteId,
        objet_id: aidee.personneId,
        donnees: { delegation: id, chemin: '/adherent/remboursements' },
      },
    ])
  })

  test.each(['/adherent/mon-compte', '/adherent/mon-compte/delegations', '/adherent/mon-compte/facteurs'])(
    '%s ne s’ouvre pas pour un autre',
    async (chemin) => {
      await agir('RECEVOIR', chemin)
      expect(await issueDe(exigerAdherent())).toBe('/adherent/agir?info=compte')
    },
  )

  test('on reste soi pour se connecter, choisir et revenir', async () => {
    const { aidee } = await agir('DEMANDER')
    expect(await acteurCourant()).toMatchObject({ compteId: aidant.compteId })
    expect((await exigerSoi()).personneId).toBe(aidant.personneId)
    expect((await exigerAdherent()).personneId).toBe(aidee.personneId)
    const reponse = await revenirChezSoi()
    expect([reponse.status, reponse.headers.get('location')]).toEqual([303, '/adherent'])
    expect((await exigerAdherent()).personneId).toBe(aidant.personneId)
  })

  test('arrêtée entre deux requêtes : ni page, ni geste, et rien n’est fait pour soi à la place', async () => {
    const { aidee, id } = await agir('DEMANDER')
    await repondreDelegation(porteeDe(aidee), id, 'REVOQUER')
    faits.length = 0
    expect(await issueDe(exigerAdherent())).toBe('/adherent/agir?info=fini')
    expect(await issueDe(faire('DEMANDER')(VIERGE, formulaireDe(aidee, {})))).toBe('/adherent/agir?info=fini')
    expect(faits).toEqual([])
  })
})

describe('A35 : le compte qui reçoit les remboursements, changé pour un autre', () => {
  /** The delegate's own list of codes: one of them is asked with their password. */
  const changer = async (aidee: PersonneDeTest, preuve: Record<string, string>) =>
    enregistrerRib(
      VIERGE,
      formulaireDe(aidee, {
        adhesion: aidee.adhesionId,
        version: '0',
        titulaire: 'X',
        iban: ibanDeTest(3),
        bic: '',
        justificatif: new File([new Uint8Array(await pdf())], 'rib.pdf', { type: 'application/pdf' }),
        ...preuve,
      }),
    )

  test('qui a reçu ce droit le change avec ses propres preuves, et non celles de la personne', async () => {
    const { aidee } = await agir('RECEVOIR')
    // The delegate's list is made after their login, which asked for none: this test is the last of the file.
    const codes = await donnerListe(aidant.compteId)
    const codesAidee = await donnerListe(aidee.compteId)
    const refus = await changer(aidee, { motDePasse: BON_MOT_DE_PASSE, codeUnique: codesAidee[1] ?? '' })
    expect(refus).toMatchObject({ statut: 'ERREUR' })
    expect(await lignes('SELECT 1 FROM changements_rib WHERE adhesion_id = $1', [aidee.adhesionId])).toEqual(
      [],
    )
    const fait = await changer(aidee, { motDePasse: BON_MOT_DE_PASSE, codeUnique: codes[2] ?? '' })
    expect(fait).toMatchObject({ statut: 'FAIT' })
    expect(
      await lignes('SELECT compte_id FROM changements_rib WHERE adhesion_id = $1', [aidee.adhesionId]),
    ).toEqual([{ compte_id: aidee.compteId }])
    expect(
      await lignes(
        'SELECT utilise_le FROM codes_secours c JOIN facteurs f ON f.id = c.facteur_id WHERE f.compte_id = $1 AND c.utilise_le IS NOT NULL',
        [aidee.compteId],
      ),
    ).toEqual([])
  })
})
