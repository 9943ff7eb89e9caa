import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { accorder, attendre, auMoinsUnMotif, refuser } from '@/lib/rules/decision/decision'
import { exiger } from '@/lib/rules/decision/exiger'
import { motif } from '@/lib/rules/decision/motif'
import { verifierOrdre } from '@/lib/rules/decision/verifier-ordre'

const MOTIF = motif('CODE', 'source/art-1')
const JOUR = dateCivile('2025-03-10')
const VEILLE = dateCivile('2025-03-09')

const invalide = (chemin: string) => expect.objectContaining({ code: 'FAIT_INVALIDE', chemin })

describe('une décision', () => {
  test('accordée porte sa valeur, refusée ce qui serait possible, incomplète ce qui manque', () => {
    expect(accorder(1, MOTIF)).toEqual({ verdict: 'ACCORDEE', valeur: 1, motifs: [MOTIF] })
    expect(refuser({ possibleLe: JOUR }, MOTIF)).toEqual({
      verdict: 'REFUSEE',
      valeur: { possibleLe: JOUR },
      motifs: [MOTIF],
    })
    expect(attendre(['dossier'], MOTIF)).toEqual({
      verdict: 'INCOMPLETE',
      manque: ['dossier'],
      motifs: [MOTIF],
    })
  })

  test('muette est un défaut du programme', () => {
    expect(() => auMoinsUnMotif([])).toThrow('décision sans motif')
    expect(auMoinsUnMotif([MOTIF, MOTIF])).toEqual([MOTIF, MOTIF])
  })
})

describe('les faits', () => {
  test('un fait exigé et absent est invalide à son chemin ; faux ou zéro sont des faits', () => {
    expect(() => exiger(null, 'dateEvenement')).toThrowError(invalide('dateEvenement'))
    expect(exiger(false, 'justificatif')).toBe(false)
    expect(exiger(0, 'duree')).toBe(0)
  })

  test('deux dates dans le mauvais ordre accusent la seconde, ou celle qu’on désigne', () => {
    expect(() => verifierOrdre(['avant', JOUR], ['apres', VEILLE])).toThrowError(invalide('apres'))
    expect(() => verifierOrdre(['avant', JOUR], ['apres', VEILLE], 'avant')).toThrowError(invalide('avant'))
  })

  test('le même jour, ou une date absente, ne contredit rien', () => {
    expect(() => verifierOrdre(['avant', JOUR], ['apres', JOUR])).not.toThrow()
    expect(() => verifierOrdre(['avant', null], ['apres', VEILLE])).not.toThrow()
    expect(() => verifierOrdre(['avant', JOUR], ['apres', null])).not.toThrow()
  })
})
