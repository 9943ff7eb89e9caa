import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { articleCite, lireAccueil, lireListe, lireUne, PAR_PAGE } from '@/lib/services/remboursement/data'
import { type Filtres, lireDemande } from '@/lib/services/remboursement/schema'
import { voirListe } from '@/lib/services/remboursement/view'
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
const TOUT: Filtres = { personnes: [], versement: 'TOUS', du: null, au: null, page: null }
let base: pg.Pool
let soins: { claire: string[]; elie: string[]; odette: string[] }

/** January 2026: one a day for Claire; Élie the 5th and 6th, paid to the professional; Odette the 5th. */
beforeAll(async () => {
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  base.on('error', () => {})
  await installerFamilles(base)
  soins = { claire: [], elie: [], odette: [] }
  for (let jour = 1; jour <= 30; jour += 1) {
    const date = `2026-01-${String(jour).padStart(2, '0')}`
    soins.claire.push(await placerSoin(base, { personne: CLAIRE, jour: date }))
  }
  for (const jour of ['2026-01-05', '2026-01-06']) {
    soins.elie.push(await placerSoin(base, { personne: ELIE, jour, destinataire: 'PROFESSIONNEL' }))
  }
  soins.odette.push(await placerSoin(base, { personne: ODETTE, jour: '2026-01-05' }))
})
afterAll(() => base.end())

const ids = (lue: { lignes: readonly { id: string }[] }) => lue.lignes.map(({ id }) => id)

describe('ce que chacun voit', () => {
  test('l’adhérente voit sa famille et personne d’autre', async () => {
    const lue = await lireListe(porteeClaire, {
      ...TOUT,
      du: dateCivile('2026-01-05'),
      au: dateCivile('2026-01-06'),
    })
    expect([...ids(lue)].sort()).toEqual([soins.claire[4], soins.claire[5], ...soins.elie].sort())
    expect(lue.personnes.map(({ prenom }) => prenom)).toEqual(['Claire', 'Élie'])
  })
  test('l’ayant droit ne voit que ses propres soins, et que lui', async () => {
    const lue = await lireListe(porteeElie, TOUT)
    expect(ids(lue)).toEqual([soins.elie[1], soins.elie[0]])
    expect(lue.personnes.map(({ prenom }) => prenom)).toEqual(['Élie'])
    expect(lue.totaux.nombre).toBe(2)
  })
  test('demander quelqu’un d’autre par son identifiant ne montre rien', async () => {
    const lue = await lireListe(porteeClaire, { ...TOUT, personnes: [ODETTE] })
    expect(lue.lignes).toEqual([])
    expect(lue.totaux.nombre).toBe(0)
  })
  test('la ligne d’autrui est introuvable, comme celle qui n’existe pas', async () => {
    const [odette = ''] = soins.odette
    expect(await lireUne(porteeClaire, odette)).toBeNull()
    expect(await lireUne(porteeElie, soins.claire[0] ?? '')).toBeNull()
    expect(await lireUne(porteeClaire, '00000000-0000-4000-8000-00000000dead')).toBeNull()
    expect((await lireUne(porteeOdette, odette))?.ligne.id).toBe(odette)
  })
})

describe('les filtres', () => {
  test.each([
    ['à moi', 'MOI', 30],
    ['aux professionnels', 'PROFESSIONNELS', 2],
    ['à tous', 'TOUS', 32],
  ] as const)('versés %s', async (_nom, versement, nombre) => {
    expect((await lireListe(porteeClaire, { ...TOUT, versement })).totaux.nombre).toBe(nombre)
  })
  test('les bornes de la période sont comprises', async () => {
    const jour = dateCivile('2026-01-30')
    expect(ids(await lireListe(porteeClaire, { ...TOUT, du: jour, au: jour }))).toEqual([soins.claire[29]])
  })
  test('une personne choisie', async () => {
    expect(ids(await lireListe(porteeClaire, { ...TOUT, personnes: [ELIE] }))).toEqual([
      soins.elie[1],
      soins.elie[0],
    ])
  })
})

describe('les pages', () => {
  const suivre = async (href: string | undefined) => {
    const demande = lireDemande(Object.fromEntries(new URLSearchParams(href)), JOUR)
    const lue = await lireListe(porteeClaire, demande.filtres)
    return { lue, pages: voirListe(lue, demande, JOUR, { adhesions: [], article: articleCite }).pages }
  }

  test('descendre puis remonter montre chaque ligne une fois, dans le même ordre', async () => {
    const premiere = await suivre('?du=&au=')
    expect(premiere.lue.lignes).toHaveLength(PAR_PAGE)
    expect(premiere.pages.recents).toBeNull()
    const seconde = await suivre(premiere.pages.anciens?.href)
    expect(seconde.lue.lignes).toHaveLength(32 - PAR_PAGE)
    expect(seconde.pages.anciens).toBeNull()
    expect(new Set([...ids(premiere.lue), ...ids(seconde.lue)]).size).toBe(32)
    const remontee = await suivre(seconde.pages.recents?.href)
    expect(ids(remontee.lue)).toEqual(ids(premiere.lue))
  })

  test('une ligne arrivée entre-temps ne décale pas la page suivante', async () => {
    const premiere = await suivre('?du=&au=')
    const avant = await suivre(premiere.pages.anciens?.href)
    const arrivee = await placerSoin(base, { personne: CLAIRE, jour: '2026-02-20' })
    expect(ids((await suivre(premiere.pages.anciens?.href)).lue)).toEqual(ids(avant.lue))
    await base.query('ALTER TABLE prestations DISABLE TRIGGER prestations_gardees')
    await base.query('DELETE FROM prestations WHERE id = $1', [arrivee])
    await base.query('ALTER TABLE prestations ENABLE TRIGGER prestations_gardees')
  })
})

describe('les totaux', () => {
  const enMai = (
    etat: 'A_PAYER' | 'PAYEE' | 'ANNULEE' | 'REFUSEE',
    montants: [number, number, number],
    annule?: string,
  ) =>
    placerSoin(base, {
      personne: CLAIRE,
      jour: '2025-05-10',
      etat,
      montants,
      ...(annule === undefined ? {} : { annule }),
    })
  const mai: Filtres = { ...TOUT, du: dateCivile('2025-05-01'), au: dateCivile('2025-05-31') }

  test('comptent le payé, le dû et le refusé ; ce qui est repris ne compte pas, ni ce qui le reprend : un soin corrigé est un soin', async () => {
    await enMai('REFUSEE', [8000, 0, 0])
    await enMai('A_PAYER', [3000, 1900, 900])
    const annulee = await enMai('ANNULEE', [5000, 3000, 1000])
    await enMai('A_PAYER', [-5000, -3000, -1000], annulee)
    const payee = await enMai('PAYEE', [2000, 1000, 500])
    await enMai('A_PAYER', [-2000, -1000, -500], payee)
    // Without a share it is settled at once, and what takes it back closed at once.
    const sansPart = await enMai('PAYEE', [4000, 4000, 0])
    await enMai('ANNULEE', [-4000, -4000, 0], sansPart)
    const { totaux, lignes } = await lireListe(porteeClaire, mai)
    expect(lignes).toHaveLength(8)
    // 80 + 30 ; 19 ; 9 ; 80 + 2.
    expect(totaux.sommes).toMatchObject({
      depense: 11000n,
      partAmo: 1900n,
      partMutuelle: 900n,
      resteACharge: 8200n,
    })
    expect(totaux.nombre).toBe(2)
    const accueil = await lireAccueil(porteeClaire, dateCivile('2025-05-01'), dateCivile('2025-05-31'))
    expect(accueil.annee).toEqual(totaux)
  })
})

describe('l’accueil', () => {
  test('A04 : montre les cinq derniers soins, ce qui est attendu et l’année', async () => {
    const lu = await lireAccueil(porteeClaire, dateCivile('2026-01-01'), JOUR)
    expect(lu.dernieres.map(({ id }) => id)).toEqual([29, 28, 27, 26, 25].map((rang) => soins.claire[rang]))
    expect(lu.numerosAdherent).toEqual(['100234'])
    // 32 soins de janvier à 9 €, plus ceux de mai 2025 : 9 − 5 (l'annulation d'un soin non payé ne compte pas).
    // Ce qui est repris n'est pas un soin de plus.
    expect(lu.enAttente).toEqual([{ etat: 'A_PAYER', nombre: 33, partMutuelle: 32n * 900n + 900n - 500n }])
    expect(lu.annee.nombre).toBe(32)
  })
})

test('une page est une transaction, d’au plus six lectures', async () => {
  const espion = vi.spyOn(pg.Client.prototype, 'query')
  const textes = () =>
    espion.mock.calls.map(([premier]) => {
      const requete: unknown = premier
      return typeof requete === 'string' ? requete : String(Object(requete).text)
    })
  for (const page of [
    () => lireListe(porteeClaire, TOUT),
    () => lireAccueil(porteeClaire, dateCivile('2026-01-01'), JOUR),
    () => lireUne(porteeClaire, soins.claire[0] ?? ''),
  ]) {
    espion.mockClear()
    await page()
    const requetes = textes()
    expect(requetes.filter((texte) => /^(BEGIN|START)/i.test(texte))).toHaveLength(1)
    const lectures = requetes.filter((texte) => /^SELECT/i.test(texte))
    expect(lectures.length).toBeGreaterThan(1)
    expect(lectures.length).toBeLessThanOrEqual(6)
  }
  espion.mockRestore()
})

test('les articles du catalogue et de la loi se citent', () => {
  expect(articleCite('css/R160-5')?.numero).toBe('R. 160-5')
  expect(articleCite('nulle/part')).toBeUndefined()
})

// Last: it places care that the others would count.
test('A08 : vingt-quatre mois et plus en arrière, un soin se retrouve, avec son détail', async () => {
  // 24 months is the time to claim (Mutami): what was paid then must still be read the day before it ends, and after.
  const anciens = [
    await placerSoin(base, { personne: ELIE, jour: '2024-03-17' }),
    await placerSoin(base, { personne: ELIE, jour: '2022-12-31' }),
  ]
  const trouves = await lireListe(porteeElie, {
    ...TOUT,
    du: dateCivile('2022-01-01'),
    au: dateCivile('2024-12-31'),
  })
  expect(ids(trouves)).toEqual(anciens)
  expect((await lireUne(porteeElie, anciens[1] ?? ''))?.ligne.etat).toBe('A_PAYER')
  const demande = lireDemande({ du: '2024-03-17', au: '2024-03-17' }, JOUR)
  expect(ids(await lireListe(porteeElie, demande.filtres))).toEqual([anciens[0]])
})
