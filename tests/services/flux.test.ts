import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { dechiffrer } from '@/lib/server/chiffrement'
import { frapperGestion, SYSTEME } from '@/lib/server/portee'
import { loadFluxEcartees, loadFluxRecus } from '@/lib/services/flux/data'
import { importerFlux } from '@/lib/services/flux/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation, enMorceaux, flux, nirAdulte, portefeuille } from '../support/flux-de-test'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let numero = 0
const neuf = () => `N${++numero}`

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const offre = { porte: () => true, propose: () => true }
  const resultat = await importerPortefeuille(
    SYSTEME,
    portefeuille(5, { reglement: 'reg', formule: 'f1' }),
    offre,
  )
  expect(resultat.issue).toBe('IMPORTE')
})
afterAll(() => fermer())

const importer = (octets: Uint8Array) => importerFlux(SYSTEME, enMorceaux(octets))
const recevoir = (lignes: readonly LigneRecue[], emetteur = neuf()) =>
  importer(flux(lignes, { id: neuf(), emetteur }))

async function compter(table: string): Promise<number> {
  return Number((await proprietaire.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n)
}

async function quarantaines(emetteur: string) {
  const { rows } = await proprietaire.query(
    'SELECT rang, motif, detail FROM quarantaines WHERE emetteur_code = $1 ORDER BY rang',
    [emetteur],
  )
  return rows
}

/** What a file leaves, file identity aside, as one text. */
async function trace(emetteur: string): Promise<string> {
  const { rows } = await proprietaire.query(
    `SELECT md5(string_agg(t, '\n' ORDER BY t)) AS trace FROM (
      SELECT concat_ws('|', l.id_decompte, l.numero_ligne, encode(l.empreinte, 'hex'), l.operation, l.personne_id, l.reversion,
        o.id_decompte, o.numero_ligne, l.contenu) AS t
      FROM lignes_decompte l LEFT JOIN lignes_decompte o ON o.id = l.origine_id WHERE l.emetteur_code = $1
      UNION ALL SELECT concat_ws('|', encode(empreinte, 'hex'), motif, detail) FROM quarantaines WHERE emetteur_code = $1) x`,
    [emetteur],
  )
  return rows[0].trace
}

describe('la réception', () => {
  test('écrit les lignes une fois rattachées, sans identité en clair, et le dit au journal', async () => {
    const emetteur = neuf()
    const enfant = consultation('D2', 1, {
      beneficiaire: { dateNaissance: '2012-06-15', nom: 'NOM1', prenom: 'X' },
    })
    const resultat = await recevoir([consultation('D1', 1), enfant], emetteur)
    expect(resultat).toMatchObject({
      issue: 'IMPORTE',
      compte: { lignes: 2, nouvelles: 2, doublons: 0, quarantaine: 0 },
    })
    const { rows } = await proprietaire.query(
      `SELECT l.contenu::text AS contenu, p.prenom, l.rang FROM lignes_decompte l JOIN personnes p ON p.id = l.personne_id
        WHERE l.emetteur_code = $1 ORDER BY l.rang`,
      [emetteur],
    )
    expect(rows.map((r) => r.prenom)).toEqual(['Prénom1', 'Enfant1'])
    for (const { contenu } of rows) {
      expect(contenu).not.toContain(nirAdulte(1))
      expect(contenu).not.toMatch(/NOM1|dateNaissance|"cle"/)
      expect(contenu).toContain('"montantRO": 1900')
    }
    const journal = await proprietaire.query('SELECT acte, resultat FROM journal ORDER BY rang DESC LIMIT 1')
    expect(journal.rows[0]).toEqual({ acte: 'FLUX_IMPORTE', resultat: 'FAIT' })
  })

  test.each<[string, LigneRecue, string]>([
    ['une personne inconnue', consultation('Q1', 9), 'PERSONNE_INCONNUE'],
    [
      'une autre date de naissance',
      consultation('Q2', 1, { beneficiaire: { dateNaissance: '1980-01-02' } }),
      'PERSONNE_INCONNUE',
    ],
    ['une annulation sans origine connue', annulation('Q3', consultation('JAMAIS', 1)), 'ORIGINE_INCONNUE'],
  ])('met de côté %s, et garde la bonne ligne', async (_nom, mauvaise, motif) => {
    const emetteur = neuf()
    const resultat = await recevoir([mauvaise, consultation('BON', 1)], emetteur)
    expect(resultat).toMatchObject({ compte: { lignes: 2, nouvelles: 1, quarantaine: 1 } })
    expect(await quarantaines(emetteur)).toMatchObject([{ rang: 1, motif }])
  })

  test('le contenu mis de côté est chiffré et se relit', async () => {
    const emetteur = neuf()
    await recevoir([consultation('Q1', 9)], emetteur)
    const { rows } = await proprietaire.query(
      'SELECT id, contenu_chiffre FROM quarantaines WHERE emetteur_code = $1',
      [emetteur],
    )
    expect(rows[0].contenu_chiffre.includes(Buffer.from(nirAdulte(9)))).toBe(false)
    expect(JSON.parse(dechiffrer(rows[0].contenu_chiffre, `quarantaines:${rows[0].id}`))).toEqual(
      consultation('Q1', 9),
    )
  })

  test('une ligne sans rang de naissance va aux jumeaux : ambiguë', async () => {
    const emetteur = neuf()
    const jumeau = `BENEFICIAIRE;A0002;;;2024-01-01;;ENFANT;Nom2;Jumeau;2012-06-15;2;${nirAdulte(2)}${String(97 - (Number(nirAdulte(2)) % 97)).padStart(2, '0')};;;;;`
    const { COLONNES } = await import('@/lib/flux/portefeuille/ligne')
    await importerPortefeuille(SYSTEME, new TextEncoder().encode(`${COLONNES.join(';')}\n${jumeau}`), {
      porte: () => true,
      propose: () => true,
    })
    await recevoir(
      [
        consultation('J1', 2, { beneficiaire: { dateNaissance: '2012-06-15' } }),
        consultation('J2', 2, { beneficiaire: { dateNaissance: '2012-06-15', rangNaissance: 2 } }),
      ],
      emetteur,
    )
    expect(await quarantaines(emetteur)).toMatchObject([{ rang: 1, motif: 'PERSONNE_AMBIGUE' }])
  })
})

describe('les reprises de lignes', () => {
  test('se lient à leur ligne, du même fichier ou d’un fichier antérieur', async () => {
    const emetteur = neuf()
    const [a, b] = [consultation('A', 1), consultation('B', 1)]
    await recevoir([a, b, annulation('AX', a)], emetteur)
    expect(await recevoir([annulation('BX', b)], emetteur)).toMatchObject({ compte: { nouvelles: 1 } })
    const { rows } = await proprietaire.query(
      `SELECT l.id_decompte, o.id_decompte AS origine FROM lignes_decompte l JOIN lignes_decompte o ON o.id = l.origine_id
        WHERE l.emetteur_code = $1 AND l.reversion ORDER BY 1`,
      [emetteur],
    )
    expect(rows).toEqual([
      { id_decompte: 'AX', origine: 'A' },
      { id_decompte: 'BX', origine: 'B' },
    ])
  })

  test('une ligne ne se reprend qu’une fois, en entier, pour la même personne, après elle', async () => {
    const emetteur = neuf()
    const a = consultation('A', 1)
    const partielle = annulation('P', a)
    const avant = annulation('V', consultation('APRES', 1))
    await recevoir(
      [
        a,
        { ...partielle, montants: { ...partielle.montants, depense: -1000, montantRO: -500 } },
        annulation('X1', a),
        annulation('X2', a),
        { ...annulation('X3', a), assure: consultation('', 2).assure ?? {} },
        avant,
        consultation('APRES', 1),
        { ...annulation('X4', a), ligneOrigine: { idDecompte: 'X1', numeroLigne: 1 } },
      ],
      emetteur,
    )
    expect((await quarantaines(emetteur)).map((q) => [q.rang, q.motif])).toEqual([
      [2, 'REVERSION_PARTIELLE'],
      [4, 'ORIGINE_DEJA_ANNULEE'],
      [5, 'ORIGINE_AUTRE_PERSONNE'],
      [6, 'ORIGINE_INCONNUE'],
      [8, 'ORIGINE_DEJA_ANNULEE'],
    ])
    await recevoir([annulation('X9', a)], emetteur)
    expect((await quarantaines(emetteur)).filter((q) => q.motif === 'ORIGINE_DEJA_ANNULEE')).toHaveLength(3)
  })

  test('ce qui corrige une ligne mise de côté est mis de côté aussi', async () => {
    const emetteur = neuf()
    const inconnue = consultation('A', 9)
    const correction = consultation('B', 9, {
      operation: 'REGULARISATION',
      ligneOrigine: { idDecompte: 'A', numeroLigne: 1 },
    })
    const suite = {
      ...consultation('C', 1),
      operation: 'REGULARISATION' as const,
      ligneOrigine: { idDecompte: 'B', numeroLigne: 1 },
    }
    await recevoir([inconnue, correction, suite, annulation('CX', suite)], emetteur)
    expect((await quarantaines(emetteur)).map((q) => q.motif)).toEqual([
      'PERSONNE_INCONNUE',
      'PERSONNE_INCONNUE',
      'ORIGINE_INCONNUE',
      'ORIGINE_INCONNUE',
    ])
  })
})

describe("l'import est idempotent", () => {
  const lignes = () => {
    const bonnes = Array.from({ length: 30 }, (_, i) => consultation(`L${i}`, 1 + (i % 5)))
    const origine = bonnes[3] ?? consultation('L3', 4)
    return [...bonnes, annulation('L3X', origine), consultation('INCONNU', 9), consultation('L0', 1)]
  }

  test('le même fichier est dit déjà importé ; le même identifiant avec un autre contenu est refusé, rien n’est écrit', async () => {
    const emetteur = neuf()
    const octets = flux(lignes(), { id: 'F', emetteur })
    expect(await importer(octets)).toMatchObject({
      issue: 'IMPORTE',
      compte: { lignes: 33, nouvelles: 31, doublons: 1, quarantaine: 1 },
    })
    const avant = await trace(emetteur)
    expect(await importer(octets)).toMatchObject({ issue: 'DEJA_IMPORTE' })
    expect(await importer(flux(lignes().slice(1), { id: 'F', emetteur }))).toMatchObject({
      issue: 'REFUSE',
      code: 'CONTENU_DIFFERENT',
    })
    expect(await trace(emetteur)).toBe(avant)
    const journal = await proprietaire.query('SELECT acte, resultat FROM journal ORDER BY rang DESC LIMIT 1')
    expect(journal.rows[0]).toEqual({ acte: 'FLUX_REFUSE', resultat: 'REFUSE' })
  })

  test('coupé en parties qui se recouvrent, il laisse les mêmes lignes qu’entier', async () => {
    const [entier, coupe] = [neuf(), neuf()]
    await recevoir(lignes(), entier)
    for (const [du, au] of [
      [0, 12],
      [8, 20],
      [15, 33],
      [0, 33],
    ])
      await recevoir(lignes().slice(du, au), coupe)
    expect(await trace(coupe)).toBe(await trace(entier))
  })

  test('envoyé dix fois à la fois, entier et en parties, il laisse les mêmes lignes qu’une fois', async () => {
    const [une, dix] = [neuf(), neuf()]
    await recevoir(lignes(), une)
    const octets = flux(lignes(), { id: 'F', emetteur: dix })
    const issues = await Promise.all([
      ...Array.from({ length: 5 }, () => importer(octets)),
      ...Array.from({ length: 5 }, (_, i) => recevoir(lignes().slice(0, 6 + 5 * i), dix)),
    ])
    expect(issues.filter((r) => r.issue === 'DEJA_IMPORTE')).toHaveLength(4)
    expect(await trace(dix)).toBe(await trace(une))
  })

  test('la même clé avec un autre contenu est un conflit, dans un autre fichier ou dans le même', async () => {
    const emetteur = neuf()
    const autre = consultation('L0', 1, { soinsDebut: '2026-03-11' })
    await recevoir([consultation('L0', 1), autre], emetteur)
    expect(await quarantaines(emetteur)).toMatchObject([{ rang: 2, motif: 'CONFLIT' }])
    await recevoir([consultation('L0', 1, { soinsDebut: '2026-03-12' })], emetteur)
    expect(await quarantaines(emetteur)).toHaveLength(2)
    expect(
      Number(
        (
          await proprietaire.query('SELECT count(*) AS n FROM lignes_decompte WHERE emetteur_code = $1', [
            emetteur,
          ])
        ).rows[0].n,
      ),
    ).toBe(1)
  })

  test('deux lignes semblables de clés différentes sont gardées toutes deux', async () => {
    expect(await recevoir([consultation('S1', 1), consultation('S2', 1)])).toMatchObject({
      compte: { nouvelles: 2 },
    })
  })

  test('une ligne d’abord inconnue entre quand la personne l’est devenue', async () => {
    const emetteur = neuf()
    await recevoir([consultation('T', 6)], emetteur)
    await importerPortefeuille(SYSTEME, portefeuille(6, { reglement: 'reg', formule: 'f1' }), {
      porte: () => true,
      propose: () => true,
    })
    expect(await recevoir([consultation('T', 6)], emetteur)).toMatchObject({ compte: { nouvelles: 1 } })
  })
})

describe('un fichier refusé', () => {
  test.each<[string, Uint8Array, string]>([
    ['destiné à un autre organisme', flux([consultation('X', 1)], { amc: '99999999' }), 'AUTRE_ORGANISME'],
    [
      'aux totaux faux',
      Buffer.from(
        Buffer.from(flux([consultation('X', 1)]))
          .toString()
          .replace('"totalRO":1900', '"totalRO":1901'),
      ),
      'TOTAUX_FAUX',
    ],
    ['coupé', flux([consultation('X', 1)]).subarray(0, 700), 'JSON_INVALIDE'],
  ])('%s n’écrit rien', async (_nom, octets, code) => {
    const avant = [
      await compter('flux_recus'),
      await compter('lignes_decompte'),
      await compter('quarantaines'),
    ]
    expect(await importer(octets)).toMatchObject({ issue: 'REFUSE', code })
    expect([
      await compter('flux_recus'),
      await compter('lignes_decompte'),
      await compter('quarantaines'),
    ]).toEqual(avant)
  })

  test('par un comptable ne se lit même pas', async () => {
    const comptable = frapperGestion({ type: 'GESTION', compteId: crypto.randomUUID(), role: 'COMPTABLE' })
    await expect(importerFlux(comptable, enMorceaux(flux([])))).rejects.toThrow()
  })
})

describe('ce que la gestion voit des fichiers reçus', () => {
  const compteId = '00000000-0000-0000-0000-000000000001'
  const personnel = (role: 'GESTIONNAIRE' | 'COMPTABLE' | 'MEDECIN_CONSEIL') =>
    frapperGestion({ type: 'GESTION', compteId, role })

  test('un gestionnaire les voit, avec leurs lignes mises de côté ; un comptable et un médecin-conseil, rien', async () => {
    const emetteur = neuf()
    const inconnue = consultation('D1', 1, {
      assure: { nir: nirAdulte(99) },
      beneficiaire: { dateNaissance: '1999-09-09' },
    })
    const recu = await recevoir([inconnue], emetteur)
    expect(recu.issue).toBe('IMPORTE')
    const { rows } = await proprietaire.query<{ id: string }>(
      'SELECT id FROM flux_recus WHERE emetteur_code = $1',
      [emetteur],
    )
    const id = rows[0]?.id ?? ''
    const vus = await loadFluxRecus(personnel('GESTIONNAIRE'), null)
    expect(vus.flux.find((f) => f.id === id)).toMatchObject({ lignes: 1, nouvelles: 0, quarantaine: 1 })
    expect((await loadFluxEcartees(personnel('GESTIONNAIRE'), id, null))?.lignes).toHaveLength(1)
    for (const role of ['COMPTABLE', 'MEDECIN_CONSEIL'] as const) {
      expect(await loadFluxRecus(personnel(role), null)).toEqual({ flux: [], suite: null })
      expect(await loadFluxEcartees(personnel(role), id, null)).toBeNull()
    }
  })
})
