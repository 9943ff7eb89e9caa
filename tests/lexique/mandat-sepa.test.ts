import { describe, expect, test } from 'vitest'
import { type FaitsMandat, pageMandat } from '@/lib/lexique/mandat-sepa'

const FAITS: FaitsMandat = {
  rum: 'M0000000000000000000000001',
  creancier: {
    nom: 'Mutuelle du Pont-Levant',
    ics: 'FR72ZZZ123456',
    adresse: ['12 quai des Tilleuls', '99000 Valserine-le-Pont'],
  },
  debiteur: {
    nom: 'Élodie Œuvrard',
    adresse: ['1 rue Haute', '99000 Valserine-le-Pont'],
    iban: 'FR1420041010050500013M02606',
  },
  type: 'RECURRENT',
}

describe('le mandat de prélèvement', () => {
  test('porte toutes les mentions obligatoires', () => {
    const page = pageMandat(FAITS)
    const texte = JSON.stringify(page)
    for (const mention of [
      'Mandat de prélèvement SEPA',
      'M0000000000000000000000001',
      'FR72ZZZ123456',
      'Mutuelle du Pont-Levant',
      '12 quai des Tilleuls, 99000 Valserine-le-Pont',
      'Élodie Œuvrard',
      'FR14 2004 1010 0505 0001 3M02 606',
      'Récurrent',
      '8 semaines',
    ]) {
      expect(texte).toContain(mention)
    }
    expect(page.autorisation[0]?.match(/Mutuelle du Pont-Levant/g)).toHaveLength(2)
  })

  test('sans BIC la ligne manque, sans signature elle reste à remplir', () => {
    expect(pageMandat(FAITS).debiteur.map((m) => m.libelle)).not.toContain('Code de votre banque (BIC)')
    expect(pageMandat(FAITS).signature.map((m) => m.valeur)).toEqual(['', '', ''])
  })

  test('signé, ponctuel, avec BIC', () => {
    const page = pageMandat({
      ...FAITS,
      type: 'PONCTUEL',
      debiteur: { ...FAITS.debiteur, bic: 'PSSTFRPPXXX' },
      signature: { date: '2 novembre 2026', lieu: 'Valserine' },
    })
    expect(page.debiteur.at(-1)).toEqual({ libelle: 'Code de votre banque (BIC)', valeur: 'PSSTFRPPXXX' })
    expect(page.signature.map((m) => m.valeur)).toEqual(['Valserine', '2 novembre 2026', ''])
    expect(page.paiement[0]?.valeur).toMatch(/Ponctuel/)
  })
})
