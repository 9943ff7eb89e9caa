import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { destinerVersement } from '@/lib/rules/ayant-droit/destiner-versement'
import { dateCivile } from '@/lib/rules/date/date-civile'

/** Né le 15 juin 2010 : seize ans le 15 juin 2026. */
const faits = (change: object = {}) => ({
  dateNaissance: dateCivile('2010-06-15'),
  date: dateCivile('2026-06-15'),
  refusExpres: false,
  compteConnu: true,
  ...change,
})

describe('destiner un versement (Mutami art. 25, Savoie Mont-Blanc art. 5)', () => {
  test.each([
    ['un compte, pas de refus : le sien', {}, 'PROPRE', 'VERSEMENT_DIRECT'],
    ['refusé : celui du contrat', { refusExpres: true }, 'CONTRAT', 'VERSEMENT_DIRECT_REFUSE'],
    ['sans compte : celui du contrat', { compteConnu: false }, 'CONTRAT', 'VERSEMENT_DIRECT_SANS_COMPTE'],
    [
      'ni compte ni accord : le refus le dit',
      { refusExpres: true, compteConnu: false },
      'CONTRAT',
      'VERSEMENT_DIRECT_REFUSE',
    ],
    [
      'bien après dix-huit ans : encore le sien',
      { date: dateCivile('2031-06-15') },
      'PROPRE',
      'VERSEMENT_DIRECT',
    ],
  ])('%s', (_cas, change, valeur, code) => {
    for (const [reglement, article] of [
      [reglements.mutami, 'mutami/art-25'],
      [reglements['mutame-smb'], 'mutame-smb/art-5'],
    ] as const)
      expect(destinerVersement(reglement, faits(change))).toMatchObject({
        verdict: 'ACCORDEE',
        valeur,
        motifs: [{ code, article }],
      })
  })

  test('la veille de ses seize ans, il n’y a rien à décider', () => {
    expect(destinerVersement(reglements.mutami, faits({ date: dateCivile('2026-06-14') }))).toBeNull()
  })

  test.each(['ociane-collectif', 'mieux-etre', 'mutame-plus'] as const)(
    '%s ne paie pas l’ayant droit lui-même',
    (id) => {
      expect(destinerVersement(reglements[id], faits())).toBeNull()
    },
  )
})
