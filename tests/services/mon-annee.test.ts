import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { lireAnnee, requeteAnnee, requeteAnnees, requeteRetenuesLues } from '@/lib/services/mon-annee/data'
import { voirAnnee } from '@/lib/services/mon-annee/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { baseDeTest } from '../support/database'
import {
  CLAIRE,
  ELIE,
  installerFamilles,
  ODETTE,
  placerSoin,
  porteeClaire,
  porteeElie,
  porteeOdette,
} from '../support/famille'

const JOUR = dateCivile('2026-03-17')
let base: pg.Pool

beforeAll(async () => {
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  await installerFamilles(base)
  await placerSoin(base, { personne: CLAIRE, jour: '2026-01-05' })
  await placerSoin(base, { personne: CLAIRE, jour: '2025-12-31', montants: [5000, 3000, 1500] })
  await placerSoin(base, { personne: ELIE, jour: '2026-02-01', montants: [8000, 2000, 4000] })
  await placerSoin(base, { personne: ODETTE, jour: '2026-02-02' })
  // Paid, then taken back; cancelled before it was paid: neither it nor its reversal. Without a share, then corrected: one care.
  const paye = await placerSoin(base, { personne: CLAIRE, jour: '2026-02-10', etat: 'PAYEE' })
  await placerSoin(base, {
    personne: CLAIRE,
    jour: '2026-02-10',
    montants: [-3000, -1900, -900],
    annule: paye,
  })
  const annule = await placerSoin(base, { personne: CLAIRE, jour: '2026-02-11', etat: 'ANNULEE' })
  await placerSoin(base, {
    personne: CLAIRE,
    jour: '2026-02-11',
    montants: [-3000, -1900, -900],
    annule,
  })
  const sansPart = await placerSoin(base, {
    personne: CLAIRE,
    jour: '2026-02-12',
    etat: 'PAYEE',
    montants: [2500, 2500, 0],
  })
  await placerSoin(base, {
    personne: CLAIRE,
    jour: '2026-02-12',
    etat: 'ANNULEE',
    montants: [-2500, -2500, 0],
    annule: sansPart,
  })
  await placerSoin(base, { personne: CLAIRE, jour: '2026-02-12', montants: [2600, 2500, 0] })
})
afterAll(() => base.end())

const annee = async (portee: PorteeAdherent, an: number, personne: string | null = null) =>
  voirAnnee(await lireAnnee(portee, an, personne), JOUR, articleCite)

describe('l’année de chacun', () => {
  test.each([
    // Claire: 5 January, 12 February corrected; Élie: 1 February. 30 + 26 + 80.
    ['l’adhérente, sa famille', porteeClaire, 2026, null, 3, 13600],
    ['l’adhérente, l’année d’avant', porteeClaire, 2025, null, 1, 5000],
    ['l’adhérente, son fils', porteeClaire, 2026, ELIE, 1, 8000],
    ['l’ayant droit, lui seul', porteeElie, 2026, null, 1, 8000],
    ['l’ayant droit, qui demande sa mère', porteeElie, 2026, CLAIRE, 1, 8000],
    ['une autre adhérente', porteeOdette, 2026, null, 1, 3000],
    ['une autre adhérente, qui demande une étrangère', porteeOdette, 2026, CLAIRE, 1, 3000],
  ] as const)('%s', async (_nom, portee, an, personne, nombre, depense) => {
    const vue = await annee(portee, an, personne)
    expect([vue.nombre, vue.total.depense]).toEqual([nombre, depense])
  })

  test('les années où il y a des soins, la plus récente d’abord', async () => {
    const annees = async (portee: PorteeAdherent) =>
      (await annee(portee, 2025)).annees.map(({ libelle, courant }) => [libelle, courant])
    expect(await annees(porteeClaire)).toEqual([
      ['Année 2026', false],
      ['Année 2025', true],
    ])
    expect(await annees(porteeElie)).toEqual([['Année 2026', false]])
  })

  test('un soin sans ligne de garantie est compté parmi les autres', async () => {
    expect((await annee(porteeOdette, 2026)).genres.map(({ titre }) => titre)).toEqual(['Autres soins'])
  })
})

test('parmi 10 000 soins de 400 autres familles, la page lit par index', async () => {
  await base.query(`INSERT INTO personnes (id, nom, prenom, date_naissance)
    SELECT ('00000000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid, 'Nom', 'Prénom', '1980-01-01' FROM generate_series(1, 400) i`)
  await base.query(`INSERT INTO adhesions (id, numero_adherent, reglement, membre_participant_id, date_effet)
    SELECT ('00000000-0000-4000-9001-' || lpad(i::text, 12, '0'))::uuid, 'Z' || i, 'r',
      ('00000000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid, '2023-01-01' FROM generate_series(1, 400) i`)
  await base.query(`INSERT INTO lignes_decompte (id, flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte,
      operation, reversion, pour_information, personne_id, soins_debut, contenu)
    SELECT ('00000000-0000-4000-9002-' || lpad(i::text, 12, '0'))::uuid, (SELECT id FROM flux_recus LIMIT 1), 1000 + i, 'AMO', '01999',
      'Z' || i, 1, '\\x00', 'PAIEMENT', false, false, ('00000000-0000-4000-9000-' || lpad((1 + i % 400)::text, 12, '0'))::uuid,
      DATE '2024-04-01' + i % 700, '{}' FROM generate_series(1, 10000) i`)
  await base.query(`INSERT INTO prestations (ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, destinataire, depense, base, part_amo,
      participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites)
    SELECT l.id, ('00000000-0000-4000-9001-' || right(l.personne_id::text, 12))::uuid, l.personne_id, 'A_PAYER', l.soins_debut, 'Soin', 'ASSURE',
      3000, 3000, 1900, 0, 0, 900, 200, 'r@2024-01-01', '{}', '[{"code":"NON_GARANTI","article":"mutami/art-10","donnees":{}}]', '{}'
    FROM lignes_decompte l WHERE l.id_decompte LIKE 'Z%'`)
  await base.query('ANALYZE')
  const du = dateCivile('2026-01-01')
  for (const requete of [
    requeteAnnee(porteeClaire, du, JOUR),
    requeteAnnees(porteeClaire),
    requeteRetenuesLues(porteeClaire),
  ]) {
    const lignes = await lire(porteeClaire, (tx) =>
      tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${requete}`),
    )
    const plan = lignes.map((ligne) => ligne['QUERY PLAN']).join('\n')
    expect(plan).toContain('prestations_adhesion_id_date_soins_id_idx')
    expect(plan).toContain('prestations_personne_id_date_soins_id_idx')
    expect(plan).not.toContain('Seq Scan on prestations')
  }
  expect((await annee(porteeClaire, 2026)).nombre).toBe(3)
}, 60_000)
