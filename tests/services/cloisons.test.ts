import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BaseDeTest, baseDeTest } from '../support/database'

/**
 * The third fence, tried without the other two: whatever a service or a page forgets, the database answers only for the one who asks.
 */
const SANS_PERSONNE = new Set(['journal_tete', '_prisma_migrations'])

let base: BaseDeTest
let db: typeof import('@/lib/server/db')
let portee: typeof import('@/lib/server/portee')
let journal: typeof import('@/lib/server/journal')
let proprietaire: pg.Client

interface Famille {
  readonly membre: string
  readonly enfant: string
  readonly adhesion: string
  readonly compte: string
  readonly prestation: string
}
let martin: Famille
let nguyen: Famille

beforeAll(async () => {
  base = await baseDeTest()
  db = await import('@/lib/server/db')
  portee = await import('@/lib/server/portee')
  journal = await import('@/lib/server/journal')
  proprietaire = new pg.Client({ connectionString: base.urlProprietaire })
  await proprietaire.connect()
  martin = await installer('Martin', 'A0001')
  nguyen = await installer('Nguyễn', 'A0002')
})

afterAll(async () => {
  await proprietaire.end()
})

/** A family with a member, a child of 16, a contract and one benefit each, written by the system. */
async function installer(nom: string, numero: string): Promise<Famille> {
  return db.ecrire(portee.SYSTEME, async (client) => {
    const un = async (sql: string, valeurs: unknown[]): Promise<string> => {
      const { rows } = await client.query<{ id: string }>(`${sql} RETURNING id`, valeurs)
      return rows[0]?.id ?? ''
    }
    const personne = (prenom: string, naissance: string) =>
      un('INSERT INTO personnes (nom, prenom, date_naissance) VALUES ($1, $2, $3)', [nom, prenom, naissance])
    const membre = await personne('Camille', '1980-02-03')
    const enfant = await personne('Lou', '2009-05-06')
    const adhesion = await un(
      `INSERT INTO adhesions (numero_adherent, reglement, membre_participant_id, date_effet) VALUES ($1, 'essai', $2, '2024-01-01')`,
      [numero, membre],
    )
    for (const [qui, lien] of [
      [membre, 'MEMBRE_PARTICIPANT'],
      [enfant, 'ENFANT'],
    ]) {
      await client.query(
        `INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du) VALUES ($1, $2, $3, '2024-01-01')`,
        [adhesion, qui, lien],
      )
    }
    const compte = await un(
      `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche) VALUES ('ADHERENT', 'EN_ATTENTE', $1, $2, $3)`,
      [membre, `${numero.toLowerCase()}@exemple.fr`, nom],
    )
    const flux = await un(
      `INSERT INTO flux_recus (emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes, total_depense, total_ro,
        lignes_nouvelles, lignes_doublons, lignes_quarantaine) VALUES ('AMO', '01', $1, '\\x00', now(), 'LIQUIDE', 2, 0, 0, 2, 0, 0)`,
      [numero],
    )
    const prestations: string[] = []
    for (const [rang, qui] of [membre, enfant].entries()) {
      const ligne = await un(
        `INSERT INTO lignes_decompte (flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte, operation, reversion,
          pour_information, personne_id, soins_debut, contenu) VALUES ($1, $2, 'AMO', '01', $3, $4, '\\x00', 'PAIEMENT', false, false, $5, '2026-01-05', '{}')`,
        [flux, rang + 1, numero, rang + 1, qui],
      )
      prestations.push(
        await un(
          `INSERT INTO prestations (ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, destinataire, depense, base, part_amo,
            participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites)
           VALUES ($1, $2, $3, 'A_PAYER', '2026-01-05', 'Consultation', 'ASSURE', 3000, 3000, 1900, 200, 0, 900, 200, 'essai', '{}', '[{}]', '{}')`,
          [ligne, adhesion, qui],
        ),
      )
    }
    return { membre, enfant, adhesion, compte, prestation: prestations[0] ?? '' }
  })
}

const membreDe = (f: Famille) =>
  portee.frapperAdherent({
    type: 'ADHERENT',
    compteId: f.compte,
    personneId: f.membre,
    adhesions: [f.adhesion],
    adhesionsLues: [],
  })
const enfantDe = (f: Famille) =>
  portee.frapperAdherent({
    type: 'ADHERENT',
    compteId: f.compte,
    personneId: f.enfant,
    adhesions: [],
    adhesionsLues: [f.adhesion],
  })

describe('chacun ne voit que le sien', () => {
  test('le membre participant voit sa famille et ses prestations, rien des autres ; celles d’un enfant de 16 ans, par son accord', async () => {
    const lire = () =>
      db.lire(membreDe(martin), async (tx) => ({
        personnes: await tx.personne.findMany({ select: { id: true } }),
        adhesions: await tx.adhesion.findMany({ select: { id: true } }),
        prestations: await tx.prestation.findMany({ select: { adhesionId: true } }),
        autre: await tx.prestation.findUnique({ where: { id: nguyen.prestation }, select: { id: true } }),
      }))
    const vu = await lire()
    expect(vu.personnes.map((p) => p.id).sort()).toEqual([martin.membre, martin.enfant].sort())
    expect(vu.adhesions).toEqual([{ id: martin.adhesion }])
    expect(vu.prestations).toEqual([{ adhesionId: martin.adhesion }])
    expect(vu.autre).toBeNull()
    await db.ecrire(portee.SYSTEME, (client) =>
      client.query(
        `INSERT INTO accords_lecture (adhesion_id, personne_id, du) VALUES ($1, $2, '2026-01-01')`,
        [martin.adhesion, martin.enfant],
      ),
    )
    const accorde = await lire()
    expect(accorde.prestations).toEqual([{ adhesionId: martin.adhesion }, { adhesionId: martin.adhesion }])
    expect(accorde.autre).toBeNull()
  })

  test("l'ayant droit voit le contrat et ses propres soins, pas ceux de la famille", async () => {
    const vu = await db.lire(enfantDe(martin), async (tx) => ({
      personnes: await tx.personne.findMany({ select: { id: true } }),
      adhesions: await tx.adhesion.findMany({ select: { id: true } }),
      prestations: await tx.prestation.findMany({ select: { personneId: true } }),
      rib: await tx.compteBancaire.count(),
    }))
    expect(vu).toEqual({
      personnes: [{ id: martin.enfant }],
      adhesions: [{ id: martin.adhesion }],
      prestations: [{ personneId: martin.enfant }],
      rib: 0,
    })
  })

  test('le personnel lit tous les dossiers, mais pas les mots de passe', async () => {
    const gestion = portee.frapperGestion({ type: 'GESTION', compteId: martin.compte, role: 'GESTIONNAIRE' })
    expect(await db.lire(gestion, (tx) => tx.prestation.count())).toBe(4)
    await expect(
      db.lire(gestion, (tx) => tx.compte.findMany({ select: { motDePasse: true } })),
    ).rejects.toThrow(/permission denied/)
  })

  test('sans réglage, la connexion de l’application ne voit aucune ligne', async () => {
    const brut = new pg.Client({ connectionString: base.urlApplication })
    await brut.connect()
    try {
      for (const table of ['personnes', 'adhesions', 'prestations', 'beneficiaires']) {
        const { rows } = await brut.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)
        expect(rows[0]?.n, table).toBe('0')
      }
    } finally {
      await brut.end()
    }
  })

  test("un membre n'écrit rien, pas même chez lui", async () => {
    await expect(
      db.ecrire(membreDe(martin), (client) =>
        client.query(`UPDATE prestations SET etat = 'PAYEE', payee_le = now()`),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      db.lire(membreDe(martin), (tx) => tx.$executeRaw`DELETE FROM beneficiaires`),
    ).rejects.toThrow()
  })
})

describe('la base elle-même', () => {
  test('chaque table est cloisonnée de force et a une politique, sauf celles sans personne', async () => {
    const { rows } = await proprietaire.query<{ nom: string; force: boolean; politiques: string }>(`
      SELECT c.relname AS nom, c.relrowsecurity AND c.relforcerowsecurity AS force,
             (SELECT count(*) FROM pg_policies p WHERE p.tablename = c.relname) AS politiques
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`)
    const ouvertes = rows.filter((t) => !(t.force && Number(t.politiques) > 0)).map((t) => t.nom)
    expect(ouvertes.filter((nom) => !SANS_PERSONNE.has(nom))).toEqual([])
    expect(rows.length).toBeGreaterThan(15)
  })

  test("le rôle de l'application ne crée rien, ne franchit pas les cloisons, n'est pas superutilisateur", async () => {
    const brut = new pg.Client({ connectionString: base.urlApplication })
    await brut.connect()
    try {
      const { rows } = await brut.query<{ superutilisateur: boolean; franchit: boolean; cree: boolean }>(`
        SELECT rolsuper AS superutilisateur, rolbypassrls AS franchit, has_schema_privilege('public', 'CREATE') AS cree
        FROM pg_roles WHERE rolname = current_user`)
      expect(rows[0]).toEqual({ superutilisateur: false, franchit: false, cree: false })
      await expect(brut.query('CREATE TABLE intruse (a int)')).rejects.toThrow(/permission denied/)
    } finally {
      await brut.end()
    }
  })
})

describe('le journal', () => {
  const noter = (objetId: string) =>
    db.ecrire(portee.SYSTEME, (client) =>
      journal.journaliser(client, {
        acte: 'DOSSIER_LU',
        compteId: null,
        role: 'SYSTEME',
        objetType: 'essai',
        objetId,
        resultat: 'FAIT',
      }),
    )

  test('ne se modifie, ne s’efface ni ne se vide, même par son propriétaire', async () => {
    await noter('immuable')
    for (const sql of [`UPDATE journal SET acte = 'AUTRE'`, 'DELETE FROM journal', 'TRUNCATE journal']) {
      await expect(proprietaire.query(sql), sql).rejects.toThrow(/ne se modifient ni ne s'effacent/)
    }
  })

  test('écrit en parallèle, il n’a ni trou ni rupture de chaîne', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => noter(`n${i}`)))
    const { rows } = await proprietaire.query<{ trous: string; ruptures: string; n: string }>(`
      SELECT count(*) AS n, count(*) FILTER (WHERE rang <> attendu) AS trous,
        count(*) FILTER (WHERE NOT intact OR (precedente IS NOT NULL AND empreinte_precedente <> precedente)) AS ruptures
      FROM (SELECT rang, row_number() OVER (ORDER BY rang) AS attendu, empreinte = empreinte_journal(j) AS intact,
              empreinte_precedente, lag(empreinte) OVER (ORDER BY rang) AS precedente FROM journal j) AS chaine`)
    expect(Number(rows[0]?.n)).toBeGreaterThanOrEqual(41)
    expect(rows[0]).toMatchObject({ trous: '0', ruptures: '0' })
  })

  test("une ligne altérée par le superutilisateur rompt la chaîne à l'endroit même", async () => {
    await noter('a-alterer')
    await proprietaire.query('BEGIN')
    await proprietaire.query('ALTER TABLE journal DISABLE TRIGGER journal_immuable')
    await proprietaire.query(`UPDATE journal SET objet_id = 'altere' WHERE objet_id = 'a-alterer'`)
    const { rows } = await proprietaire.query<{ objet_id: string }>(
      'SELECT objet_id FROM journal j WHERE empreinte <> empreinte_journal(j)',
    )
    await proprietaire.query('ROLLBACK')
    expect(rows).toEqual([{ objet_id: 'altere' }])
  })
})

describe('ce que la base refuse de croire', () => {
  test.each([
    [
      'deux formules le même jour',
      `INSERT INTO choix_formules (adhesion_id, formule, du, au) VALUES ($1, 'a', '2024-01-01', '2024-06-30'), ($1, 'b', '2024-06-30', NULL)`,
      /sans_chevauchement/,
    ],
    [
      'une fin avant le début',
      `INSERT INTO choix_formules (adhesion_id, formule, du, au) VALUES ($1, 'a', '2024-02-01', '2024-01-31')`,
      /choix_formules_periode/,
    ],
    [
      'deux membres participants',
      `INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du) SELECT $1, personne_id, 'MEMBRE_PARTICIPANT', '2025-01-01' FROM beneficiaires WHERE adhesion_id = $1 AND lien = 'ENFANT'`,
      /beneficiaires_/,
    ],
    [
      'deux RIB de prestations à la fois',
      `INSERT INTO comptes_bancaires (adhesion_id, usage, titulaire, iban_chiffre, iban_fin, du) VALUES ($1, 'PRESTATIONS', 'x', '\\x00', '0185', '2024-01-01'), ($1, 'PRESTATIONS', 'y', '\\x00', '0186', '2024-02-01')`,
      /sans_chevauchement/,
    ],
  ])('%s', async (_nom, sql, refus) => {
    await expect(db.ecrire(portee.SYSTEME, (client) => client.query(sql, [martin.adhesion]))).rejects.toThrow(
      refus,
    )
  })

  test.each([
    [
      'une prestation qui change de montant',
      `UPDATE prestations SET part_mutuelle = 1000, reste_a_charge = 100 WHERE id = $1`,
      /seul l'état/,
    ],
    ['une prestation effacée', `DELETE FROM prestations WHERE id = $1`, /ne s'efface pas|permission denied/],
    [
      'un retour en arrière',
      `UPDATE prestations SET etat = 'CALCULEE' WHERE id = $1`,
      /passage de A_PAYER à CALCULEE/,
    ],
    [
      'une prestation payée sans date',
      `UPDATE prestations SET etat = 'PAYEE' WHERE id = $1`,
      /prestations_payee_datee/,
    ],
  ])('%s', async (_nom, sql, refus) => {
    await expect(
      db.ecrire(portee.SYSTEME, (client) => client.query(sql, [martin.prestation])),
    ).rejects.toThrow(refus)
  })

  test('un forfait dépassé', async () => {
    await expect(
      db.ecrire(portee.SYSTEME, (client) =>
        client.query(
          `INSERT INTO compteurs (personne_id, adhesion_id, ligne, du, au, plafond, consomme) VALUES ($1, $2, 'essai', '2026-01-01', '2026-12-31', 10000, 10001)`,
          [martin.membre, martin.adhesion],
        ),
      ),
    ).rejects.toThrow(/compteurs_jamais_depasse/)
  })
})
