import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { lireGaranties } from '@/lib/services/garanties/data'
import { liquider } from '@/lib/services/liquidation/mutations'
import { lireAnnee } from '@/lib/services/mon-annee/data'
import { voirAnnee } from '@/lib/services/mon-annee/view'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { articleCite } from '@/lib/services/remboursement/data'
import { lireDossier } from '@/lib/services/simulation/data'
import { baseDeFlux } from '../support/base-flux'
import { contrats } from '../support/contrats-de-test'
import { annulation, consultation, enMorceaux, flux } from '../support/flux-de-test'

const JOUR = dateCivile('2026-11-15')
const OFFRE = { porte: () => true, propose: () => true }
let proprietaire: pg.Pool
let fermer: () => Promise<void>

/** A consultation of 2 € of participation, on a day of care, reimbursed on another. */
const soin = (id: string, personne: number, soinsDebut: string, rembourse?: string): LigneRecue =>
  consultation(id, personne, {
    soinsDebut,
    reglement: { destinataire: 'ASSURE', ...(rembourse === undefined ? {} : { date: rembourse }) },
  })

const kine = (id: string, personne: number, soinsDebut: string): LigneRecue => ({
  ...soin(id, personne, soinsDebut, soinsDebut),
  acte: { nature: 'AMS7.5', code: 'AMS7.5', quantite: 3 },
  montants: { depense: 5370, baseRemboursement: 5370, tauxRO: '60', montantRO: 2922, franchise: 300 },
})

async function recevoir(id: string, lignes: readonly LigneRecue[]): Promise<void> {
  expect((await importerFlux(SYSTEME, enMorceaux(flux(lignes, { id })))).issue).toBe('IMPORTE')
  await liquider()
}

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const liste = [1, 2, 3].map((personne) => ({
    personne,
    numero: `A${personne}`,
    formule: 'tribu-premium',
    du: '2024-01-01',
  }))
  expect((await importerPortefeuille(SYSTEME, contrats(liste), OFFRE)).issue).toBe('IMPORTE')
  const repris = soin('REPRIS', 1, '2026-05-05', '2026-05-08')
  await recevoir('F1', [
    soin('DECEMBRE', 1, '2025-12-30', '2026-01-04'),
    soin('MARS', 1, '2026-03-10', '2026-03-12'),
    soin('SANS-JOUR', 1, '2026-04-10'),
    repris,
    kine('KINE', 1, '2026-06-02'),
    soin('AUTRE', 2, '2025-12-31'),
  ])
  await recevoir('F2', [
    { ...annulation('REPRISE', repris), reglement: { date: '2026-11-02', destinataire: 'ASSURE' } },
  ])
})
afterAll(() => fermer())

async function porteeDe(personne: number): Promise<PorteeAdherent> {
  const { rows } = await proprietaire.query<{ adhesion: string; personne: string }>(
    `SELECT id AS adhesion, membre_participant_id AS personne FROM adhesions WHERE numero_adherent = $1`,
    [`A${personne}`],
  )
  const [lue] = rows
  if (lue === undefined) throw new Error('adhésion absente')
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: '00000000-0000-4000-8000-0000000000c0',
    personneId: lue.personne,
    adhesions: [lue.adhesion],
    adhesionsLues: [],
  })
}

const compteurs = async (personne: number, annee: number) => {
  const vue = voirAnnee(await lireAnnee(await porteeDe(personne), annee, null), JOUR, articleCite)
  return vue.retenues[0]?.retenues ?? []
}

describe('A09, T05 et T08 : les participations et franchises comptent au jour du remboursement', () => {
  // Mars, avril et décembre remboursé en janvier : 3 × 2 € ; le soin repris ne compte plus.
  test.each([
    [1, 2026, '6,00', '3,00'],
    [1, 2025, '0,00', '0,00'],
    [2, 2025, '2,00', '0,00'],
    [2, 2026, '0,00', '0,00'],
    [3, 2026, '0,00', '0,00'],
  ])('personne %i, année %i : %s € et %s €', async (personne, annee, participations, franchises) => {
    const attendus = [participations, franchises].map((m) => `${m}\u00a0€`)
    expect((await compteurs(personne, annee)).map((c) => c.retenu)).toEqual(attendus)
  })

  test('le soin de décembre est dans les soins de 2025, sa participation dans le compteur de 2026', async () => {
    const vue = voirAnnee(await lireAnnee(await porteeDe(1), 2025, null), JOUR, articleCite)
    expect([vue.nombre, vue.retenues[0]?.retenues[0]?.retenu]).toEqual([1, '0,00\u00a0€'])
  })

  test('le motif dit ce qui est compté au jour du soin, faute de mieux, et les plafonds d’une journée', async () => {
    const [participations, franchises] = await compteurs(1, 2026)
    const phrases = participations?.etapes.map((e) => e.phrase).join(' ')
    expect(phrases).toContain('au jour où l’Assurance maladie a remboursé')
    expect(phrases).toMatch(/2,00.€ sont comptés au jour du soin/)
    expect(phrases).toMatch(/même professionnel ou un même laboratoire : 8,00.€ au plus/)
    expect(franchises?.etapes.map((e) => e.phrase).join(' ')).not.toContain('comptés au jour du soin')
  })

  test('un exemple de garantie et une simulation partent des mêmes compteurs', async () => {
    const portee = await porteeDe(1)
    const { retenues } = await lireGaranties(portee, null, JOUR)
    expect(retenues).toEqual({ participationsAnnee: 600, franchisesAnnee: 300 })
    const lu = await lireDossier(portee, portee.personneId, dateCivile('2026-06-02'))
    const lire = (jour: string, sorte: 'franchise-paramedical' | 'franchise-transport') =>
      lu?.dossier.passe.retenues(dateCivile(jour), sorte)
    const annee = { participationsAnnee: 600, franchisesAnnee: 300 }
    expect(lire('2026-06-02', 'franchise-paramedical')).toEqual({ ...annee, franchisesJour: 300 })
    expect(lire('2026-06-02', 'franchise-transport')).toEqual({ ...annee, franchisesJour: 0 })
    expect(lire('2026-06-03', 'franchise-paramedical')).toEqual({ ...annee, franchisesJour: 0 })
    expect(lire('2027-01-02', 'franchise-paramedical')).toEqual({
      participationsAnnee: 0,
      franchisesAnnee: 0,
      franchisesJour: 0,
    })
  })
})

test('la migration retrouve, sur ce qui est déjà payé, le jour que les décomptes disent', async () => {
  const jours = async () => {
    const { rows } = await proprietaire.query<{ id: string; le: string | null }>(
      'SELECT id, rembourse_le::text AS le FROM prestations ORDER BY id',
    )
    return rows
  }
  const avant = await jours()
  expect(avant.filter(({ le }) => le === null)).toHaveLength(2)
  // The reversal gives back on the day of what it takes back.
  expect(avant.filter(({ le }) => le === '2026-05-08')).toHaveLength(2)
  await proprietaire.query('ALTER TABLE prestations DROP COLUMN rembourse_le')
  await proprietaire.query(
    await readFile('prisma/migrations/20261122000023_rembourse_le/migration.sql', 'utf8'),
  )
  expect(await jours()).toEqual(avant)
})
