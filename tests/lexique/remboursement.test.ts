import { describe, expect, it } from 'vitest'
import {
  formatDateEnChiffres,
  formatDateEnLettres,
  formatMontant,
  formatPourcentage,
} from '@/lib/lexique/formats'
import { expliquerMotif, motifs } from '@/lib/lexique/motifs'
import { enCode, enDate, enMontant, enNombre, enPourcentage, motif } from '@/lib/rules/decision/motif'
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

  const date = { du: enDate('2025-01-01'), au: enDate('2025-12-31') }
  const ligne = enCode('chambre')
  it.each([
    [
      'AMO_DECOMPTE',
      { montant: enMontant(euros(0)), participation: enMontant(euros(0)), franchise: enMontant(euros(0)) },
      "L'Assurance maladie n'a rien remboursé pour ce soin.",
    ],
    [
      'GARANTIE_POURCENTAGE',
      {
        pourcentage: enPourcentage(100),
        base: enMontant(euros(30)),
        total: enMontant(euros(30)),
        deduit: enMontant(euros(27)),
        garanti: enMontant(euros(3)),
        regimeLocal: enMontant(euros(6)),
      },
      'La formule garantit 100 % de 30,00 €, soit 30,00 € en tout. La part que l’Assurance maladie calcule avant toute retenue et celle du régime local font ensemble 27,00 € : la mutuelle complète de 3,00 €.',
    ],
    [
      'GARANTIE_POURCENTAGE',
      {
        pourcentage: enPourcentage(100),
        base: enMontant(euros(30)),
        total: enMontant(euros(30)),
        deduit: enMontant(euros(30)),
        garanti: enMontant(euros(0)),
      },
      'La formule garantit 100 % de 30,00 €, soit 30,00 € en tout. La part que l’Assurance maladie calcule avant toute retenue est de 30,00 € : la mutuelle n’a rien à compléter.',
    ],
    [
      'GARANTIE_UNITAIRE',
      { unitaire: enMontant(euros(50)), nombre: enNombre(0), garanti: enMontant(euros(0)) },
      'La formule ne prévoit plus rien ici cette année.',
    ],
    [
      'GARANTIE_UNITAIRE',
      { unitaire: enMontant(euros(40)), nombre: enNombre(1), garanti: enMontant(euros(40)) },
      'La formule prévoit 40,00 €.',
    ],
    [
      'GARANTIE_UNITAIRE',
      { unitaire: enMontant(euros(50)), nombre: enNombre(20), garanti: enMontant(euros(1000)) },
      'La formule prévoit 50,00 € × 20 = 1 000,00 €.',
    ],
    [
      'GARANTIE_FORFAIT',
      {
        ...date,
        ligne,
        plafond: enMontant(euros(300)),
        consomme: enMontant(euros(0)),
        garanti: enMontant(euros(300)),
      },
      'La formule prévoit 300,00 € du 1er janvier 2025 au 31 décembre 2025 (chambre) ; rien n’en est encore utilisé.',
    ],
    [
      'GARANTIE_FORFAIT',
      {
        ...date,
        ligne,
        plafond: enMontant(euros(300)),
        consomme: enMontant(euros(250)),
        garanti: enMontant(euros(50)),
      },
      'La formule prévoit 300,00 € du 1er janvier 2025 au 31 décembre 2025 (chambre) ; 250,00 € sont déjà utilisés : il reste 50,00 €.',
    ],
    [
      'GARANTIE_FRAIS_REELS',
      { nombre: enNombre(0), garanti: enMontant(euros(0)) },
      'La formule ne peut plus prendre aucun jour en charge.',
    ],
    [
      'GARANTIE_FRAIS_REELS',
      { nombre: enNombre(1), garanti: enMontant(euros(30)) },
      'La formule prend en charge le prix payé pour un jour : 30,00 €.',
    ],
    [
      'LIMITE_JOURS',
      { ligne, demandes: enNombre(3), couverts: enNombre(0) },
      'La limite de jours de l’année est atteinte (chambre) : aucun jour de plus n’est couvert.',
    ],
    [
      'LIMITE_JOURS',
      { ligne, demandes: enNombre(15), couverts: enNombre(1) },
      'Sur 15 jours, un seul est encore couvert cette année (chambre).',
    ],
    [
      'LIMITE_JOURS',
      { ligne, demandes: enNombre(15), couverts: enNombre(10) },
      'Sur 15 jours, 10 sont encore couverts cette année (chambre).',
    ],
    [
      'LIMITE_PLAFOND_ATTEINT',
      { ...date, ligne, plafond: enMontant(euros(300)), consomme: enMontant(euros(300)) },
      'Ce forfait est déjà utilisé en entier (chambre).',
    ],
    [
      'LIMITE_PLAFOND_ATTEINT',
      { ...date, ligne, plafond: enMontant(euros(300)), consomme: enMontant(euros(299)) },
      'Ce qui reste à payer dépasse le forfait disponible (chambre).',
    ],
    [
      'LIMITE_FRAIS_REELS',
      { garanti: enMontant(euros(30)), reste: enMontant(euros(0)), retrait: enMontant(euros(30)) },
      'Il ne reste rien que la mutuelle puisse rembourser : la garantie (30,00 €) ne sert pas.',
    ],
    [
      'LECTURE_DOUTEUSE',
      { ligne, imprime: enCode('183 €/an'), lu: enCode('183 € par an') },
      'Le tableau imprime « 183 €/an » (chambre) : cette valeur est appliquée telle quelle, la mutuelle peut la confirmer.',
    ],
    [
      'LECTURE_DOUTEUSE',
      { ligne, imprime: enCode('40€/an'), lu: enCode('60 jours par an') },
      'Le tableau imprime « 40€/an » (chambre). Il est lu : 60 jours par an. La mutuelle peut confirmer cette lecture.',
    ],
    ['RESTE_A_CHARGE', { montant: enMontant(euros(0)) }, 'Il ne reste rien à votre charge.'],
  ])('%s dit le cas particulier simplement', (code, donnees, attendu) => {
    expect(expliquerMotif(motif(code, 'css/R160-5', donnees)).replaceAll('\u00a0', ' ')).toBe(attendu)
  })
})
