import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Offre } from '@/lib/flux/portefeuille/connu'
import { COLONNES } from '@/lib/flux/portefeuille/ligne'
import { dechiffrer } from '@/lib/server/chiffrement'
import { frapperGestion, SYSTEME } from '@/lib/server/portee'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { baseDeFlux } from '../support/base-flux'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
})
afterAll(() => fermer())

const TABLES = [
  'personnes',
  'immatriculations',
  'adhesions',
  'choix_formules',
  'beneficiaires',
  'comptes_bancaires',
  'codes_acces',
]
beforeEach(async () => {
  await proprietaire.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`).catch(async () => {
    for (const table of TABLES.toReversed()) {
      // Nobody else may erase them: what guards them looks away for this clean sweep only.
      await proprietaire.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
      await proprietaire.query(`DELETE FROM ${table}`)
      await proprietaire.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    }
  })
})

const OFFRE: Offre = { porte: (r) => r === 'reg', propose: () => true }
const MERE = '282039999900248'
const LIGNES = [
  'ADHESION;A1;reg;;2024-01-01;;;;;;;;;;;;',
  'FORMULE;A1;;f1;2024-01-01;2024-12-31;;;;;;;;;;;',
  'FORMULE;A1;;f2;2025-01-01;;;;;;;;;;;;',
  `BENEFICIAIRE;A1;;;2024-01-01;;MEMBRE_PARTICIPANT;Dupont;Éloïse;1982-03-01;1;${MERE};;CARTE-01;;;`,
  `BENEFICIAIRE;A1;;;2024-01-01;;ENFANT;Dupont;Zoé;2015-05-05;1;${MERE};180019999900168;;;;`,
  'RIB;A1;;;2024-01-01;;;;;;;;;;PRESTATIONS;E Dupont;FR1420041010050500013M02606',
]
const octets = (lignes: readonly string[]) =>
  new TextEncoder().encode([COLONNES.join(';'), ...lignes].join('\n'))
const importer = (lignes: readonly string[]) => importerPortefeuille(SYSTEME, octets(lignes), OFFRE)
const compter = async (table: string) =>
  Number((await proprietaire.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n)
const etat = async () => Object.fromEntries(await Promise.all(TABLES.map(async (t) => [t, await compter(t)])))

describe("l'import d'un portefeuille", () => {
  test('écrit tout en une fois, chiffre les numéros et le dit au journal', async () => {
    const avant = await compter('journal')
    expect(await importer(LIGNES)).toMatchObject({
      issue: 'IMPORTE',
      compte: {
        lignes: 6,
        adhesions: 1,
        personnes: 2,
        immatriculations: 3,
        beneficiaires: 2,
        formules: 2,
        ribs: 1,
        codes: 1,
      },
    })
    const { rows } = await proprietaire.query('SELECT id, iban_chiffre, iban_fin FROM comptes_bancaires')
    expect(dechiffrer(rows[0].iban_chiffre, `comptes_bancaires:${rows[0].id}`)).toBe(
      'FR1420041010050500013M02606',
    )
    expect(rows[0].iban_fin).toBe('2606')
    expect(await compter('journal')).toBe(avant + 1)
    const journal = await proprietaire.query(
      'SELECT acte, donnees::text AS donnees FROM journal ORDER BY rang DESC LIMIT 1',
    )
    expect(journal.rows[0].acte).toBe('PORTEFEUILLE_IMPORTE')
    expect(journal.rows[0].donnees).not.toMatch(/Dupont|2820399999002/)
  })

  test('le même fichier une seconde fois ne change rien, même au journal', async () => {
    await importer(LIGNES)
    const [avant, journal] = [await etat(), await compter('journal')]
    expect(await importer(LIGNES)).toEqual({ issue: 'INCHANGE', lignes: 6 })
    expect(await etat()).toEqual(avant)
    expect(await compter('journal')).toBe(journal)
  })

  test("une seule faute et rien n'est écrit", async () => {
    const avant = await etat()
    const resultat = await importer([...LIGNES, 'ADHESION;A2;inconnu;;2024-01-01;;;;;;;;;;;;'])
    expect(resultat.issue).toBe('REFUSE')
    expect(await etat()).toEqual(avant)
  })

  test('ce qui manque se complète, ce qui contredit est refusé en nommant les deux', async () => {
    await importer(LIGNES)
    const enfant = `BENEFICIAIRE;A1;;;2025-02-01;;ENFANT;Dupont;Noé;2025-01-20;1;${MERE};;;;;`
    expect(await importer([...LIGNES, enfant])).toMatchObject({
      issue: 'IMPORTE',
      compte: { personnes: 1, beneficiaires: 1, adhesions: 0 },
    })
    const contredit = LIGNES.map((l) =>
      l.replace('ADHESION;A1;reg;;2024-01-01', 'ADHESION;A1;reg;;2023-01-01'),
    )
    const refus = await importer(contredit)
    expect(refus).toMatchObject({ issue: 'REFUSE', erreurs: [{ ligne: 2, colonne: 'numero_adherent' }] })
    expect(JSON.stringify(refus)).toMatch(/2023-01-01.*déjà connue.*2024-01-01/)
    const autreRib = await importer([LIGNES[5]?.replace('E Dupont', 'P Martin') ?? ''])
    expect(autreRib).toMatchObject({ issue: 'REFUSE', erreurs: [{ colonne: 'iban' }] })
    const autreCode = await importer([LIGNES[3]?.replace('CARTE-01', 'CARTE-99') ?? ''])
    expect(autreCode).toMatchObject({ issue: 'REFUSE', erreurs: [{ colonne: 'code_acces' }] })
  })

  test('dix imports simultanés du même fichier valent un seul', async () => {
    const issues = await Promise.all(Array.from({ length: 10 }, () => importer(LIGNES)))
    expect(issues.filter((r) => r.issue === 'IMPORTE')).toHaveLength(1)
    expect(issues.filter((r) => r.issue === 'INCHANGE')).toHaveLength(9)
    expect(await compter('personnes')).toBe(2)
  })

  test("un gestionnaire sans la charge du paramétrage n'importe pas", async () => {
    const gestionnaire = frapperGestion({
      type: 'GESTION',
      compteId: crypto.randomUUID(),
      role: 'GESTIONNAIRE',
    })
    await expect(importerPortefeuille(gestionnaire, octets(LIGNES), OFFRE)).rejects.toThrow()
    expect(await compter('adhesions')).toBe(0)
  })
})
