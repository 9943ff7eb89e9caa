import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { erreursDe } from '@/lib/formulaire/champs'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { actualiserEcheanciers, ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { loadTarif, loadTarifsDeLAnnee, previsualiserTarif } from '@/lib/services/tarif/data'
import { chargerTarifs, mettreTarifEnVigueur, saisirTarif } from '@/lib/services/tarif/mutations'
import { saisieTarifSchema } from '@/lib/services/tarif/schema'
import { champsDe, lignesDeGrille } from '@/lib/services/tarif/view'
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

/** The fields that the form shows an error beside: those of its schema, or those of the command. */
async function refuse(champs: Readonly<Record<string, string>>): Promise<string[]> {
  const lu = saisieTarifSchema.safeParse(champs)
  if (!lu.success) return erreursDe(lu.error).map(({ champ }) => champ)
  const refus: unknown = await saisirTarif(chef, lu.data).catch((erreur: unknown) => erreur)
  if (!(refus instanceof SaisieRefusee)) throw new Error('la grille devait être refusée')
  return refus.erreurs.map(({ champ }) => champ)
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
    ['un trou d’âge', { 'jusqua-1': '70' }, 'jusqua-1'],
    ['sans tarif enfant', { enfant: '' }, 'enfant'],
    ['un montant qui n’en est pas un', { 'mensuel-0': 'quarante' }, 'mensuel-0'],
    ['trois chiffres après la virgule', { 'mensuel-0': '40,005' }, 'mensuel-0'],
    ['un âge sans montant', { 'mensuel-0': '' }, 'mensuel-0'],
    ['un âge qui n’en est pas un', { 'jusqua-0': 'soixante' }, 'jusqua-0'],
    ['une tranche sans fin au milieu', { 'jusqua-0': '' }, 'jusqua-0'],
    ['une tranche qui recule', { 'jusqua-1': '59' }, 'jusqua-1'],
    ['aucune tranche', { 'jusqua-0': '', 'mensuel-0': '', 'jusqua-1': '', 'mensuel-1': '' }, 'mensuel-0'],
    ['une formule inconnue', { formule: 'tribu-platine' }, 'formule'],
    ['sans année', { annee: '' }, 'annee'],
    ['un règlement sans cotisation', { reglement: 'mutame-plus', formule: 'atout-sante-plus' }, 'formule'],
  ])('%s : refusée à côté de son champ, rien n’est écrit', async (_quoi, faute, champ) => {
    expect(await refuse({ ...CHAMPS, ...faute })).toEqual([champ])
    const { rows } = await base.query(`SELECT count(*)::int AS n FROM tarifs WHERE etat = 'BROUILLON'`)
    expect(rows[0].n).toBe(0)
  })

  test('dit toutes les fautes d’un coup', async () => {
    expect(await refuse({ ...CHAMPS, enfant: '', 'mensuel-0': 'x', 'jusqua-0': 'y' })).toEqual([
      'enfant',
      'mensuel-0',
      'jusqua-0',
    ])
  })

  /** Other règlements: a base (SMB art. 12), a base a module when their ages rise apart, an amount for each role or a share of the ceiling. */
  test.each([
    [
      'une base',
      { reglement: 'mutame-smb', formule: 'mutame-2', base: '31,4' },
      { base: '31.40' },
      ['Tarif de base 3140'],
    ],
    [
      'une base par module',
      {
        reglement: 'mutame-smb',
        formule: 'modulaire-1-2-2',
        'module-0': '10',
        'module-1': '12,50',
        'module-2': '9,05',
      },
      { modules: ['10.00', '12.50', '9.05'] },
      ['Base du module 1 1000', 'Base du module 2 1250', 'Base du module 3 905'],
    ],
    [
      'un montant par personne',
      {
        reglement: 'ociane-collectif',
        formule: 'option-1',
        expression: 'MONTANTS',
        adherent: '58,40',
        conjoint: '60',
        enfant: '29,20',
        pourcentage: '',
      },
      { mensuel: { ADHERENT: '58.40', CONJOINT: '60.00', ENFANT: '29.20' } },
      ['Adhérent 5840', 'Conjoint 6000', 'Enfant 2920'],
    ],
    [
      'un pourcentage du plafond',
      {
        reglement: 'ociane-collectif',
        formule: 'panier-ani',
        expression: 'POURCENTAGE',
        pourcentage: '1,46 %',
      },
      { pourcentagePmss: 1.46 },
      ['Chaque personne 1.46 %'],
    ],
  ])('prend la forme que lit son règlement : %s', async (_quoi, champs, tarif, lignes) => {
    const saisie = saisieTarifSchema.parse({ annee: '2026', ...champs })
    expect(saisie.tarif).toEqual(tarif)
    const lu = await loadTarif(chef, await saisirTarif(chef, saisie))
    if (lu === null) throw new Error('tarif non lu')
    expect(
      lignesDeGrille(lu.tarif).map(({ qui, montant, pourcentage }) =>
        montant === null ? `${qui} ${pourcentage} %` : `${qui} ${montant}`,
      ),
    ).toEqual(lignes)
    const { reglement, formule } = saisie
    const repris = champsDe(reglement, formule, 2026, lu)
    expect(saisieTarifSchema.parse({ reglement, formule, ...repris?.valeurs })).toEqual(saisie)
  })

  test.each([
    ['base vide', { reglement: 'mutame-smb', formule: 'mutame-2', base: '' }, ['base']],
    [
      'un module oublié',
      { reglement: 'mutame-smb', formule: 'modulaire-1-2-2', 'module-0': '10', 'module-2': '9' },
      ['module-1'],
    ],
    [
      'ni euros ni pourcentage',
      { reglement: 'ociane-collectif', formule: 'option-1', adherent: '1', conjoint: '1', enfant: '1' },
      ['expression'],
    ],
    [
      'un conjoint sans montant',
      {
        reglement: 'ociane-collectif',
        formule: 'option-1',
        expression: 'MONTANTS',
        adherent: '1',
        enfant: '1',
      },
      ['conjoint'],
    ],
    [
      'plus que le plafond',
      { reglement: 'ociane-collectif', formule: 'option-1', expression: 'POURCENTAGE', pourcentage: '146' },
      ['pourcentage'],
    ],
  ])('d’une autre forme, %s : refusée à côté de son champ', async (_quoi, champs, attendu) => {
    expect(await refuse({ annee: '2026', ...champs })).toEqual(attendu)
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
