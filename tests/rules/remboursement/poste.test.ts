import { describe, expect, it } from 'vitest'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { acteVersLigne } from '@/lib/rules/remboursement/poste'
import type { TableGaranties } from '@/lib/rules/remboursement/table'
import { euros, jour } from '../../support/remboursement'

const gamme = (nom: string): TableGaranties => {
  const table = (reglements.mutami.garanties?.tables ?? []).find((t) => t.gamme === nom)
  if (table === undefined) throw new Error(`gamme absente : ${nom}`)
  return table
}
const placer = (
  code: string,
  plus: { conv?: string; sejour?: boolean; gamme?: string; date?: string } = {},
) =>
  acteVersLigne(socle, gamme(plus.gamme ?? 'tribu'), {
    code,
    dateSoins: jour(plus.date ?? '2026-03-15'),
    conventionnement: plus.conv ?? null,
    pendantSejour: plus.sejour ?? false,
  })

describe('un acte reçu trouve sa ligne de garantie', () => {
  it.each([
    ['G', '1', 'honoraires-medicaux.dptam'],
    ['CS', '2', 'honoraires-medicaux.non-dptam'],
    ['CS', '3', 'honoraires-medicaux.dptam'],
    ['CS', '0', 'honoraires-medicaux.non-dptam'],
    ['ZCQM008', '2', 'imagerie.non-dptam'],
    ['DEQP003', '1', 'imagerie.dptam'],
  ])('%s d’un exécutant de conventionnement %s va en %s', (code, conv, ligne) => {
    expect(placer(code, { conv })).toMatchObject({ ligne, conventionnementDeduit: false })
  })

  it('sans conventionnement lisible, le code de l’acte décide, et le résultat le dit', () => {
    expect(placer('G')).toMatchObject({ conventionnement: 'DPTAM', conventionnementDeduit: true })
    expect(placer('C')).toMatchObject({ conventionnement: 'NON_DPTAM', conventionnementDeduit: true })
  })

  it('un médecin pendant un séjour est en hospitalisation', () => {
    expect(placer('CS', { conv: '2', sejour: true })?.ligne).toBe('hospitalisation.honoraires.non-dptam')
    expect(placer('BFGA004', { conv: '1' })?.ligne).toBe('hospitalisation.honoraires.dptam')
  })

  it('Zen n’a qu’une ligne pour tous les médecins', () => {
    expect(placer('CS', { conv: '2', gamme: 'zen' })?.ligne).toBe('honoraires-medicaux.tous')
  })

  it('une couronne change de panier avec la date', () => {
    expect(placer('HBLD038')).toMatchObject({ ligne: 'dentaire.100-sante', prixLimite: euros(298.7) })
    expect(placer('HBLD073', { date: '2025-12-31' })).toMatchObject({
      ligne: 'dentaire.prothese',
      panier: 'MAITRISE',
      prixLimite: euros(440),
    })
    expect(placer('HBLD073', { date: '2026-01-01' })?.ligne).toBe('dentaire.100-sante')
    expect(placer('HBLD486')).toMatchObject({ ligne: 'dentaire.prothese', panier: 'LIBRE' })
  })

  it('un élément de lunettes porte sa sorte et sa classe', () => {
    expect(placer('OPT-A-MONT')).toMatchObject({
      ligne: 'optique.equipement',
      element: 'MONTURE',
      classe: 'A',
    })
    expect(placer('OPT-B-T')).toMatchObject({
      ligne: 'optique.equipement',
      element: 'TRES_COMPLEXE',
      classe: 'B',
      base: euros(0.05),
    })
  })

  it('prend la ligne que la gamme possède', () => {
    expect(placer('PAV')?.ligne).toBe('hospitalisation.participation-forfaitaire')
    expect(placer('PAV', { gamme: 'amse' })?.ligne).toBe(
      'hospitalisation.participation-forfaitaire.actes-lourds',
    )
    expect(placer('IMPLANT', { gamme: 'zen' })?.ligne).toBe('dentaire.prothese-implant-parodontologie')
    expect(placer('LENT-NR', { gamme: 'fph' })?.ligne).toBe('optique.lentilles.forfait-non-remboursees')
    expect(placer('SEMELLES')).toMatchObject({ ligne: 'appareillage.materiel-medical', appareil: 'PETIT' })
  })

  it('laisse un code inconnu à une personne, et refuse un acte hors de sa période', () => {
    expect(placer('XYZ')).toBeNull()
    expect(() => placer('G', { date: '2010-01-01' })).toThrow('G')
  })
})
