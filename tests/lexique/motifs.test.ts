import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { expliquerMotif, motifs } from '@/lib/lexique/motifs'
import { phrase } from '@/lib/lexique/phrase'
import { ecrirePieceRequise } from '@/lib/lexique/pieces'
import { ecrireReference } from '@/lib/lexique/references'
import { reglements } from '@/lib/reglements/catalogue'
import { enCode, enDate, enMontant, enNombre, enPourcentage, motif } from '@/lib/rules/decision/motif'
import { montant } from '@/lib/rules/montant/montant'

const REGLES = fileURLToPath(new URL('../../lib/rules', import.meta.url))

/** Les codes écrits en toutes lettres dans les règles : `motif('CODE', …)` et les choix entre deux codes. */
function codesEcrits(): readonly string[] {
  const fichiers = readdirSync(REGLES, { recursive: true, encoding: 'utf8' }).filter((nom) =>
    nom.endsWith('.ts'),
  )
  const textes = fichiers.map((nom) => readFileSync(join(REGLES, nom), 'utf8'))
  return textes.flatMap((texte) =>
    [
      ...texte.matchAll(/motif\(\s*'([A-Z_]+)'/g),
      ...texte.matchAll(/code(?:: string)? = [^\n]*'([A-Z_]+)' : '[A-Z_]+'/g),
      ...texte.matchAll(/code(?:: string)? = [^\n]*'[A-Z_]+' : '([A-Z_]+)'/g),
      ...texte.matchAll(/code: '([A-Z_]+)'/g),
      ...texte.matchAll(/'(DATE_SOUHAITEE_[A-Z_]+)'/g),
    ].map((trouve) => trouve[1] ?? ''),
  )
}

describe('les phrases des motifs', () => {
  test('chaque code écrit dans les règles a sa phrase', () => {
    const codes = codesEcrits()
    expect(codes.length).toBeGreaterThan(80)
    expect(codes.filter((code) => motifs[code] === undefined)).toEqual([])
  })

  test('un code sans phrase est un défaut, pas un silence', () => {
    expect(() => expliquerMotif(motif('INCONNU', 'mutami/art-8'))).toThrow('INCONNU')
  })

  test('une phrase dont une donnée manque est un défaut', () => {
    expect(() => phrase('Effet le {effet}.')({})).toThrow('effet')
  })

  test.each([
    [enDate('2026-03-01'), '1er mars 2026'],
    [enDate('2026-08-15'), '15 août 2026'],
    [enDate('2026-03-17T15:05'), '17 mars 2026 à 15 h 05'],
    [enMontant(montant(123_456_7)), '12\u00a0345,67\u00a0€'],
    [enMontant(montant(5)), '0,05\u00a0€'],
    [enMontant(montant(-1230)), '−12,30\u00a0€'],
    [enPourcentage(12.5), '12,5\u00a0%'],
    [enNombre(1, 'ANNEES'), '1 an'],
    [enNombre(2, 'ANNEES'), '2 ans'],
    [enNombre(10, 'JOURS_OUVRABLES'), '10 jours ouvrables'],
    [enNombre(1, 'mois'), '1 mois'],
    [enNombre(2.5), '2,5'],
    [enCode('PACS'), 'PACS'],
  ])('%j se dit « %s »', (donnee, attendu) => {
    expect(phrase('{donnee}')({ donnee })).toBe(attendu)
  })
})

describe('les références', () => {
  test('un article du règlement porte son nom, un article de loi celui de son code', () => {
    expect(ecrireReference(reglements.mutami, 'mutami/art-8')).toBe('Mutami, art. 8')
    expect(ecrireReference(reglements['ociane-collectif'], 'css/L911-8')).toBe(
      'Code de la sécurité sociale, art. L. 911-8',
    )
  })

  test('un article hors catalogue est un défaut', () => {
    expect(() => ecrireReference(reglements.mutami, 'mutami/art-99')).toThrow('mutami/art-99')
  })
})

describe('les pièces', () => {
  test('se disent au choix, et seulement à qui elles s’appliquent', () => {
    expect(
      ecrirePieceRequise({ auChoix: ['ACTE_DE_NAISSANCE', 'LIVRET_DE_FAMILLE'], siConcerne: false }),
    ).toBe('extrait d’acte de naissance ou copie du livret de famille')
    expect(ecrirePieceRequise({ auChoix: ['MANDAT_SEPA'], siConcerne: true })).toBe(
      'mandat de prélèvement SEPA (si vous êtes concerné)',
    )
  })
})
