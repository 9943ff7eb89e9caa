import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { verifierDocument } from '@/lib/services/document/data'
import { emettreDocument } from '@/lib/services/document/mutations'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { installerAdherents } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { consultation, enMorceaux, flux } from '../support/flux-de-test'

/** On paper: guarantees suspended from 15 April to 20 May 2026 included; they resume on the 21st at noon. A consultation is worth 9 €. */
let base: pg.Pool
let fermer: () => Promise<void>

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(3)
})
afterAll(() => fermer())

async function adhesion(numero: string): Promise<string> {
  const { rows } = await base.query<{ id: string }>('SELECT id FROM adhesions WHERE numero_adherent = $1', [
    numero,
  ])
  return rows[0]?.id ?? ''
}

const suspendre = async (numero: string, du: string, au: string | null) =>
  base.query('INSERT INTO suspensions (adhesion_id, du, au) VALUES ($1, $2, $3)', [
    await adhesion(numero),
    du,
    au,
  ])

describe('Un soin', () => {
  beforeAll(async () => {
    await suspendre('A0001', '2026-04-15', '2026-05-20')
    const jours = ['2026-04-14', '2026-04-15', '2026-05-20', '2026-05-21']
    const lignes = jours.map((jour) => consultation(`S${jour}`, 1, { soinsDebut: jour }))
    // The child, covered by the same contract, and a family that pays.
    const enfant = { beneficiaire: { dateNaissance: '2012-06-15', rangNaissance: 1 } }
    lignes.push(consultation('ENFANT', 1, { soinsDebut: '2026-05-01', ...enfant }))
    lignes.push(consultation('AUTRE', 2, { soinsDebut: '2026-05-01' }))
    const recu = await importerFlux(SYSTEME, enMorceaux(flux(lignes, { id: 'SUSP' }), 50_000))
    expect(recu).toMatchObject({ issue: 'IMPORTE', compte: { quarantaine: 0 } })
    await liquider()
  })

  test.each([
    { id: 'S2026-04-14', quand: 'la veille de la suspension', etat: 'A_PAYER', mutuelle: 900, reste: 200 },
    { id: 'S2026-04-15', quand: 'le premier jour suspendu', etat: 'REFUSEE', mutuelle: 0, reste: 1100 },
    { id: 'S2026-05-20', quand: 'le jour du paiement', etat: 'REFUSEE', mutuelle: 0, reste: 1100 },
    { id: 'S2026-05-21', quand: 'le jour de la reprise', etat: 'A_PAYER', mutuelle: 900, reste: 200 },
    { id: 'AUTRE', quand: 'dans une famille à jour', etat: 'A_PAYER', mutuelle: 900, reste: 200 },
  ])('$quand : $etat', async ({ id, etat, mutuelle, reste }) => {
    const { rows } = await base.query(
      `SELECT p.etat, p.part_mutuelle::int AS mutuelle, p.reste_a_charge::int AS reste FROM prestations p
        JOIN lignes_decompte l ON l.id = p.ligne_id WHERE l.id_decompte = $1`,
      [id],
    )
    expect(rows).toEqual([{ etat, mutuelle, reste }])
  })

  test.each(['S2026-05-20', 'ENFANT'])('refusé dit pourquoi, à qui tient le contrat (%s)', async (id) => {
    const { rows } = await base.query(
      `SELECT p.motifs, p.limites, p.adhesion_id FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id WHERE l.id_decompte = $1`,
      [id],
    )
    expect(rows).toEqual([
      {
        limites: ['HORS_DROITS'],
        adhesion_id: await adhesion('A0001'),
        motifs: [
          {
            code: 'GARANTIES_SUSPENDUES',
            article: 'mutami/art-21',
            donnees: {
              depuis: { type: 'date', valeur: '2026-04-15' },
              fin: { type: 'date', valeur: '2026-05-20' },
            },
          },
        ],
      },
    ])
  })
})

describe('Les papiers d’un contrat suspendu le 15 novembre 2026', () => {
  const jour = dateCivile('2026-11-15')
  const jeton = async (id: string): Promise<string> => {
    const { rows } = await ecrire(SYSTEME, (client) =>
      client.query<{ jeton: string }>('SELECT jeton_verification AS jeton FROM documents WHERE id = $1', [
        id,
      ]),
    )
    return rows[0]?.jeton ?? ''
  }

  test('la carte déjà imprimée n’est plus valable, sans dire pourquoi, et aucune autre ne se fait', async () => {
    const id = await adhesion('A0003')
    const carte = await emettreDocument(SYSTEME, { nature: 'CARTE_TIERS_PAYANT', adhesion: id }, jour)
    expect(await verifierDocument(await jeton(carte))).toMatchObject({ etat: 'EN_VIGUEUR' })
    await suspendre('A0003', '2026-11-10', null)
    const vue = await verifierDocument(await jeton(carte))
    expect(vue).toMatchObject({ etat: 'SUSPENDU', personnes: [{ couvert: false }, { couvert: false }] })
    expect(vue?.phrase).not.toMatch(/cotisation|impay|paiement/i)
    await expect(
      emettreDocument(SYSTEME, { nature: 'CARTE_TIERS_PAYANT', adhesion: id }, jour),
    ).rejects.toThrow('suspendues depuis le 10 novembre 2026')
  })

  test('l’attestation dit la suspension', async () => {
    const id = await emettreDocument(
      SYSTEME,
      { nature: 'ATTESTATION_DROITS', adhesion: await adhesion('A0003') },
      jour,
    )
    const { rows } = await base.query(
      `SELECT donnees -> 'faits' ->> 'suspendueDepuis' AS depuis FROM documents WHERE id = $1`,
      [id],
    )
    expect(rows).toEqual([{ depuis: '2026-11-10' }])
    expect(await verifierDocument(await jeton(id))).toMatchObject({ etat: 'SUSPENDU' })
  })
})
