import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { moment } from '@/lib/rules/date/moment'
import { compterDelai } from '@/lib/rules/delai/compter-delai'
import { compterDelaiAnnexe } from '@/lib/rules/delai/compter-delai-annexe'
import { compterReponseMessage } from '@/lib/rules/delai/compter-reponse-message'
import { courir } from '@/lib/rules/delai/courir-delai'

const { mutami, 'mutame-plus': plus, 'mieux-etre': mieuxEtre } = reglements

describe('un délai', () => {
  test.each([
    ['JOURS', 10, '2025-05-10'],
    ['JOURS_OUVRES', 2, '2025-05-05'],
    ['JOURS_OUVRABLES', 2, '2025-05-03'],
    ['MOIS', 10, '2026-02-28'],
    ['ANNEES', 1, '2026-04-30'],
  ] as const)('de %s × %i, compté du 30 avril 2025, finit le %s', (unite, nombre, limite) => {
    const decision = courir({ unite, nombre, article: 'source/art-1' }, 'CODE', dateCivile('2025-04-30'))
    expect(decision).toEqual({
      verdict: 'ACCORDEE',
      valeur: { limite },
      motifs: [
        {
          code: 'CODE',
          article: 'source/art-1',
          donnees: {
            depart: { type: 'date', valeur: '2025-04-30' },
            delai: { type: 'nombre', valeur: nombre, unite },
            limite: { type: 'date', valeur: limite },
          },
        },
      ],
    })
  })

  test('porte le nom de son type', () => {
    const jour = dateCivile('2025-04-30')
    expect(compterDelai(mutami, 'FORCLUSION', jour).motifs[0].code).toBe('DELAI_FORCLUSION')
    expect(compterDelaiAnnexe(mieuxEtre, 'ENVOI_CARTE', jour).motifs[0].code).toBe('DELAI_ENVOI_CARTE')
  })

  test('que la source tait est NON_PREVU, que le sujet entier soit tu ou ce délai seul', () => {
    const jour = dateCivile('2025-04-30')
    const nonPrevu = expect.objectContaining({ code: 'NON_PREVU' })
    expect(() => compterDelai(mieuxEtre, 'FORCLUSION', jour)).toThrowError(nonPrevu)
    expect(() => compterDelai(mutami, 'RECLAMATION_PRESTATION', jour)).toThrowError(nonPrevu)
    expect(() => compterDelaiAnnexe(mieuxEtre, 'DECLARATION_ACCIDENT', jour)).toThrowError(nonPrevu)
  })
})

describe('la réponse à un message', () => {
  test('dit son délai en heures', () => {
    expect(compterReponseMessage(plus, moment('2026-03-13T15:00')).motifs[0].donnees).toEqual({
      recu: { type: 'date', valeur: '2026-03-13T15:00' },
      delai: { type: 'nombre', valeur: 48, unite: 'heures' },
      limite: { type: 'date', valeur: '2026-03-17T15:00' },
    })
  })

  test('n’est promise qu’à partir du premier jour connu', () => {
    expect(() => compterReponseMessage(plus, moment('2019-12-31T15:00'))).toThrowError(
      expect.objectContaining({ code: 'HORS_PERIODE' }),
    )
  })
})
