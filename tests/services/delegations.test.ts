import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ajouterJours, dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire, lire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { frapperAdherent, frapperGestion, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { pourAutrui } from '@/lib/server/pour-autrui'
import { ouvrirSession, reconnaitreSession } from '@/lib/server/sessions'
import { loadEtapeInscription } from '@/lib/services/compte/data'
import { accepterConditions, choisirIdentifiants } from '@/lib/services/compte/mutations'
import { loadADecider, loadMesDelegations, loadPourQui } from '@/lib/services/delegation/data'
import { PASSAGES_DELEGATION } from '@/lib/services/delegation/etats'
import {
  accorderDelegation,
  demanderDelegation,
  donnerDelegation,
  inscrireMesure,
  repondreDelegation,
} from '@/lib/services/delegation/mutations'
import type { DelegationDonnee } from '@/lib/services/delegation/schema'
import { voirDelegations } from '@/lib/services/delegation/view'
import { envoyerDemande } from '@/lib/services/demande/mutations'
import { agirPour, revenir } from '@/lib/services/exercice-delegation/mutations'
import { ouvrirEspaceMandataire } from '@/lib/services/mandataire/mutations'
import { finirDelegations } from '@/lib/services/passage-delegation/mutations'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE, creerPersonne, jetonDe, lignes, travauxEnAttente } from '../support/comptes'
import { pdf } from '../support/pdf-pieges'

const JOUR = dateCivile('2026-11-15')
let base: pg.Pool
let fermer: () => Promise<void>
let suite = 0

interface Quelquun {
  readonly portee: PorteeAdherent
  readonly email: string
  readonly numeroAdherent: string
  readonly adhesionId: string
}

async function quelquun(plus: Parameters<typeof creerPersonne>[0] = {}): Promise<Quelquun> {
  suite += 1
  const email = `personne${suite}@exemple.fr`
  const p = await creerPersonne({ email, ...plus })
  const titulaire = plus.rattache === undefined
  const portee = frapperAdherent({
    type: 'ADHERENT',
    compteId: p.compteId,
    personneId: p.personneId,
    adhesions: titulaire ? [p.adhesionId] : [],
    adhesionsLues: titulaire ? [] : [p.adhesionId],
  })
  return { portee, email, numeroAdherent: p.numeroAdherent, adhesionId: p.adhesionId }
}

type Plus = Partial<Pick<DelegationDonnee, 'motif' | 'etendue' | 'au'>>
const parEmail = (email: string, plus: Plus = {}): DelegationDonnee => ({
  motif: 'AIDANT',
  etendue: 'DEMANDER',
  au: null,
  designation: { par: 'EMAIL', email },
  ...plus,
})

/** The only delegation of this person, given or received. */
async function laSienne({ portee }: Pick<Quelquun, 'portee'>): Promise<string> {
  const { delegations } = await loadMesDelegations(portee)
  const [d] = delegations
  if (d === undefined || delegations.length !== 1) throw new Error(`${delegations.length} délégations`)
  return d.id
}

async function confier(aidee: Quelquun, aidant: Quelquun, plus: Plus = {}) {
  await donnerDelegation(aidee.portee, parEmail(aidant.email, plus))
  const id = await laSienne(aidee)
  await repondreDelegation(aidant.portee, id, 'ACCEPTER')
  return id
}

async function ouvrir({ portee }: Quelquun) {
  const instant = new Date()
  const secret = await ecrire(SYSTEME, (client) => ouvrirSession(client, portee.compteId, 'test', instant))
  const lue = async (jour = JOUR) => {
    const session = await reconnaitreSession(secret, new Date(), jour)
    if (session === null) throw new Error('aucune session')
    return session
  }
  return { lue, id: (await lue()).sessionId }
}

async function agir(aidant: Quelquun, delegationId: string) {
  const session = await ouvrir(aidant)
  await agirPour(aidant.portee, session.id, delegationId, { jour: JOUR, instant: new Date() })
  return session
}

async function porteeDe(session: Awaited<ReturnType<typeof ouvrir>>): Promise<PorteeAdherent> {
  const portee = (await session.lue()).pourAutrui?.portee
  if (portee == null) throw new Error('n’agit pour personne')
  return portee
}

const personnesVues = async (portee: PorteeAdherent): Promise<string[]> =>
  (await lire(portee, (tx) => tx.personne.findMany({ select: { id: true } }))).map(({ id }) => id).sort()

const gestionnaire = async () => {
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, email_confirme_le, mot_de_passe, conditions_version, conditions_acceptees_le, nom_affiche)
      SELECT 'GESTIONNAIRE', 'ACTIF', gen_random_uuid() || '@exemple.fr', now(), mot_de_passe, '1', now(), 'Ines' FROM comptes
        WHERE mot_de_passe IS NOT NULL LIMIT 1 RETURNING id`,
  )
  return frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role: 'GESTIONNAIRE' })
}

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
})
afterAll(() => fermer())
beforeEach(async () => {
  await base.query("DELETE FROM pgboss.job WHERE name = 'courriel'")
})

describe('A35 : confier son espace', () => {
  test('la table des états de la base est celle du produit', async () => {
    const { rows } = await base.query<{ definition: string }>(
      "SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname = 'delegations_gardees'",
    )
    const table = JSON.parse(/'(\{"PROPOSEE".*\})'/.exec(rows[0]?.definition ?? '')?.[1] ?? '{}')
    const attendue = new Map<string, Set<string>>()
    for (const issues of Object.values(PASSAGES_DELEGATION))
      for (const [de, vers] of Object.entries(issues))
        attendue.set(de, (attendue.get(de) ?? new Set()).add(vers))
    expect(Object.keys(table).sort()).toEqual([...attendue.keys()].sort())
    for (const [de, vers] of attendue) expect([...table[de]].sort()).toEqual([...vers].sort())
  })

  test('par e-mail : l’autre accepte, agit, et ne voit que ce que voit la personne', async () => {
    const [aidee, fille, voisine] = [await quelquun(), await quelquun(), await quelquun()]
    const id = await confier(aidee, fille)
    const session = await agir(fille, id)
    const portee = await porteeDe(session)
    expect(portee).toMatchObject({
      compteId: aidee.portee.compteId,
      personneId: aidee.portee.personneId,
      adhesions: [aidee.adhesionId],
      delegation: { id, compteId: fille.portee.compteId, etendue: 'DEMANDER' },
    })
    expect(await personnesVues(portee)).toEqual(await personnesVues(aidee.portee))
    expect(await personnesVues(portee)).not.toContain(voisine.portee.personneId)
    expect(await personnesVues(portee)).not.toContain(fille.portee.personneId)
  })

  test('arrêtée par la personne : la requête suivante ne voit plus rien, et rien ne se substitue', async () => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    const id = await confier(aidee, fille)
    const session = await agir(fille, id)
    await porteeDe(session)
    await repondreDelegation(aidee.portee, id, 'REVOQUER')
    const apres = await session.lue()
    expect(apres.pourAutrui).toMatchObject({ portee: null })
    expect(apres.delegue).toBe(false)
    await revenir(fille.portee, session.id, new Date())
    expect((await session.lue()).pourAutrui).toBeNull()
    await expect(agirPour(fille.portee, session.id, id, { jour: JOUR, instant: new Date() })).rejects.toThrow(
      'introuvable',
    )
  })

  test('arrêtée par qui agit : elle l’est aussi', async () => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    const id = await confier(aidee, fille)
    await repondreDelegation(fille.portee, id, 'REVOQUER')
    expect(await loadPourQui(fille.portee, JOUR)).toEqual([])
    await expect(repondreDelegation(fille.portee, id, 'ACCEPTER')).rejects.toThrow('introuvable')
  })

  test('passé son dernier jour, elle ne vaut plus, puis elle est finie', async () => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    const id = await confier(aidee, fille, { au: JOUR })
    const session = await agir(fille, id)
    await porteeDe(session)
    expect((await session.lue(ajouterJours(JOUR, 1))).pourAutrui?.portee).toBeNull()
    expect(await finirDelegations(JOUR, new Date('2026-11-15T08:00:00Z'))).toBe(0)
    expect(await finirDelegations(ajouterJours(JOUR, 1), new Date('2026-11-16T08:00:00Z'))).toBe(1)
    expect(await lignes('SELECT etat FROM delegations WHERE id = $1', [id])).toEqual([{ etat: 'FINIE' }])
  })

  test('connue ou inconnue, l’adresse ou le numéro donne la même chose à qui propose', async () => {
    const [a, b, c, cible] = [
      await quelquun(),
      await quelquun(),
      await quelquun(),
      await quelquun({ nom: 'Durand', prenom: 'Zoé' }),
    ]
    await donnerDelegation(a.portee, parEmail('personne-nulle-part@exemple.fr'))
    const nommer = (numeroAdherent: string) => ({
      ...parEmail(''),
      designation: { par: 'NUMERO' as const, numeroAdherent, prenom: 'Zoé', nom: 'Durand' },
    })
    await donnerDelegation(b.portee, nommer(cible.numeroAdherent))
    await donnerDelegation(c.portee, nommer('99999999'))
    const vue = async ({ portee }: Quelquun) => {
      const [v] = voirDelegations(portee, await loadMesDelegations(portee), JOUR).donnees
      return { ...v, id: '', qui: v?.qui.replace(/n° adhérent \d+/, 'n°'), etapes: v?.etapes.length }
    }
    expect(await vue(b)).toEqual(await vue(c))
    expect((await vue(a)).etat).toBe((await vue(b)).etat)
    expect(voirDelegations(cible.portee, await loadMesDelegations(cible.portee), JOUR).recues).toHaveLength(1)
  })

  test('une tierce personne n’accepte, ne lit ni n’exerce ce qui n’est pas à elle', async () => {
    const [aidee, fille, curieuse] = [await quelquun(), await quelquun(), await quelquun()]
    await donnerDelegation(aidee.portee, parEmail(fille.email))
    const id = await laSienne(aidee)
    await expect(repondreDelegation(curieuse.portee, id, 'ACCEPTER')).rejects.toThrow('introuvable')
    await expect(repondreDelegation(aidee.portee, id, 'ACCEPTER')).rejects.toThrow('introuvable')
    await repondreDelegation(fille.portee, id, 'ACCEPTER')
    const session = await ouvrir(curieuse)
    await expect(
      agirPour(curieuse.portee, session.id, id, { jour: JOUR, instant: new Date() }),
    ).rejects.toThrow('introuvable')
    expect((await loadMesDelegations(curieuse.portee)).delegations).toEqual([])
  })

  test('ce qui fut convenu ne se réécrit pas, et son histoire reste', async () => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    const id = await confier(aidee, fille)
    for (const sql of [
      "UPDATE delegations SET etendue = 'RECEVOIR' WHERE id = $1",
      "UPDATE delegations SET etat = 'PROPOSEE' WHERE id = $1",
      'DELETE FROM delegations WHERE id = $1',
      "UPDATE passages_delegation SET raison = 'autre' WHERE delegation_id = $1",
      'DELETE FROM passages_delegation WHERE delegation_id = $1',
    ])
      await expect(base.query(sql, [id])).rejects.toThrow()
    const { delegations } = await loadMesDelegations(aidee.portee)
    expect(delegations[0]?.passages.map(({ passage }) => passage)).toEqual(['PROPOSER', 'ACCEPTER'])
  })
})

describe('A35 : ce que la base refuse à qui agit pour un autre', () => {
  const telephone = (portee: PorteeAdherent) => (client: pg.PoolClient) =>
    client.query(
      "INSERT INTO telephones (personne_id, compte_id, version, mobile) VALUES ($1, $2, 1, '+33612345678')",
      [portee.personneId, portee.compteId],
    )

  test('voir seulement : la transaction est en lecture seule, et une demande est refusée', async () => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    const portee = await porteeDe(await agir(fille, await confier(aidee, fille, { etendue: 'VOIR' })))
    expect(portee.lectureSeule).toBe(true)
    await expect(ecrire(portee, telephone(portee))).rejects.toThrow('read-only')
    await expect(demander(portee)).rejects.toThrow('pas d’y faire des demandes')
    // Even a service that would forget to ask: the system's own transaction knows whose hands these are.
    await expect(
      pourAutrui(portee, () => ecrire(SYSTEME, (client) => ecrireUneDemande(client, portee))),
    ).rejects.toThrow('la délégation ne le permet pas')
  })

  const demander = (portee: PorteeAdherent) =>
    pourAutrui(portee, () =>
      envoyerDemande(portee, {
        nature: 'MESSAGE',
        cle: crypto.randomUUID(),
        adhesionId: null,
        personneId: null,
        objet: 'REMBOURSEMENT',
        faits: {},
        texte: 'Bonjour',
      }),
    )
  const ecrireUneDemande = (client: pg.PoolClient, { compteId }: PorteeAdherent) =>
    client.query(
      `INSERT INTO demandes (nature, etat, compte_id, cle, faits, equipe, cree_le) VALUES ('MESSAGE', 'BROUILLON', $1, gen_random_uuid(), '{}', 'PRESTATIONS', now())`,
      [compteId],
    )

  test('demander : la demande est celle de la personne, le journal dit qui l’a faite', async () => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    const id = await confier(aidee, fille)
    const portee = await porteeDe(await agir(fille, id))
    const { id: demandeId } = await demander(portee)
    expect(await lignes('SELECT compte_id FROM demandes WHERE id = $1', [demandeId])).toEqual([
      { compte_id: aidee.portee.compteId },
    ])
    const inscrites = await lignes<{ compte_id: string; delegation: string }>(
      "SELECT compte_id, donnees ->> 'delegation' AS delegation FROM journal WHERE objet_type = 'demande' AND objet_id = $1",
      [demandeId],
    )
    expect(inscrites.length).toBeGreaterThan(0)
    for (const ligne of inscrites) expect(ligne).toEqual({ compte_id: fille.portee.compteId, delegation: id })
    for (const cote of [aidee, fille]) {
      const { actes } = await loadMesDelegations(cote.portee)
      expect(actes.map(({ acte }) => acte)).toContain('DEMANDE_PASSEE')
    }
    await repondreDelegation(aidee.portee, id, 'REVOQUER')
    await expect(demander(portee)).rejects.toThrow('la délégation ne le permet pas')
  })

  test.each([
    [
      'le téléphone',
      "INSERT INTO telephones (personne_id, compte_id, version, mobile) VALUES ($1, $2, 1, '+33612345678')",
      'RECEVOIR',
    ],
    [
      'le mot de passe',
      "UPDATE comptes SET mot_de_passe = mot_de_passe WHERE id = $2 AND $1::text <> ''",
      'RECEVOIR',
    ],
    [
      'les connexions',
      "UPDATE sessions SET revoquee_le = now() WHERE compte_id = $2 AND $1::text <> ''",
      'RECEVOIR',
    ],
    [
      'une autre délégation',
      "UPDATE delegations SET jeton = NULL WHERE protege_id = $1 AND $2::text <> ''",
      'RECEVOIR',
    ],
    [
      'l’e-mail',
      "INSERT INTO changements_courriel (compte_id, ancien, nouveau, demande_le) SELECT $2::uuid, 'a@b.fr', 'c@d.fr', now() WHERE $1::text <> ''",
      'RECEVOIR',
    ],
    [
      'le compte bancaire, sans en avoir reçu le droit',
      "INSERT INTO comptes_bancaires (adhesion_id, usage, titulaire, iban_chiffre, iban_fin, du) SELECT a.id, 'PRESTATIONS', 'X', '\\x00', '0000', '2026-01-01' FROM adhesions a WHERE a.membre_participant_id = $1 AND $2::text <> ''",
      'DEMANDER',
    ],
  ] as const)('jamais : %s, même par une transaction du système', async (_quoi, sql, etendue) => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    await ouvrir(aidee)
    const portee = await porteeDe(await agir(fille, await confier(aidee, fille, { etendue })))
    const faire = () => ecrire(SYSTEME, (client) => client.query(sql, [portee.personneId, portee.compteId]))
    await expect(pourAutrui(portee, faire)).rejects.toThrow(
      /ne se délègue pas|la délégation ne le permet pas/,
    )
  })

  test('ni ses connexions, ni ses courriels, ni ses autres délégations ne se lisent', async () => {
    const [aidee, fille, fils] = [await quelquun(), await quelquun(), await quelquun()]
    await ouvrir(aidee)
    const id = await confier(aidee, fille, { etendue: 'RECEVOIR' })
    await donnerDelegation(aidee.portee, parEmail(fils.email))
    const portee = await porteeDe(await agir(fille, id))
    const compter = (p: PorteeAdherent, table: string) =>
      ecrire(p, async (client) => (await client.query(`SELECT id FROM ${table}`)).rowCount)
    expect(await compter(aidee.portee, 'sessions')).toBe(1)
    expect(await compter(portee, 'sessions')).toBe(0)
    expect(await compter(portee, 'courriels')).toBe(0)
    expect(await compter(aidee.portee, 'delegations')).toBe(2)
    expect(await compter(portee, 'delegations')).toBe(1)
    await expect(donnerDelegation(portee, parEmail('x@exemple.fr'))).rejects.toThrow('introuvable')
  })

  test('le journal nomme qui agit même par la portée de la personne', async () => {
    const [aidee, fille] = [await quelquun(), await quelquun()]
    const id = await confier(aidee, fille)
    const portee = await porteeDe(await agir(fille, id))
    await ecrire(portee, (client) =>
      journaliser(client, {
        acte: 'DOCUMENT_EMIS',
        compteId: portee.compteId,
        role: 'ADHERENT',
        objetType: 'essai',
        objetId: id,
        resultat: 'FAIT',
      }),
    )
    expect(
      await lignes('SELECT compte_id FROM journal WHERE objet_id = $1 AND objet_type = $2', [id, 'essai']),
    ).toEqual([{ compte_id: fille.portee.compteId }])
  })
})

describe('A35 : la famille ne s’ouvre pas par une délégation', () => {
  test('qui agit pour un ayant droit de seize ans ne voit rien de ses parents', async () => {
    const parent = await quelquun()
    const enfant = await quelquun({
      dateNaissance: '2009-05-02',
      rattache: { adhesionId: parent.adhesionId, lien: 'ENFANT' },
    })
    const tante = await quelquun()
    const portee = await porteeDe(await agir(tante, await confier(enfant, tante)))
    expect(portee.adhesions).toEqual([])
    expect(await personnesVues(portee)).toEqual([enfant.portee.personneId])
  })
})

describe('A35 : parents, tuteurs et curateurs', () => {
  const preuve = async () =>
    new File([new Uint8Array(await pdf())], 'jugement.pdf', { type: 'application/pdf' })
  const demande = async (cible: Quelquun, plus: object = {}) => ({
    motif: 'TUTELLE' as const,
    numeroAdherent: cible.numeroAdherent,
    prenom: 'Lucie',
    nom: 'Essai',
    naissance: dateCivile('1940-01-02'),
    au: dateCivile('2030-06-30'),
    piece: await preuve(),
    ...plus,
  })
  const accord = (delegation: string, protege: string, plus: object = {}) => ({
    delegation,
    protege,
    etendue: 'RECEVOIR' as const,
    au: null,
    raison: 'Jugement du 3 juin 2025 lu.',
    ...plus,
  })

  test('un tuteur demande avec sa preuve, la mutuelle accorde, la personne sans compte en reçoit un que nul n’ouvre', async () => {
    const agent = await gestionnaire()
    const tuteur = await quelquun()
    const protegee = await quelquun({
      prenom: 'Lucie',
      dateNaissance: '1940-01-02',
      email: undefined as never,
    })
    await demanderDelegation(tuteur.portee, await demande(protegee))
    const id = await laSienne(tuteur)
    await expect(repondreDelegation(tuteur.portee, id, 'ACCEPTER')).rejects.toThrow('introuvable')
    const aDecider = (await loadADecider(agent)).find((d) => d.id === id)
    expect(aDecider?.possibles).toMatchObject([{ id: protegee.portee.personneId, prenom: 'Lucie' }])
    expect(aDecider?.depotId).not.toBeNull()
    await accorderDelegation(agent, accord(id, protegee.portee.personneId))
    const portee = await porteeDe(await agir(tuteur, id))
    expect(portee.personneId).toBe(protegee.portee.personneId)
    expect(
      await lignes('SELECT statut, email, mot_de_passe FROM comptes WHERE id = $1', [portee.compteId]),
    ).toEqual([{ statut: 'EN_ATTENTE', email: '', mot_de_passe: null }])
    // Theirs the day they open it by their card, with what was asked for them meanwhile.
    expect(await loadEtapeInscription(protegee.portee.personneId)).toBe('IDENTIFIANTS')
    await accepterConditions(protegee.portee.personneId, new Date())
    expect(
      await lignes('SELECT conditions_acceptees_le FROM comptes WHERE id = $1', [portee.compteId]),
    ).toEqual([{ conditions_acceptees_le: null }])
    const identifiants = { email: 'lucie@exemple.fr', motDePasse: BON_MOT_DE_PASSE }
    await choisirIdentifiants(protegee.portee.personneId, identifiants, new Date())
    expect(
      await lignes('SELECT id, email FROM comptes WHERE personne_id = $1', [protegee.portee.personneId]),
    ).toEqual([{ id: portee.compteId, email: 'lucie@exemple.fr' }])
    expect(await lignes('SELECT au::text FROM delegations WHERE id = $1', [id])).toEqual([
      { au: '2030-06-30' },
    ])
  })

  test('un parent est accordé jusqu’à la veille des seize ans de l’enfant, quoi qu’il demande', async () => {
    const agent = await gestionnaire()
    const [parent, autre] = [await quelquun(), await quelquun()]
    const enfant = await quelquun({
      prenom: 'Léo',
      dateNaissance: '2014-02-28',
      rattache: { adhesionId: autre.adhesionId, lien: 'ENFANT' },
    })
    await demanderDelegation(
      parent.portee,
      await demande(autre, { motif: 'PARENT', au: null, prenom: 'Léo' }),
    )
    const id = await laSienne(parent)
    await accorderDelegation(agent, accord(id, enfant.portee.personneId, { au: dateCivile('2050-01-01') }))
    expect(await lignes('SELECT au::text FROM delegations WHERE id = $1', [id])).toEqual([
      { au: '2030-02-27' },
    ])
  })

  test('à seize ans, la mutuelle n’accorde plus : l’enfant choisit', async () => {
    const agent = await gestionnaire()
    const [parent, autre] = [await quelquun(), await quelquun()]
    const enfant = await quelquun({
      dateNaissance: '2010-11-15',
      rattache: { adhesionId: autre.adhesionId, lien: 'ENFANT' },
    })
    await demanderDelegation(parent.portee, await demande(autre, { motif: 'PARENT', au: null }))
    await expect(
      accorderDelegation(agent, accord(await laSienne(parent), enfant.portee.personneId)),
    ).rejects.toThrow('seize ans')
  })

  test('un jugement sur papier : le mandataire sans contrat ouvre un espace par son lien, accepte, et agit', async () => {
    const agent = await gestionnaire()
    const protegee = await quelquun({ prenom: 'Odette', nom: 'Fabre', dateNaissance: '1938-04-04' })
    await inscrireMesure(agent, {
      numeroAdherent: protegee.numeroAdherent,
      prenom: 'odette',
      nom: 'FABRE',
      motif: 'CURATELLE',
      etendue: 'DEMANDER',
      au: dateCivile('2029-12-31'),
      email: 'curatrice@exemple.fr',
      qui: 'Service des majeurs protégés',
      raison: 'Jugement du tribunal de Rennes, 12 janvier 2025.',
    })
    const partis = (await travauxEnAttente('courriel')).map(({ contenu }) => contenu)
    expect(partis.map(({ a }) => a).sort()).toEqual(['curatrice@exemple.fr', protegee.email])
    const jeton = jetonDe(partis.find(({ a }) => a === 'curatrice@exemple.fr')?.texte ?? '')
    expect(jetonDe(partis.find(({ a }) => a === protegee.email)?.texte ?? '')).toBe('')
    const inscription = {
      jeton,
      prenom: 'Anne',
      nom: 'Le Bris',
      naissance: dateCivile('1979-09-09'),
      motDePasse: BON_MOT_DE_PASSE,
    }
    await ouvrirEspaceMandataire(inscription, new Date())
    await expect(ouvrirEspaceMandataire(inscription, new Date())).rejects.toThrow('plus valable')
    const [compte] = await lignes<{ id: string; personne_id: string }>(
      "SELECT id, personne_id FROM comptes WHERE email = 'curatrice@exemple.fr' AND statut = 'ACTIF'",
    )
    const curatrice: Quelquun = {
      portee: frapperAdherent({
        type: 'ADHERENT',
        compteId: compte?.id ?? '',
        personneId: compte?.personne_id ?? '',
        adhesions: [],
        adhesionsLues: [],
      }),
      email: 'curatrice@exemple.fr',
      numeroAdherent: '',
      adhesionId: '',
    }
    expect(await personnesVues(curatrice.portee)).toEqual([curatrice.portee.personneId])
    const id = await laSienne(curatrice)
    await repondreDelegation(curatrice.portee, id, 'ACCEPTER')
    expect((await porteeDe(await agir(curatrice, id))).personneId).toBe(protegee.portee.personneId)
    await expect(repondreDelegation(protegee.portee, id, 'REVOQUER')).rejects.toThrow('introuvable')
    await repondreDelegation(agent, id, 'REVOQUER', 'Fin de la mesure.')
    expect(await loadPourQui(curatrice.portee, JOUR)).toEqual([])
  })
})
