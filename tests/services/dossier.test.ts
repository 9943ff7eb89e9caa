import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { hacher } from '@/lib/server/mot-de-passe'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { ouvrirSession, reconnaitreSession } from '@/lib/server/sessions'
import { trouverDemande } from '@/lib/services/corbeille/data'
import { chercherPersonnes, ouvrirDossier } from '@/lib/services/dossier/data'
import { lireRecherche } from '@/lib/services/dossier/schema'
import { voirDossier } from '@/lib/services/dossier/view'
import { commencerRegard, finirRegard } from '@/lib/services/regard/mutations'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE } from '../support/comptes'
import { adhesionDe, installerFamille } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let maud: string
const JOUR = dateCivile('2026-11-15')

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerFamille({
    numero: '00410060',
    formules: [['tribu-equilibre', '2024-01-01', '']],
    personnes: [
      ['MEMBRE_PARTICIPANT', 'Maëlys', '1986-04-12'],
      ['CONJOINT', 'Jean-François', '1984-09-03'],
    ],
    rib: false,
  })
  await base.query("UPDATE personnes SET nom = 'Œuvrard-Lecœur' WHERE prenom = 'Maëlys'")
  const { rows } = await base.query<{ id: string }>("SELECT id FROM personnes WHERE prenom = 'Maëlys'")
  maud = rows[0]?.id ?? ''
  ines = await agent('GESTIONNAIRE')
})
afterAll(() => fermer())

async function agent(role: PorteeGestion['role']): Promise<PorteeGestion> {
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, email_confirme_le, mot_de_passe, conditions_version, conditions_acceptees_le, nom_affiche)
      VALUES ($1::text::"RoleCompte", 'ACTIF', $2, now(), $3, '1', now(), 'Ines') RETURNING id`,
    [role, `${randomUUID()}@exemple.fr`, await hacher(BON_MOT_DE_PASSE)],
  )
  return frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role })
}
const trouver = async (q: string, acteur = ines) =>
  (await chercherPersonnes(acteur, lireRecherche(q))).map(({ prenom }) => prenom)
const journal = async (acte: string) =>
  (
    await base.query<{ nombre: number }>('SELECT count(*)::int AS nombre FROM journal WHERE acte = $1', [
      acte,
    ])
  ).rows[0]?.nombre

describe('Le dossier d’une personne', () => {
  test.each([
    ['oeuvrard', ['Maëlys']],
    ['ŒUVRARD LECŒUR', ['Maëlys']],
    ['maelys oeuv', ['Maëlys']],
    ['oeuv maelys', ['Maëlys']],
    ['oeuvrard lecoeur maelys', ['Maëlys']],
    ['maelys oeuvrard lecoeur', ['Maëlys']],
    ['jean francois 00410060', []],
    ['410060', ['Jean-François', 'Maëlys']],
    ['00410060', ['Jean-François', 'Maëlys']],
    ['%', []],
    ['dupont', []],
  ])('G13 : « %s » trouve %j', async (q, attendus) => {
    expect((await trouver(q)).sort()).toEqual([...attendus].sort())
  })

  test('par son numéro de sécurité sociale, en entier seulement', async () => {
    const { rows } = await base.query<{ n: number }>('SELECT count(*)::int AS n FROM immatriculations')
    expect(rows[0]?.n).toBeGreaterThan(0)
    // La première personne installée par ce fichier : nirAdulte(501).
    expect(await trouver('1 80 01 99 999 501')).toEqual(['Maëlys'])
    expect(await trouver('180019999950')).toEqual([])
  })

  test('G11 : une demande se trouve par son numéro, écrit comme on le dit ; les plus de dix sont sur « toutes »', async () => {
    const { rows } = await base.query<{ id: string }>(
      `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche) VALUES ('ADHERENT', 'EN_ATTENTE', $1, 'maud@exemple.fr', 'Maëlys') RETURNING id`,
      [maud],
    )
    await base.query(
      `INSERT INTO demandes (nature, etat, compte_id, cle, faits, equipe, cree_le, envoyee_le, repondre_avant, limite)
        SELECT 'MESSAGE', 'ENVOYEE', $1, gen_random_uuid(), '{}', 'ADHESIONS', d, d, d, '{}'
        FROM (SELECT timestamptz '2026-03-10T10:00Z' - n * interval '1 hour' AS d FROM generate_series(1, 12) n) x`,
      [rows[0]?.id],
    )
    const { rows: toutes } = await base.query<{ id: string; numero: number }>(
      'SELECT id, numero FROM demandes WHERE compte_id = $1 ORDER BY cree_le',
      [rows[0]?.id],
    )
    const ancienne = toutes[0]
    const numero = ancienne?.numero ?? 0
    for (const dit of [`D-${String(numero).padStart(6, '0')}`, `d ${numero}`, `D${numero}`]) {
      expect(await trouver(dit), dit).toEqual(['Maëlys'])
      expect(lireRecherche(dit)).toMatchObject({ par: 'DEMANDE', numero })
    }
    expect(await trouverDemande(ines, numero)).toMatchObject({ href: `/gestion/corbeille/${ancienne?.id}` })
    // Not of a team of theirs.
    expect(await trouverDemande(await agent('COMPTABLE'), numero)).toBeNull()
    expect(await trouverDemande(ines, 999_999_999)).toBeNull()

    const lu = await ouvrirDossier(ines, maud, JOUR)
    const vue = lu === null ? null : voirDossier(lu)
    expect([vue?.demandes.length, vue?.autresDemandes]).toEqual([10, true])
    const luToutes = await ouvrirDossier(ines, maud, JOUR, true)
    const vueToutes = luToutes === null ? null : voirDossier(luToutes, true)
    expect([vueToutes?.demandes.length, vueToutes?.autresDemandes]).toEqual([12, false])
    expect(vueToutes?.demandes.map(({ id }) => id)).toContain(ancienne?.id)
  })

  test('l’ouvrir est au journal ; un comptable n’y trouve rien', async () => {
    const avant = (await journal('DOSSIER_LU')) ?? 0
    expect((await ouvrirDossier(ines, maud, JOUR))?.contrats).toHaveLength(1)
    expect(await journal('DOSSIER_LU')).toBe(avant + 1)
    const comptable = await agent('COMPTABLE')
    expect(await ouvrirDossier(comptable, maud, JOUR)).toBeNull()
    expect(await trouver('oeuvrard', comptable)).toEqual([])
  })
})

describe('G17 : voir ce que voit l’adhérent', () => {
  async function session(acteur: PorteeGestion) {
    const instant = new Date()
    const secret = await ecrire(SYSTEME, (client) => ouvrirSession(client, acteur.compteId, 'test', instant))
    const courante = await reconnaitreSession(secret, instant)
    return { secret, id: courante?.sessionId ?? '', instant }
  }

  test('un quart d’heure, en lecture seule : la base refuse toute écriture, et c’est au journal', async () => {
    const { secret, id, instant } = await session(ines)
    await commencerRegard(ines, id, { personne: maud, motif: 'ne trouve pas son relevé' }, instant)
    const regard = (await reconnaitreSession(secret, instant))?.regard
    expect(regard?.portee).toMatchObject({
      personneId: maud,
      lectureSeule: true,
      adhesions: [await adhesionDe(base, '00410060')],
    })
    if (regard === undefined || regard === null) throw new Error('aucun regard')
    await expect(
      ecrire(regard.portee, (client) =>
        client.query("INSERT INTO telephones (personne_id, version, mobile) VALUES ($1, 1, '+33612345678')", [
          maud,
        ]),
      ),
    ).rejects.toThrow('read-only')
    expect(await journal('REGARD_COMMENCE')).toBe(1)
    const plusTard = new Date(instant.getTime() + 14 * 60_000 + 61_000)
    expect((await reconnaitreSession(secret, plusTard))?.regard ?? null).toBeNull()
  })

  test('un autre regard remplace le premier, et l’arrêter le finit', async () => {
    const { secret, id, instant } = await session(ines)
    const { rows } = await base.query<{ id: string }>(
      "SELECT id FROM personnes WHERE prenom = 'Jean-François'",
    )
    await commencerRegard(ines, id, { personne: maud, motif: 'un' }, instant)
    await commencerRegard(ines, id, { personne: rows[0]?.id ?? '', motif: 'deux' }, instant)
    expect((await reconnaitreSession(secret, instant))?.regard?.portee.personneId).toBe(rows[0]?.id)
    await finirRegard(ines, id, instant)
    expect((await reconnaitreSession(secret, instant))?.regard).toBeNull()
  })

  test('qui ne traite pas les dossiers n’y entre pas', async () => {
    const comptable = await agent('COMPTABLE')
    const { id, instant } = await session(comptable)
    await expect(
      commencerRegard(comptable, id, { personne: maud, motif: 'curiosité' }, instant),
    ).rejects.toThrow('introuvable')
  })
})
