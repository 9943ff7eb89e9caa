import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { soinASimuler } from '@/lib/lexique/soins-a-simuler'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { lirePersonnes, simuler } from '@/lib/services/simulation/data'
import { simulationSchema } from '@/lib/services/simulation/schema'
import { baseDeFlux } from '../support/base-flux'
import { consultation, enMorceaux, flux, portefeuille } from '../support/flux-de-test'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let numero = 0
const neuf = () => `S${++numero}`
const JOUR = dateCivile('2026-03-10')

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const octets = portefeuille(30, { reglement: 'mutami', formule: 'tribu-equilibre' })
  const offre = { porte: () => true, propose: () => true }
  expect((await importerPortefeuille(SYSTEME, octets, offre)).issue).toBe('IMPORTE')
})
afterAll(() => fermer())

/** The account of adult `n`. */
async function porteeDe(n: number): Promise<PorteeAdherent> {
  const { rows } = await proprietaire.query<{ id: string; personne: string }>(
    'SELECT id, membre_participant_id AS personne FROM adhesions WHERE numero_adherent = $1',
    [`A${String(n).padStart(4, '0')}`],
  )
  const [adhesion] = rows
  if (adhesion === undefined) throw new Error('adhésion absente')
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: '00000000-0000-4000-8000-0000000000c0',
    personneId: adhesion.personne,
    adhesions: [adhesion.id],
    adhesionsLues: [],
  })
}

async function demander(n: number, champs: Record<string, string>) {
  const portee = await porteeDe(n)
  const lu = simulationSchema.parse({ personne: portee.personneId, date: JOUR, ...champs })
  return (await simuler(portee, lu, JOUR)).reel.partage
}

test('A26 : une consultation de 30 € se simule comme elle se paie', async () => {
  const simulee = await demander(1, {
    soin: 'medecin-generaliste',
    acte: 'G',
    prix: '30',
    base: '',
    secteur: 'DPTAM',
    parcours: 'OUI',
    situation: 'HABITUELLE',
    autres: '',
  })
  expect(simulee).toMatchObject({ partAmo: 1900, participation: 200, partMutuelle: 900, resteACharge: 200 })
})
