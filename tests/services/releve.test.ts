import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaitsReleve } from '@/lib/papiers/releve-prestations'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperGestion } from '@/lib/server/portee'
import { loadDocument } from '@/lib/services/document/data'
import { donneesSchema } from '@/lib/services/document/schema'
import { loadLots } from '@/lib/services/releve/data'
import {
  emettreReleve,
  executerReleves,
  type Lot,
  lancerReleves,
  rejouerLot,
} from '@/lib/services/releve/mutations'
import { creerPersonne, lignes, type PersonneDeTest, travauxEnAttente } from '../support/comptes'
import { baseDeTest } from '../support/database'
import {
  ADHESION_CLAIRE,
  ADHESION_ODETTE,
  CLAIRE,
  ELIE,
  installerFamilles,
  ODETTE,
  placerSoin,
  porteeClaire,
  porteeElie,
  porteeOdette,
} from '../support/famille'

let base: pg.Pool
let dossier: string

beforeAll(async () => {
  const { urlProprietaire } = await baseDeTest()
  dossier = await mkdtemp(join(tmpdir(), 'portail-releve-'))
  Object.assign(process.env, { PORTAIL_TODAY: '2030-04-02', PORTAIL_DATA: dossier })
  base = new pg.Pool({ connectionString: urlProprietaire, max: 3 })
  await installerFamilles(base)
})
afterAll(async () => {
  await base.end()
  await rm(dossier, { recursive: true, force: true })
})

const periode = (du: string, au: string) => ({ du: dateCivile(du), au: dateCivile(au) })
const JANVIER = periode('2026-01-01', '2026-01-31')
const FEVRIER = periode('2026-02-01', '2026-02-28')
const MARS = periode('2026-03-01', '2026-03-31')

interface Releve {
  readonly id: string
  readonly numero: string
  readonly donnees: unknown
}

async function releve(adhesion: string, { du, au }: { du: string; au: string }): Promise<FaitsReleve | null> {
  const [lu] = await lignes<Releve & Record<string, unknown>>(
    'SELECT id, numero, donnees FROM documents WHERE adhesion_id = $1 AND du = $2 AND au = $3',
    [adhesion, du, au],
  )
  return lu === undefined ? null : (donneesSchema.parse(lu.donnees).faits as FaitsReleve)
}

/** Expense, AMO, mutuelle, left to pay, then the state: what a member compares. */
const enBref = (faits: FaitsReleve | null) =>
  faits?.lignes.map((l) => [l.dateSoins, l.depense, l.partAmo, l.partMutuelle, l.resteACharge, l.etat])

describe('ce qu’un relevé montre', () => {
  let refuse = ''
  let paye = ''

  beforeAll(async () => {
    // Before the first batch of the deployment: never looked for.
    await placerSoin(base, { personne: CLAIRE, jour: '2025-12-20', etat: 'PAYEE', payeLe: '2025-12-28' })
    await rejouerLot(JANVIER, dateCivile('2026-02-01'))
    paye = await placerSoin(base, {
      personne: CLAIRE,
      jour: '2026-01-30',
      etat: 'PAYEE',
      payeLe: '2026-02-03',
      montants: [3000, 1900, 900],
    })
    await placerSoin(base, {
      personne: ELIE,
      jour: '2026-02-12',
      etat: 'PAYEE',
      payeLe: '2026-02-28',
      destinataire: 'PROFESSIONNEL',
      montants: [5000, 3000, 1500],
    })
    refuse = await placerSoin(base, {
      personne: CLAIRE,
      jour: '2026-02-10',
      etat: 'REFUSEE',
      fichierDu: '2026-02-16',
      montants: [4000, 2400, 0],
    })
    await placerSoin(base, { personne: CLAIRE, jour: '2026-02-11', etat: 'A_PAYER', fichierDu: '2026-02-16' })
    await placerSoin(base, {
      personne: ODETTE,
      jour: '2026-02-11',
      etat: 'A_VERIFIER',
      fichierDu: '2026-02-16',
    })
    await placerSoin(base, { personne: CLAIRE, jour: '2026-02-27', etat: 'PAYEE', payeLe: '2026-03-01' })
    // Care outside any contract: Claire's own is hers to read, Élie's is his alone.
    await placerSoin(base, {
      personne: CLAIRE,
      jour: '2022-12-31',
      etat: 'REFUSEE',
      fichierDu: '2026-02-17',
      horsDroits: true,
      montants: [2500, 1750, 0],
    })
    await placerSoin(base, {
      personne: ELIE,
      jour: '2022-12-31',
      etat: 'REFUSEE',
      fichierDu: '2026-02-17',
      horsDroits: true,
    })
    expect(await rejouerLot(FEVRIER, dateCivile('2026-03-01'))).toBe(1)
  })

  test('janvier n’a rien à montrer : aucun relevé', async () => {
    expect(await releve(ADHESION_CLAIRE, JANVIER)).toBeNull()
  })

  test('le versé au jour du versement, le refusé au jour du décompte, les siens hors droits ; rien qui attende', async () => {
    const faits = await releve(ADHESION_CLAIRE, FEVRIER)
    expect(enBref(faits)).toEqual([
      ['2022-12-31', 2500, 1750, 0, 750, 'REFUSEE'],
      ['2026-01-30', 3000, 1900, 900, 200, 'PAYEE'],
      ['2026-02-10', 4000, 2400, 0, 1600, 'REFUSEE'],
      ['2026-02-12', 5000, 3000, 1500, 500, 'PAYEE'],
    ])
    // By hand: 25 + 30 + 40 + 50 = 145; 17,50 + 19 + 24 + 30 = 90,50; 9 + 15 = 24; 7,50 + 2 + 16 + 5 = 30,50.
    expect(faits?.totaux).toEqual({
      depense: 14500,
      partAmo: 9050,
      regimeLocal: 0,
      autres: 0,
      partMutuelle: 2400,
      resteACharge: 3050,
    })
    expect(faits?.lignes.map((l) => l.refus.length > 0)).toEqual([true, false, true, false])
    expect(faits?.lignes.at(-1)?.beneficiaire).toBe('Élie Morel')
    expect(await releve(ADHESION_ODETTE, FEVRIER)).toBeNull()
  })

  test('une ligne corrigée ensuite est reprise au relevé suivant ; une ligne arrivée tard y est aussi ; jamais deux fois', async () => {
    const reprise = { personne: CLAIRE, etat: 'PAYEE', annule: paye } as const
    await placerSoin(base, {
      ...reprise,
      jour: '2026-01-30',
      payeLe: '2026-03-10',
      montants: [-3000, -1900, -900],
    })
    await base.query(`UPDATE prestations SET etat = 'ANNULEE' WHERE id = $1`, [refuse])
    await placerSoin(base, {
      personne: CLAIRE,
      jour: '2026-02-10',
      etat: 'ANNULEE',
      annule: refuse,
      fichierDu: '2026-03-12',
      montants: [-4000, -2400, 0],
    })
    await placerSoin(base, {
      personne: ELIE,
      jour: '2026-02-02',
      etat: 'REFUSEE',
      fichierDu: '2026-02-20',
      montants: [1000, 600, 0],
    })
    // Refused then corrected before any relevé: neither was ever told.
    const tu = await placerSoin(base, {
      personne: ELIE,
      jour: '2026-03-02',
      etat: 'ANNULEE',
      fichierDu: '2026-03-05',
    })
    await placerSoin(base, {
      personne: ELIE,
      jour: '2026-03-02',
      etat: 'ANNULEE',
      annule: tu,
      fichierDu: '2026-03-06',
      montants: [-3000, -1900, -900],
    })
    // Nothing came of the mutuelle: paid, then taken back without a payment. Both in the same period, both told.
    const vide = await placerSoin(base, {
      personne: ELIE,
      jour: '2026-03-03',
      etat: 'PAYEE',
      payeLe: '2026-03-05',
      montants: [1200, 1200, 0],
    })
    await placerSoin(base, {
      personne: ELIE,
      jour: '2026-03-03',
      etat: 'ANNULEE',
      annule: vide,
      fichierDu: '2026-03-09',
      montants: [-1200, -1200, 0],
    })
    expect(await rejouerLot(MARS, dateCivile('2026-04-01'))).toBe(1)
    const mars = await releve(ADHESION_CLAIRE, MARS)
    expect(enBref(mars)).toEqual([
      ['2026-01-30', -3000, -1900, -900, -200, 'PAYEE'],
      ['2026-02-02', 1000, 600, 0, 400, 'REFUSEE'],
      ['2026-02-10', -4000, -2400, 0, -1600, 'ANNULEE'],
      ['2026-02-27', 3000, 1900, 900, 200, 'PAYEE'],
      ['2026-03-03', 1200, 1200, 0, 0, 'PAYEE'],
      ['2026-03-03', -1200, -1200, 0, 0, 'ANNULEE'],
    ])
    expect(mars?.lignes.map((l) => l.annulation)).toEqual([true, false, true, false, false, true])
    // February keeps what it said.
    expect((await releve(ADHESION_CLAIRE, FEVRIER))?.totaux.partMutuelle).toBe(2400)
    expect(await rejouerLot(MARS, dateCivile('2026-04-01'))).toBe(0)
  })

  test('un relevé est à la famille du contrat : ni une autre, ni l’ayant droit qui y est cité', async () => {
    const [lu] = await lignes<{ id: string; jeton: string }>(
      'SELECT id FROM documents WHERE adhesion_id = $1 AND du = $2',
      [ADHESION_CLAIRE, FEVRIER.du],
    )
    const id = lu?.id ?? ''
    expect((await loadDocument(porteeClaire, id))?.numero).toBe('R-2026-000001')
    expect(await loadDocument(porteeOdette, id)).toBeNull()
    expect(await loadDocument(porteeElie, id)).toBeNull()
  })
})

describe('les numéros', () => {
  const ANNEE = periode('2030-01-01', '2030-01-31')
  let familles: PersonneDeTest[]
  let lot: Lot

  beforeAll(async () => {
    familles = []
    for (let i = 0; i < 20; i += 1) familles.push(await creerPersonne())
    for (const { personneId } of familles)
      await placerSoin(base, {
        personne: personneId,
        jour: '2030-01-05',
        etat: 'REFUSEE',
        fichierDu: '2030-01-07',
        horsDroits: true,
      })
    const [ecrit] = await lignes<{ id: string }>(
      "INSERT INTO lots_releves (du, au, etat, total) VALUES ($1, $2, 'EN_COURS', 20) RETURNING id",
      [ANNEE.du, ANNEE.au],
    )
    lot = { id: ecrit?.id ?? '', ...ANNEE }
  })

  const numeros = async () =>
    (
      await lignes<{ numero: string }>('SELECT numero FROM documents WHERE lot_id = $1 ORDER BY numero', [
        lot.id,
      ])
    ).map(({ numero }) => numero)

  test('vingt émissions à la fois, demandées deux fois chacune, dont une échoue : dix-neuf numéros sans trou, puis le vingtième', async () => {
    const [malchance] = familles
    await base.query(`CREATE FUNCTION malchance() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'malchance'; END $$`)
    await base.query(
      `CREATE TRIGGER malchance AFTER INSERT ON documents FOR EACH ROW WHEN (NEW.adhesion_id = '${malchance?.adhesionId}')
        EXECUTE FUNCTION malchance()`,
    )
    const jour = dateCivile('2030-02-01')
    const issues = await Promise.allSettled(
      [...familles, ...familles].map(({ adhesionId }) => emettreReleve(lot, adhesionId, jour)),
    )
    await base.query('DROP TRIGGER malchance ON documents')
    expect(issues.filter(({ status }) => status === 'rejected')).toHaveLength(2)
    expect(issues.filter((i) => i.status === 'fulfilled' && i.value !== null)).toHaveLength(19)
    const attendus = Array.from({ length: 20 }, (_, i) => `R-2030-${String(i + 1).padStart(6, '0')}`)
    expect(await numeros()).toEqual(attendus.slice(0, 19))
    expect(await emettreReleve(lot, malchance?.adhesionId ?? '', jour)).not.toBeNull()
    expect(await numeros()).toEqual(attendus)
    expect(await emettreReleve(lot, malchance?.adhesionId ?? '', jour)).toBeNull()
  })

  test('une autre année recommence à 1', async () => {
    const { personneId, adhesionId } = await creerPersonne()
    await placerSoin(base, {
      personne: personneId,
      jour: '2030-02-05',
      etat: 'REFUSEE',
      fichierDu: '2030-02-07',
      horsDroits: true,
    })
    const suivant = periode('2030-02-01', '2030-02-28')
    await rejouerLot(suivant, dateCivile('2031-03-01'))
    const [lu] = await lignes<{ numero: string }>('SELECT numero FROM documents WHERE adhesion_id = $1', [
      adhesionId,
    ])
    expect(lu?.numero).toBe('R-2031-000001')
  })
})

describe('un lot lancé par la gestion', () => {
  const gestion = async () => {
    const [ecrit] = await lignes<{ id: string }>(
      `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', 'g@exemple.test', 'G')
        RETURNING id`,
    )
    return frapperGestion({ type: 'GESTION', compteId: ecrit?.id ?? '', role: 'GESTIONNAIRE' })
  }

  test('proposé après le dernier, lancé une seule fois, rendu en PDF, annoncé une fois à qui a un compte', async () => {
    const acteur = await gestion()
    const avec = await creerPersonne({ email: 'avec@exemple.test' })
    const sans = await creerPersonne()
    for (const { personneId } of [avec, sans])
      await placerSoin(base, {
        personne: personneId,
        jour: '2030-03-05',
        etat: 'REFUSEE',
        fichierDu: '2030-03-07',
        horsDroits: true,
      })
    await expect(lancerReleves(acteur, '2030-04-01')).rejects.toThrow(/La période à éditer a changé/)
    const [lotId, encore] = await Promise.all([
      lancerReleves(acteur, '2030-03-01'),
      lancerReleves(acteur, '2030-03-01'),
    ])
    expect(encore).toBe(lotId)
    expect(await lancerReleves(acteur, '2030-03-01')).toBe(lotId)
    expect(await travauxEnAttente('releves')).toHaveLength(1)
    const avant = await loadLots(acteur)
    expect(avant?.proposition).toBeNull()
    expect(avant?.lots.find(({ id }) => id === lotId)).toMatchObject({
      avancement: '0 sur 2 relevés émis, 0 PDF prêt.',
      situation: 'EN_ATTENTE',
    })

    const ensemble = await Promise.all([executerReleves(), executerReleves()])
    expect(ensemble.sort()).toEqual([false, true])
    const faits = await lignes<{ adhesion_id: string; fichier_id: string | null }>(
      'SELECT adhesion_id, fichier_id FROM documents WHERE lot_id = $1',
      [lotId],
    )
    expect(faits.map((d) => d.adhesion_id).sort()).toEqual([avec.adhesionId, sans.adhesionId].sort())
    expect(faits.every((d) => d.fichier_id !== null)).toBe(true)
    expect(await lignes('SELECT etat, total FROM lots_releves WHERE id = $1', [lotId])).toEqual([
      { etat: 'TERMINE', total: 2 },
    ])
    const courriels = await travauxEnAttente('courriel')
    expect(courriels.map(({ contenu }) => contenu.a)).toEqual(['avec@exemple.test'])
    expect(courriels[0]?.contenu.texte).not.toMatch(/relevé|remboursement|€|Prénom/i)
    await executerReleves()
    expect(await travauxEnAttente('courriel')).toHaveLength(1)
    const apres = await loadLots(acteur)
    expect(apres?.lots.find(({ id }) => id === lotId)).toMatchObject({ situation: 'TERMINE', mesure: null })
    expect(apres?.prochaine).toEqual({ du: '2030-04-01', au: '2030-04-30' })
  })

  test('qui ne répond pas des relevés ne les lance pas', async () => {
    const comptable = frapperGestion({ type: 'GESTION', compteId: CLAIRE, role: 'COMPTABLE' })
    await expect(lancerReleves(comptable, '2030-04-01')).rejects.toThrow(/refusés/)
  })
})
