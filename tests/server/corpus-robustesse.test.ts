import { dictionary as commun } from '@zxcvbn-ts/language-common'
import { describe, expect, test, vi } from 'vitest'
import { LONGUEUR_MAX } from '@/lib/server/mot-de-passe'
import { reprocheMotDePasse } from '@/lib/server/robustesse'
import { BONS, MAUVAIS, PROPRES } from './corpus-mots-de-passe'

const juger = (motDePasse: string) => (reprocheMotDePasse(motDePasse, PROPRES) === null ? 'bon' : 'mauvais')

// A judgement walks a dictionary: six hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

describe('six cents mots de passe jugés (S-11)', () => {
  test('trois cents bons et trois cents mauvais, tous différents', () => {
    expect([BONS.length, MAUVAIS.length, new Set([...BONS, ...MAUVAIS]).size]).toEqual([300, 300, 600])
  })

  test('aucun bon n’est refusé', () => {
    expect(BONS.filter((motDePasse) => juger(motDePasse) !== 'bon')).toEqual([])
  })

  test('aucun mauvais n’est accepté', () => {
    expect(MAUVAIS.filter((motDePasse) => juger(motDePasse) !== 'mauvais')).toEqual([])
  })

  test('les dix mille plus communs sont refusés, même allongés d’une année', () => {
    const communs = commun['passwords-common'].slice(0, 10_000)
    expect(communs.length).toBe(10_000)
    expect(communs.filter((motDePasse) => juger(motDePasse) === 'bon')).toEqual([])
    const allonges = communs.filter((_, i) => i % 20 === 0).map((motDePasse) => `${motDePasse}2026`)
    expect(allonges.filter((motDePasse) => motDePasse.length < 15 && juger(motDePasse) === 'bon')).toEqual([])
  })

  test('douze caractères au moins, soixante-quatre et plus acceptés, comptés comme on les voit', () => {
    expect(juger('onze caract')).toBe('mauvais')
    expect(juger('🐘🐪🦉🦔🦑🪁🧭🪵🫐🛶🪤')).toBe('mauvais')
    expect(juger(`${BONS[0]} ${BONS[31]} ${BONS[62]}`)).toBe('bon')
    expect(juger('x'.repeat(LONGUEUR_MAX + 1))).toBe('mauvais')
  })
})
