import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { actualiserEcheanciers, ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { loadTarif, loadTarifsDeLAnnee, previsualiserTarif } from '@/lib/services/tarif/data'
import { chargerTarifs, mettreTarifEnVigueur, saisirTarif } from '@/lib/services/tarif/mutations'
import { saisieTarifSchema } from '@/lib/services/tarif/schema'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { comptable } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let chef: PorteeGestion

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
  chef = frapperGestion({ ...(await comptable('Olga')), role: 'SUPERVISEUR' })
})
afterAll(() => fermer())

/** What the form sends: two bands, 40,00 € until 60 and 80,00 € after, 20,00 € a child. */
const CHAMPS = {
  reglement: 'mutami',
  formule: 'tribu-equilibre',
  annee: '2026',
  enfant: '20',
  'jusqua-0': '60',
  'mensuel-0': '40,00',
  'jusqua-1': '',
  'mensuel-1': '80,5',
}

describe('Une grille de tarif', () => {
  test('se lit du formulaire, en euros à la française', () => {
    expect(saisieTarifSchema.parse(CHAMPS)).toEqual({
      reglement: 'mutami',
      formule: 'tribu-equilibre',
      annee: 2026,
      demonstration: false,
      tarif: {
        enfant: '20.00',
        tranches: [
          { de: 0, a: 60, mensuel: '40.00' },
          { de: 61, a: null, mensuel: '80.50' },
        ],
      },
    })
  })

  test.each([
    ['un trou d’âge', { 'jusqua-1': '70' }],
    ['sans tarif enfant', { enfant: '' }],
    ['un montant qui n’en est pas un', { 'mensuel-0': 'quarante' }],
    ['une formule inconnue', { formule: 'tribu-platine' }],
  ])('%s : refusée, rien n’est écrit', async (_quoi, faute) => {
    await expect(saisirTarif(chef, saisieTarifSchema.parse({ ...CHAMPS, ...faute }))).rejects.toMatchObject({
      name: 'SaisieRefusee',
    })
    const { rows } = await base.query(`SELECT count(*)::int AS n FROM tarifs WHERE etat = 'BROUILLON'`)
    expect(rows[0].n).toBe(0)
  })

  test('un comptable ne saisit pas de tarif', async () => {
    const comptableSeul = frapperGestion({ ...chef, role: 'COMPTABLE' })
    await expect(saisirTarif(comptableSeul, saisieTarifSchema.parse(CHAMPS))).rejects.toThrow(/superviseur/)
  })

  /**
   * Two people of 39 and 41 the year before and two children: 136,10 € a month with the tariff in force, 1 633,20 € a year. With the new
   * grid 40,00 + 40,00 + 20,00 + 20,00 = 120,00 €, 1 440,00 €. In force, a schedule written before follows it.
   */
  test('s’aperçoit sur les contrats réels, entre en vigueur une fois, ne change plus', async () => {
    await installerFamille({
      numero: 'T0001',
      formules: [['tribu-equilibre', '2024-01-01', '']],
      personnes: [
        ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'],
        ['CONJOINT', 'Yann', '1984-09-03'],
        ['ENFANT', 'Nils', '2015-02-20'],
        ['ENFANT', 'Lise', '2018-07-09'],
      ],
    })
    const adhesion = await adhesionDe(base, 'T0001')
    await base.query(
      `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, du)
        VALUES ($1, 'MENSUELLE', 'PRELEVEMENT', 6, '2024-01-01')`,
      [adhesion],
    )
    await ecrireEcheancier(adhesion, 2026, dateCivile('2026-01-01'))
    const id = await saisirTarif(chef, saisieTarifSchema.parse(CHAMPS))
    const lu = await loadTarif(chef, id)
    if (lu === null) throw new Error('tarif non lu')
    expect(lu).toMatchObject({ version: 2, etat: 'BROUILLON', libelle: 'Tribu Équilibre', derniere: true })
    expect(await previsualiserTarif(lu)).toEqual({
      contrats: 1,
      avant: 163_320,
      apres: 144_000,
      nouveaux: 0,
      exemples: [{ numeroAdherent: 'T0001', avant: 163_320, apres: 144_000 }],
      impossibles: [],
    })
    const jour = dateCivile('2026-01-02')
    expect(await actualiserEcheanciers(jour)).toMatchObject({ ecrits: 0 })
    await mettreTarifEnVigueur(chef, id)
    await expect(mettreTarifEnVigueur(chef, id)).rejects.toThrow(/déjà en vigueur/)
    await expect(base.query(`UPDATE tarifs SET contenu = '{}' WHERE id = $1`, [id])).rejects.toThrow()
    expect(await actualiserEcheanciers(jour)).toMatchObject({ ecrits: 1 })
    const { rows } = await base.query(
      'SELECT version, total::int FROM echeanciers WHERE adhesion_id = $1 ORDER BY version',
      [adhesion],
    )
    expect(rows).toEqual([
      { version: 1, total: 163_320 },
      { version: 2, total: 144_000 },
    ])
    const { tarifs: lus, annees } = await loadTarifsDeLAnnee(chef, 2026)
    expect(lus.filter((t) => t.formule === 'tribu-equilibre').map((t) => t.version)).toEqual([2, 1])
    expect(annees).toEqual([2026, 2025, 2024])
  })

  test('une version dépassée ne peut plus entrer en vigueur', async () => {
    const ancienne = await saisirTarif(chef, saisieTarifSchema.parse({ ...CHAMPS, annee: '2027' }))
    await saisirTarif(chef, saisieTarifSchema.parse({ ...CHAMPS, annee: '2027' }))
    await expect(mettreTarifEnVigueur(chef, ancienne)).rejects.toThrow(/plus récente/)
  })
})
