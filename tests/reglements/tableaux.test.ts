import { describe, expect, it } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { controlerResponsable } from '@/lib/rules/remboursement/controler-responsable'
import { listerFormules, listerGaranties, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { type Garantie, pourcentages } from '@/lib/rules/remboursement/garantie'
import { CODES_LIGNE } from '@/lib/rules/remboursement/lignes'
import type { TableGaranties } from '@/lib/rules/remboursement/table'

const JOUR = dateCivile('2026-03-15')
const tous = Object.values(reglements).flatMap((reglement) =>
  [
    ...(reglement.garanties?.tables ?? []),
    ...(reglement.garanties?.modulaires ?? []).map((gamme) => gamme.table),
  ].map((table) => ({ reglement, table })),
)
const tables = tous.map(({ reglement, table }) => [`${reglement.id} ${table.gamme}`, table] as const)
const tablesMutami = reglements.mutami.garanties?.tables ?? []

/** Valeur d'une case sur sa propre échelle, null si elle n'en a pas. */
function valeurDeCase(garantie: Garantie): number | null {
  switch (garantie.type) {
    case 'non-garanti':
      return 0
    case 'pourcentage-br':
    case 'pourcentage-frais-reels':
    case 'pourcentage-traitement':
      return garantie.valeur
    case 'pourcentage-br-plus-forfait':
      return garantie.valeur + garantie.montant
    case 'frais-reels':
      return garantie.joursParAn
    case 'forfait-par-seance':
      return garantie.plafondAnnuel
    case 'integral':
    case 'illimite':
    case 'pris-en-charge':
    case 'inclus':
    case 'sans-objet':
      return null
    default:
      return garantie.montant
  }
}

/** Les progressions rompues que le texte imprime, laissées telles quelles. */
const EXCEPTIONS: ReadonlySet<string> = new Set(['aine dentaire.soins 2'])

describe.each(tables)('le tableau %s', (_titre, table: TableGaranties) => {
  it('a autant de cases que de formules sur chaque ligne', () => {
    for (const rangee of table.lignes)
      expect([rangee.ligne, rangee.cases.length]).toEqual([rangee.ligne, table.formules.length])
  })

  it('n’a pas deux fois la même ligne, et chacune a un libellé', () => {
    const lignes = table.lignes.map((rangee) => rangee.ligne)
    expect(new Set(lignes).size).toBe(lignes.length)
    for (const rangee of table.lignes) {
      expect(CODES_LIGNE).toContain(rangee.ligne)
      expect(rangee.libelle.length).toBeGreaterThan(3)
    }
  })

  it('ne baisse pas d’une formule à la suivante, sauf les exceptions imprimées', () => {
    const rompues: string[] = []
    for (const rangee of table.lignes) {
      for (let rang = 1; rang < rangee.cases.length; rang += 1) {
        const [avant, apres] = [rangee.cases[rang - 1], rangee.cases[rang]].map((c) =>
          c === undefined ? null : valeurDeCase(c),
        )
        if (avant !== null && avant !== undefined && apres !== null && apres !== undefined && apres < avant) {
          rompues.push(`${table.gamme} ${rangee.ligne} ${rang}`)
        }
      }
    }
    expect(rompues.filter((r) => !EXCEPTIONS.has(r))).toEqual([])
  })

  it('respecte le cahier des charges du contrat responsable quand il en est un', () => {
    if (table.responsable) expect(controlerResponsable(table, socle, JOUR)).toEqual([])
    else expect(controlerResponsable(table, socle, JOUR).length).toBeGreaterThan(0)
  })
})

describe('le contrôle du contrat responsable', () => {
  const tribu = tablesMutami.find((t) => t.gamme === 'tribu')
  const avec = (ligne: string, cases: readonly Garantie[]): TableGaranties => {
    if (tribu === undefined) throw new Error('gamme Tribu absente')
    return { ...tribu, lignes: tribu.lignes.map((r) => (r.ligne === ligne ? { ...r, cases } : r)) }
  }

  it('voit un médecin sans option à moins de 20 points de son confrère, et au-delà de 200 %', () => {
    const defauts = controlerResponsable(
      avec('honoraires-medicaux.non-dptam', pourcentages(100, 100, 130, 210)),
      socle,
      JOUR,
    )
    expect(defauts).toEqual([
      {
        code: 'DEPASSEMENT_NON_DPTAM',
        formule: 'tribu-premium',
        ligne: 'honoraires-medicaux.non-dptam',
        valeur: 130,
        borne: 120,
      },
      {
        code: 'DEPASSEMENT_NON_DPTAM',
        formule: 'tribu-excellence',
        ligne: 'honoraires-medicaux.non-dptam',
        valeur: 210,
        borne: 200,
      },
    ])
  })

  it('voit un ticket modérateur incomplet', () => {
    const defauts = controlerResponsable(
      avec('analyses-laboratoire', pourcentages(90, 100, 100, 100)),
      socle,
      JOUR,
    )
    expect(defauts.map((d) => d.code)).toEqual(['TICKET_MODERATEUR_INCOMPLET'])
  })
})

describe('les tableaux de Mutami', () => {
  it('sont ceux des huit gammes et de leurs vingt-huit formules', () => {
    expect(tablesMutami.map((t) => [t.gamme, t.formules.length])).toEqual([
      ['jeune', 3],
      ['tribu', 4],
      ['aine', 3],
      ['ter', 5],
      ['fph', 5],
      ['hospi', 2],
      ['zen', 2],
      ['amse', 4],
    ])
  })

  it('gardent la valeur imprimée et la raison à côté de chaque lecture décidée', () => {
    const lectures = tablesMutami.flatMap((t) => t.lignes.flatMap((l) => l.lectures ?? []))
    expect(lectures.length).toBeGreaterThan(60)
    for (const lecture of lectures) {
      expect(lecture.imprime).not.toBe('')
      expect(lecture.lu).not.toBe('')
      expect(lecture.raison).not.toBe('')
    }
  })

  // Gamme et ligne du texte → la rangée telle qu'elle est imprimée : les colonnes décalées et les « 60 € » qui sont des « 60 % ».
  it.each([
    ['jeune', 1177, '60 € + 40 € / 60 € + 50 € / 60 € + 60 €'],
    ['jeune', 1179, '60 € + 80 € / 60 € + 100 € / 60 € + 120 €'],
    ['fph', 1761, '- / 60 € + 90 € / 60 € + 120 € / 60 € + 150 € / 60 € + 200 €'],
    ['amse', 2030, '- / 60 € + 40 € / 60 € + 60 € / 60 € + 80 €'],
    ['ter', 1677, '100% / 100% / 100% / 100%'],
    ['ter', 1678, '- / 100 € / 250 € / 300 €'],
    ['ter', 1685, '- / 30 € / 50 € / 70 €'],
    ['ter', 1706, '- / 30 € / 50 € / 90 €'],
    ['fph', 1866, '- - 30% 30% 30%'],
  ])('%s, l. %i : la rangée imprimée reste à côté de sa lecture', (gamme, source, imprime) => {
    const rangee = tablesMutami.find((t) => t.gamme === gamme)?.lignes.find((l) => l.source === source)
    expect(rangee?.lectures?.map((l) => l.imprime)).toContain(imprime)
  })

  it('chaque rangée dit sa ligne du texte, dans l’ordre et dans les bornes de sa gamme', () => {
    const BORNES: Readonly<Record<string, readonly [number, number]>> = {
      jeune: [1150, 1299],
      tribu: [1300, 1439],
      aine: [1440, 1589],
      ter: [1590, 1732],
      fph: [1733, 1892],
      hospi: [1893, 1945],
      zen: [1946, 2000],
      amse: [2005, 2140],
    }
    for (const { gamme, lignes } of tablesMutami) {
      const [debut = 0, fin = 0] = BORNES[gamme] ?? []
      const sources = lignes.map((l) => l.source)
      expect([gamme, sources.filter((s) => s < debut || s > fin)]).toEqual([gamme, []])
      expect([gamme, sources]).toEqual([gamme, [...new Set(sources)].sort((a, b) => a - b)])
    }
  })

  it('comptent les cases de chaque gamme : rangées imprimées × formules', () => {
    const cases = tablesMutami.map((t) => [t.gamme, t.lignes.length, t.lignes.flatMap((l) => l.cases).length])
    expect(cases).toEqual([
      ['jeune', 52, 52 * 3],
      ['tribu', 53, 53 * 4],
      ['aine', 53, 53 * 3],
      ['ter', 51, 51 * 5],
      ['fph', 58, 58 * 5],
      ['hospi', 16, 16 * 2],
      ['zen', 17, 17 * 2],
      ['amse', 54, 54 * 4],
    ])
  })

  it('gardent leurs notes de bas de tableau, chacune rattachée à une section et à sa ligne du texte', () => {
    expect(tablesMutami.map((t) => [t.gamme, t.notes.length])).toEqual([
      ['jeune', 27],
      ['tribu', 27],
      ['aine', 28],
      ['ter', 28],
      ['fph', 31],
      ['hospi', 13],
      ['zen', 12],
      ['amse', 27],
    ])
    for (const table of tablesMutami) {
      const sources = table.notes.map((note) => note.source)
      expect(new Set(sources).size).toBe(sources.length)
      for (const note of table.notes) expect(note.dit.length).toBeGreaterThan(8)
    }
  })

  it('AMSE garantit ce que garantit Tribu, hors les cellules que le texte imprime autrement', () => {
    const [tribu, amse] = ['tribu', 'amse'].map((gamme) => tablesMutami.find((t) => t.gamme === gamme))
    const ecarts = (amse?.lignes ?? []).flatMap((rangee) => {
      const soeur = tribu?.lignes.find((r) => r.ligne === rangee.ligne)
      if (soeur === undefined) return [rangee.ligne]
      return JSON.stringify(soeur.cases) === JSON.stringify(rangee.cases) ? [] : [rangee.ligne]
    })
    expect(ecarts).toEqual([
      'optique.verre-complexe',
      'hospitalisation.participation-forfaitaire.actes-lourds',
      'hospitalisation.participation-forfaitaire.fpu',
    ])
  })

  it('listent toutes leurs lignes, celles qui ne sont pas couvertes comprises', () => {
    const formule = ouvrirFormule(reglements.mutami, 'tribu-essentiel', JOUR)
    const garanties = listerGaranties(formule)
    expect(garanties).toHaveLength(53)
    expect(garanties[0]).toMatchObject({
      ligne: 'honoraires-medicaux.dptam',
      garantie: { type: 'pourcentage-br', valeur: 100 },
    })
    expect(garanties.find((g) => g.ligne === 'dentaire.plafond-depassements')?.garantie.type).toBe(
      'sans-objet',
    )
    expect(garanties.filter((g) => g.garantie.type === 'non-garanti').length).toBe(20)
  })

  it.each([
    [/^services\./, ['inclus']],
    [/100-sante$/, ['integral']],
    [/^honoraires-medicaux\.(dptam|non-dptam)$/, ['pourcentage-br']],
    [
      /^(imagerie|analyses-laboratoire$|honoraires-paramedicaux|psychologues|pharmacie\.remboursee)/,
      ['pourcentage-br'],
    ],
    [/^optique\.monture$/, ['forfait-par-monture', 'non-garanti']],
    [/^optique\.verre-/, ['forfait-par-verre', 'non-garanti']],
    [/^optique\.chirurgie/, ['forfait-par-oeil-par-an', 'non-garanti']],
    [/^dentaire\.(soins|prothese|orthodontie\.remboursee)$/, ['pourcentage-br']],
    [/^dentaire\.plafond/, ['plafond-annuel-depassements', 'sans-objet']],
    [/^audio\.classe2\.forfait$/, ['forfait-par-oreille', 'forfait-par-periode', 'non-garanti']],
    [/forfait-journalier$/, ['illimite']],
    [/participation-forfaitaire/, ['pris-en-charge']],
    [/nuitee$/, ['forfait-par-jour', 'forfait-par-nuit', 'non-garanti']],
    [/accompagnement$/, ['forfait-par-jour', 'frais-reels', 'non-garanti']],
    [/^prevoyance\./, ['non-garanti', 'pourcentage-traitement']],
    [/prime-naissance/, ['non-garanti', 'prime']],
    [/medecines-douces$/, ['forfait-annuel', 'forfait-par-seance', 'non-garanti']],
  ] as const)('les lignes %s ont les sortes de cases %j', (motif, sortes) => {
    const cases = tablesMutami.flatMap((t) =>
      t.lignes.filter((l) => motif.test(l.ligne)).flatMap((l) => l.cases),
    )
    expect(cases.length).toBeGreaterThan(0)
    expect([...new Set(cases.map((c) => c.type))].filter((type) => !sortes.some((s) => s === type))).toEqual(
      [],
    )
  })

  it('ne s’appliquent pas avant leur date', () => {
    expect(() => ouvrirFormule(reglements.mutami, 'tribu-premium', dateCivile('2023-12-31'))).toThrow(
      '2024-01-01',
    )
    expect(ouvrirFormule(reglements.mutami, 'hospi', dateCivile('2023-01-01')).id).toBe('hospi')
    expect(ouvrirFormule(reglements.mutami, 'zen-1', dateCivile('2023-03-15')).id).toBe('zen-1')
    expect(() => ouvrirFormule(reglements.mutami, 'zen-1', dateCivile('2023-03-14'))).toThrow('2023-03-15')
  })

  it('refusent une formule inconnue', () => {
    expect(() => ouvrirFormule(reglements.mutami, 'tribu-or', JOUR)).toThrow('tribu-or')
  })
})

describe('la gamme par modules', () => {
  it('compose quarante-six formules : deux niveaux ne s’écartent jamais de plus de deux', () => {
    const formules = listerFormules(reglements['mutame-smb'])
    expect(formules.slice(0, 6)).toEqual([
      'mutame-eco',
      'mutame-1',
      'mutame-2',
      'mutame-3',
      'mutame-2-depassements',
      'mutame-3-depassements',
    ])
    const modulaires = formules.slice(6)
    expect(modulaires).toHaveLength(46)
    expect(modulaires.filter((id) => id.includes('1') && id.includes('4'))).toEqual([])
  })

  it('range chaque ligne de son tableau dans un module et un seul', () => {
    for (const gamme of reglements['mutame-smb'].garanties?.modulaires ?? []) {
      const rangees = gamme.modules.flat()
      expect([...rangees].sort()).toEqual(gamme.table.lignes.map((l) => l.ligne).sort())
    }
  })
})

describe('les articles', () => {
  it('cités par les tableaux et le socle sont tous catalogués', () => {
    for (const { reglement, table } of tous) {
      const connus = new Set([...reglement.articles, ...socle.articles].map((a) => a.id))
      const cites = [
        table.article,
        ...(table.attente === null ? [] : [table.attente.article]),
        ...Object.values(reglement.garanties?.articles ?? {}),
        ...Object.values(socle.roles),
      ]
      expect(cites.filter((id) => !connus.has(id))).toEqual([])
    }
  })
})
