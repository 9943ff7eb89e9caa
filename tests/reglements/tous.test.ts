import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { ajouterMois, type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { piecesManquantes } from '@/lib/rules/pieces/pieces-manquantes'
import { piecesRequises } from '@/lib/rules/pieces/pieces-requises'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { defautsDeSerie, type SerieDatee, valeurAu } from '@/lib/rules/reglement/serie-datee'
import { ARTICLES_SANS_REGLE, PLAFOND_A_VENIR } from './articles-sans-regle'

const TOUS: readonly (readonly [string, Reglement])[] = Object.entries(reglements)

const estSerie = (valeur: unknown): valeur is SerieDatee<unknown> =>
  typeof valeur === 'object' && valeur !== null && 'etapes' in valeur

/** Toutes les séries d'un règlement, par sujet. */
const series = (reglement: Reglement): readonly (readonly [string, SerieDatee<unknown>])[] =>
  Object.entries(reglement).flatMap(([sujet, valeur]) => (estSerie(valeur) ? [[sujet, valeur] as const] : []))

/** Tout article cité quelque part dans les données, hors du catalogue lui-même. */
function articlesCites(valeur: unknown, connus: ReadonlySet<string>): string[] {
  if (typeof valeur === 'string') return connus.has(valeur) ? [valeur] : []
  if (typeof valeur !== 'object' || valeur === null) return []
  return Object.values(valeur).flatMap((suite) => articlesCites(suite, connus))
}

function chainesDArticle(valeur: unknown, prefixes: ReadonlySet<string>): string[] {
  if (typeof valeur === 'string') return prefixes.has(valeur.split('/')[0] ?? '') ? [valeur] : []
  if (typeof valeur !== 'object' || valeur === null) return []
  return Object.values(valeur).flatMap((suite) => chainesDArticle(suite, prefixes))
}

/** Les règles d'un règlement : tout sauf le catalogue de ses articles et son identité. */
function sansCatalogue(reglement: Reglement): Readonly<Record<string, unknown>> {
  const { articles: _, id: __, ...regles } = reglement
  return regles
}

describe.each(TOUS)('règlement %s', (code, reglement) => {
  const ids = reglement.articles.map(({ id }) => id)

  test('son code est sa clé, ses articles sont uniques, datés et décrits', () => {
    expect(reglement.id).toBe(code)
    expect(new Set(ids).size).toBe(ids.length)
    for (const article of reglement.articles) {
      expect(article.titre.length, article.id).toBeGreaterThan(2)
      expect(article.decide, article.id).toMatch(/^\S.+[.]$/)
      expect(article.depuis >= reglement.connuDepuis, article.id).toBe(true)
    }
  })

  test('tout article cité par ses règles est à son catalogue', () => {
    const prefixes = new Set(ids.map((id) => id.split('/')[0] ?? ''))
    const cites = chainesDArticle(sansCatalogue(reglement), prefixes)
    expect(cites.filter((id) => !ids.some((connu) => connu === id))).toEqual([])
  })

  test('ses séries sont ordonnées et commencent le premier jour connu', () => {
    for (const [sujet, serie] of series(reglement)) {
      expect(defautsDeSerie(serie), sujet).toEqual([])
      expect(serie.etapes[0].depuis, sujet).toBe(reglement.connuDepuis)
    }
  })

  test('chaque trimestre connu a exactement une règle par sujet, aucun avant', () => {
    for (const [sujet, serie] of series(reglement)) {
      for (let jour = reglement.connuDepuis; jour < dateCivile('2032-01-01'); jour = ajouterMois(jour, 3)) {
        const enVigueur = serie.etapes.filter((etape, rang) => {
          const suivante: { depuis: DateCivile } | undefined = serie.etapes[rang + 1]
          return etape.depuis <= jour && (suivante === undefined || jour < suivante.depuis)
        })
        expect(enVigueur, `${sujet} au ${jour}`).toEqual([valeurAu(serie, jour)])
      }
      expect(() => valeurAu(serie, dateCivile('2019-12-31')), sujet).toThrowError(
        expect.objectContaining({ code: 'HORS_PERIODE' }),
      )
    }
  })

  test('les articles sans règle sont exactement ceux de la liste, qui ne fait que raccourcir', () => {
    const connus = new Set<string>(ids)
    const cites = new Set(articlesCites(sansCatalogue(reglement), connus))
    const sansRegle = ids.filter((id) => !cites.has(id)).sort()
    const liste = Object.keys(ARTICLES_SANS_REGLE)
      .filter((id) => connus.has(id))
      .sort()
    expect(sansRegle).toEqual(liste)
  })
})

describe('la liste des articles sans règle', () => {
  test('chaque entrée vise un article qui existe et donne sa raison', () => {
    const tous = new Set<string>(TOUS.flatMap(([, { articles }]) => articles.map(({ id }) => id)))
    for (const [id, { raison }] of Object.entries(ARTICLES_SANS_REGLE)) {
      expect(tous.has(id), id).toBe(true)
      expect(raison.length, id).toBeGreaterThan(5)
    }
  })

  test('ce qui reste à venir ne dépasse pas le plafond', () => {
    const aVenir = Object.values(ARTICLES_SANS_REGLE).filter(({ etat }) => etat === 'A_VENIR')
    expect(aVenir.length).toBeLessThanOrEqual(PLAFOND_A_VENIR)
  })
})

describe('les pièces', () => {
  test('adhérer à Mutami demande six pièces à tous', () => {
    const liste = piecesRequises(reglements.mutami, 'ADHESION')
    expect(liste.article).toBe('mutami/art-1')
    expect(piecesManquantes(liste, new Set()).map(({ auChoix }) => auChoix[0])).toEqual([
      'BULLETIN_ADHESION',
      'FORMULAIRE_CONSEIL',
      'ATTESTATION_DROITS_AMO',
      'PIECE_IDENTITE',
      'RIB_COTISATIONS',
      'JUSTIFICATIF_DOMICILE',
    ])
  })

  test('une pièce au choix suffit', () => {
    const liste = piecesRequises(reglements.mutami, 'AFFILIATION_ENFANT')
    const recues = new Set(['BULLETIN_MODIFICATIF', 'ATTESTATION_DROITS_AMO', 'LIVRET_DE_FAMILLE'] as const)
    expect(piecesManquantes(liste, recues)).toEqual([])
  })

  test('la preuve d’une situation d’enfant se refait chaque année, pas celle d’un handicap', () => {
    expect(piecesRequises(reglements['mutame-smb'], 'ENFANT_SERVICE_CIVIQUE').annuelle).toBe(true)
    expect(piecesRequises(reglements['mutame-smb'], 'ENFANT_HANDICAP').annuelle).toBe(false)
  })

  test('une situation que la source ne cite pas est NON_PREVU', () => {
    expect(() => piecesRequises(reglements['mieux-etre'], 'RESILIATION')).toThrowError(
      expect.objectContaining({ code: 'NON_PREVU' }),
    )
  })
})
