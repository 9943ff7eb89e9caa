import { randomUUID } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLASSES, CONSERVATION } from '@/lib/lexique/donnees/conservation'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { SYSTEME } from '@/lib/server/portee'
import { CONSERVATIONS } from '@/lib/server/stockage/conservation'
import { type LignePurge, purger } from '@/lib/services/conservation/mutations'
import { envoyerDemande, garderBrouillon } from '@/lib/services/demande/mutations'
import { garderJusquAu } from '@/lib/services/effacement/view'
import { accepter, defaire, lireApercu, prendre } from '@/lib/services/traitement/mutations'
import { creerPersonne, lignes } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { redaction, unAgent, unMembre } from '../support/demandes'

let base: pg.Pool
let donnees: string
beforeAll(async () => {
  process.env.PORTAIL_TODAY = '2026-03-17'
  const lue = await baseDeTest()
  donnees = lue.donnees
  base = new pg.Pool({ connectionString: lue.urlProprietaire, max: 2 })
})
afterAll(() => base.end())

const ilEst = (jour: string): unknown => Object.assign(env(), { PORTAIL_TODAY: jour })
const effaces = (rapport: readonly LignePurge[], classe: string): number | undefined =>
  rapport.find((l) => l.classe === classe)?.effaces

describe('S-58, T07 : les durées sont des données', () => {
  test('chaque classe dit quoi, combien de temps, depuis quand, pourquoi, et ce qui suit', () => {
    expect(CLASSES.length).toBe(18)
    for (const classe of CLASSES) {
      const { quoi, dite, fondement, duree, sort } = CONSERVATION[classe]
      expect([classe, quoi.length > 5, dite.length > 5, fondement.length > 5]).toEqual([
        classe,
        true,
        true,
        true,
      ])
      expect([classe, duree === null]).toEqual([classe, sort === 'GARDER'])
    }
  })
  test('les journaux techniques restent entre six mois et un an', () => {
    expect(CONSERVATION.JOURNAUX_TECHNIQUES.duree).toEqual({ nombre: 12, unite: 'MOIS' })
  })
  test('ce que dit la page est ce que fait le balayage des fichiers', () => {
    for (const [classe, conservation] of [
      ['PIECES', 'PIECE'],
      ['DOCUMENTS', 'DOCUMENT'],
    ] as const)
      expect(CONSERVATION[classe].duree).toEqual({
        nombre: CONSERVATIONS[conservation].annees,
        unite: 'ANNEES',
      })
  })
  test.each([
    ['2024-02-29', { nombre: 2, unite: 'ANNEES' }, '2026-02-28'],
    ['2025-06-30', { nombre: 5, unite: 'ANNEES' }, '2030-06-30'],
    ['2026-01-31', { nombre: 90, unite: 'JOURS' }, '2026-05-01'],
    ['2025-03-31', { nombre: 12, unite: 'MOIS' }, '2026-03-31'],
  ] as const)('depuis le %s, on garde jusqu’au dernier jour de la durée', (depuis, duree, attendu) => {
    expect(garderJusquAu(dateCivile(depuis), duree)).toBe(attendu)
  })
})

describe('S-58 : la purge', () => {
  test('un journal technique de 400 jours part, celui de 300 jours reste', async () => {
    const dossier = join(donnees, 'journaux')
    await mkdir(dossier, { recursive: true })
    const jour = 24 * 3600
    const midi = Date.parse('2026-03-17T12:00:00Z') / 1000
    for (const [nom, age] of [
      ['vieux.log', 400],
      ['recent.log', 300],
    ] as const) {
      await writeFile(join(dossier, nom), 'x')
      await utimes(join(dossier, nom), midi - age * jour, midi - age * jour)
    }
    expect(effaces(await purger({ essai: true }), 'JOURNAUX_TECHNIQUES')).toBe(1)
    expect(await readdir(dossier)).toEqual(['recent.log', 'vieux.log'])
    expect(effaces(await purger({ essai: false }), 'JOURNAUX_TECHNIQUES')).toBe(1)
    expect(await readdir(dossier)).toEqual(['recent.log'])
  })

  test('un brouillon part au bout de quatre-vingt-dix jours, une demande envoyée jamais ainsi', async () => {
    const membre = await unMembre()
    const { id: brouillon } = await garderBrouillon(membre, redaction(membre))
    const { id: envoyee } = await envoyerDemande(membre, redaction(membre))
    ilEst('2026-06-15')
    expect(effaces(await purger({ essai: false }), 'BROUILLONS')).toBe(0)
    ilEst('2026-06-16')
    expect(effaces(await purger({ essai: false }), 'BROUILLONS')).toBe(1)
    expect(effaces(await purger({ essai: false }), 'BROUILLONS')).toBe(0)
    const restent = await lignes<{ id: string }>('SELECT id FROM demandes WHERE id = ANY ($1::uuid[])', [
      [brouillon, envoyee],
    ])
    expect(restent).toEqual([{ id: envoyee }])
    ilEst('2026-03-17')
  })

  test('un compte jamais confirmé part au bout de trente jours, sauf si quelque chose s’y rattache encore : il est dit gardé', async () => {
    const a = await creerPersonne({ email: 'jamais@exemple.fr', statut: 'EN_ATTENTE' })
    const b = await creerPersonne({ email: 'jamais2@exemple.fr', statut: 'EN_ATTENTE' })
    await base.query(
      `UPDATE comptes SET email_confirme_le = NULL, cree_le = '2026-02-01' WHERE id = ANY ($1::uuid[])`,
      [[a.compteId, b.compteId]],
    )
    await base.query(
      `INSERT INTO demandes (nature, etat, compte_id, cle, faits, equipe, cree_le) VALUES ('MESSAGE', 'BROUILLON', $1, gen_random_uuid(), '{}', 'ADHESIONS', '2026-03-16')`,
      [b.compteId],
    )
    await base.query(
      `INSERT INTO facteurs (id, compte_id, nature, nom, cree_le) VALUES ('00000000-0000-4000-8000-00000000fac7', $1, 'CODES', 'Codes', now())`,
      [a.compteId],
    )
    await base.query(
      `INSERT INTO codes_secours (facteur_id, empreinte) VALUES ('00000000-0000-4000-8000-00000000fac7', sha256('code'))`,
    )
    const ligne = (await purger({ essai: false })).find(({ classe }) => classe === 'COMPTES_NON_CONFIRMES')
    expect(ligne).toEqual({ classe: 'COMPTES_NON_CONFIRMES', effaces: 1, retenus: 1 })
    const comptes = await lignes<{ id: string }>('SELECT id FROM comptes WHERE id = ANY ($1::uuid[])', [
      [a.compteId, b.compteId],
    ])
    expect(comptes).toEqual([{ id: b.compteId }])
  })

  test('deux ans après la réponse un message part avec ses pièces, une réclamation au bout de cinq', async () => {
    const membre = await unMembre()
    const { id: message } = await envoyerDemande(membre, redaction(membre))
    const { id: reclamation } = await envoyerDemande(membre, redaction(membre, 'RECLAMATION'))
    const client = await base.connect()
    await client.query("SET session_replication_role = 'replica'")
    await client.query(
      `UPDATE demandes SET etat = 'REPONDUE', close_le = '2026-03-17T12:00:00Z' WHERE id = ANY ($1::uuid[])`,
      [[message, reclamation]],
    )
    await client.query("SET session_replication_role = 'origin'")
    client.release()
    const restent = async () =>
      (
        await lignes<{ id: string }>('SELECT id FROM demandes WHERE id = ANY ($1::uuid[]) ORDER BY numero', [
          [message, reclamation],
        ])
      ).map(({ id }) => id)
    ilEst('2028-03-17')
    await purger({ essai: false })
    expect(await restent()).toEqual([message, reclamation])
    ilEst('2028-03-18')
    await purger({ essai: false })
    expect(await restent()).toEqual([reclamation])
    ilEst('2031-03-18')
    await purger({ essai: false })
    expect(await restent()).toEqual([])
    ilEst('2026-03-17')
  })

  test('la demande d’une aide part comme les autres : l’aide et l’avance restent, sans elle', async () => {
    const membre = await unMembre()
    const { id } = await envoyerDemande(membre, redaction(membre))
    const valeurs = [id, membre.adhesions[0], membre.personneId]
    const client = await base.connect()
    await client.query("SET session_replication_role = 'replica'")
    await client.query(
      `UPDATE demandes SET etat = 'REPONDUE', close_le = '2026-03-17T12:00:00Z' WHERE id = $1`,
      [id],
    )
    await client.query(
      `INSERT INTO aides_accordees (demande_id, adhesion_id, personne_id, aide, jour, annee, quantite, montant, prestation_id, accordee_le)
        VALUES ($1, $2, $3, 'NAISSANCE', '2026-03-01', 2026, 1, 100, gen_random_uuid(), '2026-03-17')`,
      valeurs,
    )
    await client.query(
      `INSERT INTO avances_sante (demande_id, adhesion_id, personne_id, etat, montant, mois, decidee_le, motifs)
        VALUES ($1, $2, $3, 'ANNULEE', 100, 1, '2026-03-17', '[{"code":"X"}]')`,
      valeurs,
    )
    await client.query("SET session_replication_role = 'origin'")
    client.release()
    ilEst('2028-03-18')
    const ligne = (await purger({ essai: false })).find(({ classe }) => classe === 'DEMANDES')
    expect(ligne).toMatchObject({ effaces: 1, retenus: 0 })
    expect(
      await lignes(
        `SELECT demande_id, aide FROM aides_accordees WHERE personne_id = $1
          UNION ALL SELECT demande_id, etat::text FROM avances_sante WHERE personne_id = $1 ORDER BY 2`,
        [membre.personneId],
      ),
    ).toEqual([
      { demande_id: null, aide: 'ANNULEE' },
      { demande_id: null, aide: 'NAISSANCE' },
    ])
    ilEst('2026-03-17')
  })

  test('hors de l’effacement, ce que gardent les autres pièces reste comme il fut dit', async () => {
    const membre = await unMembre()
    const agent = await unAgent()
    const compte = [membre.compteId]
    const personne = [membre.adhesions[0], membre.personneId]
    for (const [sql, valeurs] of [
      [
        `INSERT INTO consentements (compte_id, texte, version, accepte, donne_le) VALUES ($1, 'CONDITIONS', '9', true, now())`,
        compte,
      ],
      [
        `INSERT INTO preferences_courriel (compte_id, nature, rang, voulu) VALUES ($1, 'RELEVE', 1, true)`,
        compte,
      ],
      [
        `INSERT INTO levees_facteurs (compte_id, demandee_par, demandee_le, verifie, motif, effet_le) VALUES ($1, $2, now(), '{X}', 'perdu', now() + interval '2 days')`,
        [membre.compteId, agent.compteId],
      ],
      [
        `INSERT INTO interventions_compte (compte_id, geste, faite_par, faite_le, motif) VALUES ($1, 'SUSPENSION', $2, now(), 'volé')`,
        [membre.compteId, agent.compteId],
      ],
      [`INSERT INTO accords_lecture (adhesion_id, personne_id, du) VALUES ($1, $2, '2026-01-01')`, personne],
      [
        `INSERT INTO delegations (motif, etendue, etat, protege_id, auteur_id, designation, du, proposee_le) VALUES ('AIDANT', 'VOIR', 'PROPOSEE', $2, $1, '{}', '2026-01-01', now())`,
        [membre.compteId, membre.personneId],
      ],
      [
        `INSERT INTO passages_delegation (delegation_id, rang, passage, etat, moment) SELECT id, 1, 'PROPOSER', 'PROPOSEE', now() FROM delegations WHERE auteur_id = $1`,
        compte,
      ],
      [
        `INSERT INTO avances_sante (adhesion_id, personne_id, etat, montant, mois, decidee_le, motifs) VALUES ($1, $2, 'ANNULEE', 1, 1, '2026-01-01', '[{"code":"X"}]')`,
        personne,
      ],
    ] as const)
      await base.query(sql, [...valeurs])
    for (const sql of [
      'DELETE FROM consentements',
      'DELETE FROM preferences_courriel',
      'DELETE FROM levees_facteurs',
      'DELETE FROM interventions_compte',
      'DELETE FROM accords_lecture',
      `UPDATE delegations SET designation = '{"x":1}'`,
      'UPDATE passages_delegation SET raison = NULL',
      `UPDATE aides_accordees SET aide = 'AUTRE'`,
      `UPDATE avances_sante SET motifs = '[1]'`,
    ])
      await expect(
        ecrire(SYSTEME, (client) => client.query(sql)),
        sql,
      ).rejects.toThrow(/ne se modifie|seules ces colonnes/)
  })

  test('le rapport au journal ne porte que des nombres', async () => {
    const [derniere] = await lignes<{ donnees: Record<string, unknown> }>(
      `SELECT donnees FROM journal WHERE acte = 'CONSERVATION_PURGEE' ORDER BY rang DESC LIMIT 1`,
    )
    expect(Object.values(derniere?.donnees ?? {}).every((v) => typeof v === 'number')).toBe(true)
  })
})

describe('T07 : le droit de rectification', () => {
  test('une faute de frappe se corrige : avant et après montrés, écrits, défaits, et le journal n’a aucun nom', async () => {
    const membre = await unMembre()
    await lignes(
      "INSERT INTO choix_formules (adhesion_id, formule, du) VALUES ($1, 'tribu-equilibre', '2020-01-01')",
      [membre.adhesions[0]],
    )
    const agent = await unAgent('SUPERVISEUR')
    const { id } = await envoyerDemande(membre, {
      ...redaction(membre, 'DROITS_RGPD'),
      cle: randomUUID(),
      faits: { sujet: 'RECTIFICATION', reference: null, referenceType: null, designation: null },
      texte: 'Je m’appelle Ruis, née le 3 février 1981.',
    })
    await prendre(agent, id)
    expect(await lireApercu(agent, id, {})).toMatchObject({ verdict: 'INCOMPLETE' })
    const saisie = { nom: 'Ruis', prenom: '', dateNaissance: '1981-02-03' }
    const apercu = await lireApercu(agent, id, saisie)
    expect(apercu).toMatchObject({
      verdict: 'ACCORDEE',
      lignes: [
        { libelle: 'Nom', avant: 'Ruiz', apres: 'Ruis' },
        { libelle: 'Date de naissance', avant: '3 février 1980', apres: '3 février 1981' },
        { libelle: 'Carte de tiers payant' },
        { libelle: 'Cotisation' },
      ],
    })
    const version = async () =>
      (await lignes<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id]))[0]?.version ??
      -1
    const identite = async () =>
      (
        await lignes(
          'SELECT p.nom, p.prenom, p.date_naissance AS naissance, c.nom_affiche AS affiche FROM personnes p JOIN comptes c ON c.personne_id = p.id WHERE p.id = $1',
          [membre.personneId],
        )
      )[0]
    await accepter(agent, id, { version: await version(), phrase: null, saisie })
    expect(await identite()).toEqual({
      nom: 'Ruis',
      prenom: 'Ana',
      naissance: '1981-02-03',
      affiche: 'Ana Ruis',
    })
    // The card and the certificate are made again, in the right name; undone, again in the former one.
    const papiers = async (nom: string) =>
      (
        await lignes<{ nature: string }>(
          `SELECT nature::text AS nature FROM documents WHERE adhesion_id = $1 AND donnees->'faits' @? $2::jsonpath ORDER BY nature`,
          [membre.adhesions[0], `$.** ? (@ == "${nom}")`],
        )
      ).map(({ nature }) => nature)
    expect(await papiers('Ruis')).toEqual(['CARTE_TIERS_PAYANT', 'CERTIFICAT_ADHESION'])
    expect(await papiers('Ruiz')).toEqual([])
    await defaire(agent, id, await version())
    expect(await identite()).toEqual({
      nom: 'Ruiz',
      prenom: 'Ana',
      naissance: '1980-02-03',
      affiche: 'Ana Ruiz',
    })
    expect(await papiers('Ruiz')).toEqual(['CARTE_TIERS_PAYANT', 'CERTIFICAT_ADHESION'])
    const journal = await lignes<{ texte: string }>(
      `SELECT donnees::text AS texte FROM journal WHERE acte = 'IDENTITE_RECTIFIEE'`,
    )
    expect(journal.map(({ texte }) => texte)).toEqual(['{}', '{}'])
  })

  test('un autre droit se répond par un message : il ne s’accepte pas', async () => {
    const membre = await unMembre()
    const agent = await unAgent('SUPERVISEUR')
    const { id } = await envoyerDemande(membre, {
      ...redaction(membre, 'DROITS_RGPD'),
      faits: { sujet: 'OPPOSITION', reference: null, referenceType: null, designation: null },
    })
    await prendre(agent, id)
    expect(await lireApercu(agent, id)).toEqual({
      verdict: 'INCOMPLETE',
      manque: ['Cette demande se répond par un message.'],
    })
  })
})
