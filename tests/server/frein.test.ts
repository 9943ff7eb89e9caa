import { describe, expect, test } from 'vitest'
import { type EtatFrein, FREIN_ADRESSE, FREIN_COMPTE, passer, type RegleFrein } from '@/lib/server/frein'

const DEBUT = new Date('2026-03-15T10:00:00Z')
const a = (secondes: number) => new Date(DEBUT.getTime() + secondes * 1000)

/** Attempts as soon as allowed: seconds since the first at which each was let through. */
function passages(regle: RegleFrein, nombre: number): number[] {
  const temps: number[] = []
  let etat: EtatFrein | null = null
  let instant = DEBUT
  while (temps.length < nombre) {
    const issue = passer(etat, regle, instant)
    if (issue.permis) {
      temps.push((instant.getTime() - DEBUT.getTime()) / 1000)
      etat = issue.suite
    } else instant = issue.jusqu
  }
  return temps
}

describe('le frein', () => {
  test('dix essais libres, puis 1, 2, 4 … secondes, puis quinze minutes (S-12)', () => {
    const temps = passages(FREIN_COMPTE, 23)
    expect(temps.slice(0, 10)).toEqual(Array(10).fill(0))
    // 1 + 2 + 4 … + 512 = 1023 s after the 20th, then 900 s each.
    expect(temps.slice(10)).toEqual([1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 1923, 2823, 3723])
  })

  test('le vingt-sixième essai attend la fin des vingt-quatre heures, jamais plus (S-12)', () => {
    expect(passages(FREIN_COMPTE, 26).at(-1)).toBe(24 * 3600)
  })

  test('cent essais par heure et par adresse', () => {
    const temps = passages(FREIN_ADRESSE, 201)
    expect(temps[99]).toBe(0)
    expect(temps[100]).toBe(3600)
    expect(temps[200]).toBe(7200)
  })

  test("une horloge en retard d'un instant n'attend pas", () => {
    const premier = passer(null, FREIN_COMPTE, a(1))
    expect(premier.permis && passer(premier.suite, FREIN_COMPTE, DEBUT).permis).toBe(true)
  })

  test('un essai refusé ne compte pas', () => {
    const bloque: EtatFrein = { essais: 12, depuis: DEBUT, bloqueJusqu: a(4) }
    expect(passer(bloque, FREIN_COMPTE, a(3.999))).toEqual({ permis: false, jusqu: a(4) })
    expect(passer(bloque, FREIN_COMPTE, a(4))).toMatchObject({ permis: true, suite: { essais: 13 } })
  })
})
