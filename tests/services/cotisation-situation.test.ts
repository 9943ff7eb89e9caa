import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { constaterSituation } from '@/lib/services/beneficiaire/mutations'
import type { Constat } from '@/lib/services/beneficiaire/schema'
import { loadContrats } from '@/lib/services/cotisation/data'
import { cotiserContrat } from '@/lib/services/cotisation/view'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
const d = dateCivile
const JOUR = d('2026-11-15')
const MAUD = ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'] as const
const NILS = ['ENFANT', 'Nils', '2005-05-10'] as const

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
})
afterAll(() => fermer())

type Fait = Omit<Constat, 'adhesionId' | 'personneId'>

/** A contract since January 2024, paid by cheque, and what the mutuelle learnt of Nils. */
async function contrat(
  numero: string,
  formule: string,
  personnes: readonly (readonly [lien: string, prenom: string, naissance: string])[],
  faits: readonly Fait[],
): Promise<string> {
  await installerFamille({ numero, formules: [[formule, '2024-01-01', '']], personnes, rib: false })
  const adhesionId = await adhesionDe(base, numero)
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, du) VALUES ($1, 'TRIMESTRIELLE', 'CHEQUE', '2024-01-01')`,
    [adhesionId],
  )
  const { rows } = await base.query<{ id: string }>(
    `SELECT p.id FROM personnes p JOIN beneficiaires b ON b.personne_id = p.id WHERE b.adhesion_id = $1 AND p.prenom = 'Nils'`,
    [adhesionId],
  )
  for (const fait of faits)
    await constaterSituation(SYSTEME, { adhesionId, personneId: rows[0]?.id ?? '', ...fait })
  return adhesionId
}

/** Cents a month, step by step. */
async function paliers(adhesionId: string, jour: DateCivile = JOUR): Promise<string[]> {
  const [lu] = await ecrire(SYSTEME, (client) => loadContrats(client, [adhesionId]))
  if (lu === undefined) throw new Error('contrat introuvable')
  return cotiserContrat(lu, 2026, jour).paliers.map((p) => `${p.du} ${p.au} ${p.mensuelle}`)
}

const ETUDES: Fait = {
  du: d('2024-09-01'),
  situation: 'ETUDES',
  justificatifRecuLe: d('2025-10-06'),
}
const EMPLOI: Fait = { du: d('2026-07-01'), situation: 'EMPLOI' }
const ANNEE = (cents: number) => [`2026-01-01 2026-12-31 ${cents}`]

/**
 * Nils is 21 in 2026: 18 is past, 27 is not, only his situation says whether he is à charge (Mutami art. 2).
 * fph-1 of 2026, ages reached in 2025: Maud, 39: 28,50 €; Nils, 20: 17,70 € as an adult, 13,70 € à charge.
 */
describe('la cotisation d’un enfant de plus de 18 ans suit sa situation connue', () => {
  test.each([
    // 28,50 + 13,70 all the year.
    ['étudiant, preuve reçue : tarif enfant', [ETUDES], ANNEE(4220)],
    // 28,50 + 17,70 from the day he works.
    [
      'étudiant puis salarié le 1er juillet : le tarif change ce jour-là',
      [ETUDES, EMPLOI],
      ['2026-01-01 2026-06-30 4220', '2026-07-01 2026-12-31 4620'],
    ],
    ['salarié depuis l’an dernier : tarif adulte', [{ ...EMPLOI, du: d('2025-09-01') }], ANNEE(4620)],
    [
      'handicap reconnu avant 21 ans, sans autre situation',
      [{ du: d('2024-01-01'), handicapReconnuLe: d('2020-03-01'), justificatifRecuLe: d('2020-03-10') }],
      ANNEE(4220),
    ],
    // A change that decides nothing cuts nothing.
    [
      'études puis alternance : rien ne change',
      [ETUDES, { du: d('2026-09-01'), situation: 'ALTERNANCE', justificatifRecuLe: d('2026-09-04') }],
      ANNEE(4220),
    ],
  ] as const)('%s', async (cas, faits, attendus) => {
    const id = await contrat(
      `S${cas.length}${faits.length}${attendus[0]}`.slice(0, 12),
      'fph-1',
      [MAUD, NILS],
      faits,
    )
    expect(await paliers(id)).toEqual(attendus)
  })

  test.each([
    ['rien n’est connu', []],
    ['étudiant, mais sans aucune preuve', [{ du: d('2024-09-01'), situation: 'ETUDES' }]],
  ] as const)('%s : on le demande, on ne suppose rien', async (_cas, faits) => {
    const id = await contrat(`T000${faits.length}`, 'fph-1', [MAUD, NILS], faits)
    await expect(paliers(id)).rejects.toThrow(ErreurDeRegle)
    await expect(paliers(id)).rejects.toThrow(/selon sa situation/)
  })

  test('ce que le contrat avait noté ne vaut que là où la situation ne dit rien', async () => {
    const id = await contrat('U0001', 'fph-1', [MAUD, NILS], [EMPLOI])
    // As it was noted when the contract began: the base refuses to write it over.
    await base.query('ALTER TABLE modalites_cotisation DISABLE TRIGGER modalites_gardees')
    await base.query(
      `UPDATE modalites_cotisation m SET faits = jsonb_build_object('aCharge', jsonb_build_object(p.id::text, true))
        FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id
        WHERE b.adhesion_id = m.adhesion_id AND m.adhesion_id = $1 AND p.prenom = 'Nils'`,
      [id],
    )
    await base.query('ALTER TABLE modalites_cotisation ENABLE TRIGGER modalites_gardees')
    expect(await paliers(id)).toEqual(['2026-01-01 2026-06-30 4220', '2026-07-01 2026-12-31 4620'])
  })

  /**
   * tribu-equilibre of 2026: Maud 44,20 €; Nils, 20 the year before, 27,40 €; a child of 16 at the most 21,20 €; the third à charge is free.
   * 44,20 + 27,40 + 21,20 = 92,80 €; when Nils works, the two others both pay: 114,00 €. The schedule follows.
   */
  test('le troisième enfant à charge est gratuit tant que l’aîné étudie ; l’échéancier le suit', async () => {
    const fratrie = [MAUD, NILS, ['ENFANT', 'Lise', '2010-02-20'], ['ENFANT', 'Ugo', '2015-07-09']] as const
    const id = await contrat('V0001', 'tribu-equilibre', fratrie, [ETUDES])
    expect(await paliers(id)).toEqual(ANNEE(9280))
    await ecrireEcheancier(id, 2026, d('2026-01-01'))
    const { rows } = await base.query<{ id: string }>(
      `SELECT p.id FROM personnes p JOIN beneficiaires b ON b.personne_id = p.id WHERE b.adhesion_id = $1 AND p.prenom = 'Nils'`,
      [id],
    )
    await constaterSituation(SYSTEME, { adhesionId: id, personneId: rows[0]?.id ?? '', ...EMPLOI })
    expect(await paliers(id)).toEqual(['2026-01-01 2026-06-30 9280', '2026-07-01 2026-12-31 11400'])
    expect(await ecrireEcheancier(id, 2026, d('2026-06-15'))).toMatchObject({ issue: 'ECRIT', version: 2 })
    const total = await base.query(
      `SELECT sum(montant)::int AS total FROM echeances WHERE adhesion_id = $1 AND etat <> 'REMPLACEE'`,
      [id],
    )
    // By days: 1 113,60 × 181/365 + 1 368,00 × 184/365 = 552,22 + 689,62.
    expect(total.rows).toEqual([{ total: 124_184 }])
    expect(await ecrireEcheancier(id, 2026, d('2026-06-15'))).toMatchObject({ issue: 'INCHANGE' })
  })
})
