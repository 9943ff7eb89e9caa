import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import { maintenant } from '@/lib/server/clock'
import { ecrire, lire } from '@/lib/server/db'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import {
  type Acteur,
  frapperAdherent,
  type PorteeAdherent,
  type PorteeGestion,
  SYSTEME,
} from '@/lib/server/portee'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { envoyerCourriel, signature } from '@/lib/services/courriel/mutations'
import { cleSchema } from '@/lib/services/courriel/schema'
import { noterLectureDemande, noterLecturePiece } from '@/lib/services/fiche-demande/mutations'
import {
  loadCourrielsRecus,
  loadHistorique,
  loadLectures,
  loadReponsesConditions,
  loadSommaire,
} from '@/lib/services/mon-compte/data'
import { accepterConditionsDuJour } from '@/lib/services/mon-compte/mutations'
import { LIGNES_PAR_PAGE } from '@/lib/services/mon-compte/schema'
import { commencerRegard } from '@/lib/services/regard/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, visiteDeTest } from '../support/comptes'
import { unAgent, uneDemande, unMembre } from '../support/demandes'

let membre: PorteeAdherent
let conjoint: PorteeAdherent
let inconnu: PorteeAdherent
let agent: PorteeGestion

beforeAll(async () => {
  process.env.PORTAIL_TODAY = '2026-03-17'
  membre = await unMembre()
  inconnu = await unMembre()
  agent = await unAgent()
  const c = await creerPersonne({
    email: 'conjoint@exemple.fr',
    rattache: { adhesionId: membre.adhesions[0] ?? '', lien: 'CONJOINT' },
  })
  conjoint = frapperAdherent({
    type: 'ADHERENT',
    compteId: c.compteId,
    personneId: c.personneId,
    adhesions: [],
    adhesionsLues: [c.adhesionId],
  })
})

const noter = (acteur: Acteur, acte: ActeJournal, objetType: string, objetId: string, donnees = {}) =>
  ecrire(acteur, (client) =>
    journaliser(client, {
      acte,
      compteId: acteur.compteId,
      role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
      objetType,
      objetId,
      resultat: 'FAIT',
      donnees,
    }),
  )

const lus = async (qui: PorteeAdherent) => (await loadLectures(qui, null)).lignes.map(({ quoi }) => quoi)

/** A paper that somebody sent. */
async function unDepot(qui: PorteeAdherent): Promise<string> {
  const [fichier] = await lignes<{ id: string }>(
    `INSERT INTO fichiers (cle_scellee, empreinte, taille, type_mime, verdict, conservation, depose_par_id)
      VALUES ('\\x01', sha256('a'), 1200, 'application/pdf', 'NON_REQUIS', 'PIECE', $1) RETURNING id`,
    [qui.compteId],
  )
  const [depot] = await lignes<{ id: string }>(
    `INSERT INTO depots (compte_id, adhesion_id, fichier_id, objet, nom_origine) VALUES ($1, $2, $3, 'JUSTIFICATIF', 'biopsie.pdf') RETURNING id`,
    [qui.compteId, qui.adhesions[0], fichier?.id],
  )
  return depot?.id ?? ''
}

describe('qui a ouvert mon dossier', () => {
  test('chacun lit les lectures de son dossier, de son contrat, de ses demandes et de ses pièces, et celles de personne d’autre', async () => {
    const demande = await uneDemande(membre)
    const depot = await unDepot(membre)
    await noter(agent, 'DOSSIER_LU', 'personne', membre.personneId)
    await noter(agent, 'DOSSIER_LU', 'adhesion', membre.adhesions[0] ?? '')
    await noterLectureDemande(agent, demande.id)
    await noterLecturePiece(agent, depot, true)
    await noter(agent, 'PAGE_REGARDEE', 'personne', membre.personneId, { chemin: '/adherent/limites' })
    await noter(agent, 'DOSSIER_LU', 'personne', conjoint.personneId)
    // Not reads, or not by somebody else.
    await noter(agent, 'SITUATION_CONSTATEE', 'personne', membre.personneId)
    await noter(membre, 'DEMANDE_EXPORTEE', 'demande', demande.id)

    expect(await lus(membre)).toEqual([
      'Un gestionnaire : a regardé votre page « Limites et forfaits »',
      'Un gestionnaire : a ouvert une pièce que vous avez envoyée',
      'Un gestionnaire : a ouvert une de vos demandes',
      'Un gestionnaire : a ouvert votre dossier, côté contrat et cotisations',
      'Un gestionnaire : a ouvert votre dossier',
    ])
    expect(await lus(conjoint)).toEqual(['Un gestionnaire : a ouvert votre dossier'])
    expect(await lus(inconnu)).toEqual([])
  })

  test('la raison qu’un gestionnaire a donnée pour regarder l’espace se lit à côté, par la personne seule', async () => {
    const [session] = await lignes<{ id: string }>(
      `INSERT INTO sessions (compte_id, empreinte, appareil, expire_le) VALUES ($1, sha256('regard'), 'Test', now() + interval '1 hour') RETURNING id`,
      [agent.compteId],
    )
    await commencerRegard(
      agent,
      session?.id ?? '',
      { personne: inconnu.personneId, motif: 'Vous ne trouviez pas votre relevé' },
      maintenant(),
    )
    const { lignes: vues } = await loadLectures(inconnu, null)
    expect(vues.map(({ quoi, detail }) => [quoi, detail])).toEqual([
      [
        'Un gestionnaire : a regardé votre espace tel que vous le voyez, sans pouvoir rien y faire',
        'Raison donnée : Vous ne trouviez pas votre relevé',
      ],
    ])
    const motifs = await lire(membre, (tx) => tx.$queryRaw`SELECT motif FROM regards`)
    expect(motifs).toEqual([])
  })

  test('la base elle-même ne donne rien d’autre du journal, ni qui a lu', async () => {
    await noter(agent, 'DOSSIER_LU', 'personne', inconnu.personneId)
    const vues = await lire(
      conjoint,
      (tx) => tx.$queryRaw<{ objet_id: string }[]>`SELECT DISTINCT objet_id FROM journal`,
    )
    expect(vues).toEqual([{ objet_id: conjoint.personneId }])
    await expect(lire(conjoint, (tx) => tx.$queryRaw`SELECT compte_id FROM journal`)).rejects.toThrow(
      /permission denied/,
    )
  })

  test('se lit page par page, sans en perdre ni en répéter', async () => {
    const seul = await unMembre()
    const total = LIGNES_PAR_PAGE + 3
    for (let i = 0; i < total; i += 1) await noter(agent, 'DOSSIER_LU', 'personne', seul.personneId)
    const premiere = await loadLectures(seul, null)
    const seconde = await loadLectures(seul, Number(premiere.suite))
    expect([premiere.lignes.length, seconde.lignes.length, seconde.suite]).toEqual([LIGNES_PAR_PAGE, 3, null])
    expect(new Set([...premiere.lignes, ...seconde.lignes].map(({ cle }) => cle)).size).toBe(total)
  })
})

describe('l’historique des connexions', () => {
  test('dit chaque entrée, réussie ou refusée, l’appareil, et oublie après douze mois', async () => {
    const { compteId, personneId, adhesionId } = await creerPersonne({ email: 'historique@exemple.fr' })
    const qui = frapperAdherent({
      type: 'ADHERENT',
      compteId,
      personneId,
      adhesions: [adhesionId],
      adhesionsLues: [],
    })
    const essayer = (motDePasse: string, appareil: string) =>
      seConnecter(
        { identifiant: 'historique@exemple.fr', motDePasse },
        visiteDeTest({ adresse: '198.51.100.77', appareil }),
      )
    await expect(essayer('pas le mien du tout', 'Chrome sur Windows')).rejects.toThrow()
    await essayer(BON_MOT_DE_PASSE, 'Firefox sur Mac')
    const { lignes: vues } = await loadHistorique(qui, null, maintenant())
    expect(vues.map(({ quoi, detail, refuse }) => [quoi, detail, refuse])).toEqual([
      ['Connexion réussie', 'Firefox sur Mac', false],
      ['Connexion refusée : le mot de passe n’était pas le bon', 'Chrome sur Windows', true],
    ])
    const dansTreizeMois = new Date()
    dansTreizeMois.setMonth(dansTreizeMois.getMonth() + 13)
    expect((await loadHistorique(qui, null, dansTreizeMois)).lignes).toEqual([])
    expect((await loadHistorique(membre, null, maintenant())).lignes).toEqual([])
    expect(await loadSommaire(qui, maintenant())).toMatchObject({
      connexions: 1,
      refus: 1,
      motDePasseLe: null,
    })
  })
})

describe('les e-mails reçus', () => {
  test('A02 : deux comptes qui partagent une adresse ne lisent chacun que les leurs', async () => {
    const [paul, anne] = [await unMembre(), await unMembre()]
    await lignes("UPDATE comptes SET email = 'couple@exemple.fr' WHERE id = ANY ($1::uuid[])", [
      [paul.compteId, anne.compteId],
    ])
    const modele = courrielDocumentDisponible('https://portail.example/adherent', signature())
    await ecrire(SYSTEME, async (client) => {
      await envoyerCourriel(client, 'couple@exemple.fr', modele, paul.compteId)
      await envoyerCourriel(client, 'couple@exemple.fr', modele, null)
    })
    const vus = await loadCourrielsRecus(paul, null)
    expect(vus.lignes.map(({ quoi, detail }) => [quoi, detail])).toEqual([
      ['Document disponible', 'Il va partir.'],
    ])
    expect((await loadCourrielsRecus(anne, null)).lignes).toEqual([])
    expect(JSON.stringify(vus)).not.toContain('couple@')
  })

  test('se lisent page par page', async () => {
    const qui = await unMembre()
    await lignes(
      `INSERT INTO courriels (id, compte_id, modele, destinataire, etat, envoye_le, cree_le)
        SELECT gen_random_uuid(), $1, 'DOCUMENT_DISPONIBLE', '\\x01', 'ENVOYE', now(), now() - n * interval '1 second'
        FROM generate_series(1, $2::int) n`,
      [qui.compteId, LIGNES_PAR_PAGE + 2],
    )
    const premiere = await loadCourrielsRecus(qui, null)
    const seconde = await loadCourrielsRecus(qui, cleSchema.parse(premiere.suite))
    expect([premiere.lignes.length, seconde.lignes.length, seconde.suite]).toEqual([LIGNES_PAR_PAGE, 2, null])
    expect(new Set([...premiere.lignes, ...seconde.lignes].map(({ cle }) => cle)).size).toBe(
      LIGNES_PAR_PAGE + 2,
    )
  })
})

describe('les accords', () => {
  test('d’autres conditions acceptées s’ajoutent à celles d’avant ; rien ne se réécrit, deux fois est une', async () => {
    const qui = await unMembre()
    const avant = await loadReponsesConditions(qui)
    expect(avant.map(({ version }) => version)).toEqual(['1'])
    const instant = new Date()
    await accepterConditionsDuJour(qui, instant)
    await accepterConditionsDuJour(qui, new Date(instant.getTime() + 1000))
    expect(await loadReponsesConditions(qui)).toEqual([
      { version: '2026-11', accepte: true, donneLe: instant },
      ...avant,
    ])
    await expect(lignes("UPDATE consentements SET version = 'x'")).rejects.toThrow()
    await expect(lignes('DELETE FROM consentements')).rejects.toThrow()
    expect(await loadReponsesConditions(inconnu)).toHaveLength(1)
  })
})

test('une portée sans compte ne trouve rien et ne casse rien', async () => {
  const personneId = randomUUID()
  const sans = frapperAdherent({
    type: 'ADHERENT',
    compteId: personneId,
    personneId,
    adhesions: [],
    adhesionsLues: [],
    lectureSeule: true,
  })
  expect(await loadSommaire(sans, maintenant())).toBeNull()
  expect(await loadLectures(sans, null)).toEqual({ lignes: [], suite: null })
})
