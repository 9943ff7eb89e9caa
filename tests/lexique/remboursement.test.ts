import { describe, expect, it } from 'vitest'
import {
  formatDateEnChiffres,
  formatDateEnLettres,
  formatMontant,
  formatPourcentage,
} from '@/lib/lexique/formats'
import { expliquerMotif, motifs } from '@/lib/lexique/motifs'
import { enMontant, enPourcentage, motif } from '@/lib/rules/decision/motif'
import { CODES_ETAPE } from '@/lib/rules/remboursement/etape'
import { euros, rembourser } from '../support/remboursement'

describe('les formats français', () => {
  it.each([
    [0, '0,00\u00a0€'],
    [5, '0,05\u00a0€'],
    [1230, '12,30\u00a0€'],
    [-1230, '−12,30\u00a0€'],
    [123456789, '1\u00a0234\u00a0567,89\u00a0€'],
  ])('%i centimes s’écrivent « %s »', (centimes, attendu) => {
    expect(formatMontant(centimes)).toBe(attendu)
  })

  it('écrit une date en lettres et en chiffres', () => {
    expect(formatDateEnLettres('2026-03-01')).toBe('1er mars 2026')
    expect(formatDateEnLettres('2024-08-15')).toBe('15 août 2024')
    expect(formatDateEnChiffres('2026-03-01')).toBe('01/03/2026')
  })

  it('écrit un pourcentage avec sa virgule et son espace insécable', () => {
    expect(formatPourcentage(70)).toBe('70\u00a0%')
    expect(formatPourcentage(12.5)).toBe('12,5\u00a0%')
  })
})

describe('les motifs d’un remboursement', () => {
  it('a une phrase pour chaque étape', () => {
    for (const code of CODES_ETAPE) expect(motifs).toHaveProperty(code)
  })

  it('dit la part de l’Assurance maladie avec ses chiffres', () => {
    const etape = motif('AMO_TAUX', 'css/R160-5', {
      taux: enPourcentage(70),
      base: enMontant(euros(30)),
      montant: enMontant(euros(21)),
    })
    expect(expliquerMotif(etape)).toBe(
      "L'Assurance maladie rembourse 70\u00a0% de 30,00\u00a0€ = 21,00\u00a0€.",
    )
  })

  it('refuse un motif dont la phrase n’existe pas ou dont un chiffre manque', () => {
    expect(() => expliquerMotif(motif('INCONNU', 'css/R160-5'))).toThrow('INCONNU')
    expect(() => expliquerMotif(motif('AMO_TAUX', 'css/R160-5'))).toThrow('taux')
  })

  it('raconte une consultation avec dépassement du tarif au reste à charge', () => {
    const decision = rembourser({
      formule: 'tribu-premium',
      soin: { ligne: 'honoraires-medicaux.dptam', depense: euros(50), brss: euros(30) },
    })
    expect(decision.motifs.map((m) => expliquerMotif(m).replaceAll('\u00a0', ' '))).toEqual([
      "L'Assurance maladie rembourse 70 % de 30,00 € = 21,00 €.",
      "L'Assurance maladie retient une participation forfaitaire de 2,00 €. Personne ne la rembourse.",
      'La formule garantit 140 % de 30,00 €, soit 42,00 € en tout. La part que l’Assurance maladie calcule avant toute retenue est de 21,00 € : la mutuelle complète de 21,00 €.',
      'La mutuelle verse 21,00 € (consultations de médecins à tarifs maîtrisés (DPTAM)).',
      'Il reste 10,00 € à votre charge.',
    ])
  })

  it.each([
    [0, 0, "D'après son décompte, l'Assurance maladie a payé 19,00 €."],
    [
      2,
      0,
      "D'après son décompte, l'Assurance maladie a payé 19,00 €, après avoir retenu une participation forfaitaire de 2,00 €.",
    ],
    [
      0,
      1,
      "D'après son décompte, l'Assurance maladie a payé 19,00 €, après avoir retenu une franchise de 1,00 €.",
    ],
    [
      2,
      1,
      "D'après son décompte, l'Assurance maladie a payé 19,00 €, après avoir retenu une participation forfaitaire de 2,00 € et une franchise de 1,00 €.",
    ],
  ])('ne parle que des retenues qui existent (%i €, %i €)', (participation, franchise, attendu) => {
    const etape = motif('AMO_DECOMPTE', 'css/R160-5', {
      montant: enMontant(euros(19)),
      participation: enMontant(euros(participation)),
      franchise: enMontant(euros(franchise)),
    })
    expect(expliquerMotif(etape).replaceAll('\u00a0', ' ')).toBe(attendu)
  })
})
