import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { bornerSuspension } from '@/lib/rules/impaye/borner-suspension'

describe('jusqu’où une suspension produit ses effets', () => {
  test.each([
    ['mutami', '2026-03-06', '2026-12-31', 'SUSPENSION_BORNEE', 'mutami/art-21'],
    ['mutami', '2025-12-28', '2025-12-31', 'SUSPENSION_BORNEE', 'mutami/art-21'],
    ['mutame-smb', '2026-03-06', null, 'SUSPENSION_SANS_TERME', 'mutame-smb/art-17'],
    ['ociane-collectif', '2026-03-06', null, 'SUSPENSION_SANS_TERME', 'ociane-collectif/art-5-1-1'],
  ] as const)('%s, échéance du %s : %s', (reglement, echeance, jusquAu, code, article) => {
    expect(bornerSuspension(reglements[reglement], dateCivile(echeance))).toMatchObject({
      verdict: 'ACCORDEE',
      valeur: { jusquAu },
      motifs: [{ code, article }],
    })
  })

  test.each(['mieux-etre', 'mutame-plus'] as const)('%s n’en dit rien', (reglement) => {
    expect(() => bornerSuspension(reglements[reglement], dateCivile('2026-03-06'))).toThrow(
      expect.objectContaining({ code: 'NON_PREVU' }),
    )
  })
})
