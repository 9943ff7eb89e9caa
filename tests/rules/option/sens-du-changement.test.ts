import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { sensDuChangement } from '@/lib/rules/option/sens-du-changement'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'

const sens = (reglement: keyof typeof reglements, actuelle: string, voulue: string) =>
  sensDuChangement(
    ouvrirFormule(reglements[reglement], actuelle, null),
    ouvrirFormule(reglements[reglement], voulue, null),
  )

describe('le sens d’un changement de formule', () => {
  test.each([
    ['une formule plus haute du tableau', 'mutami', 'tribu-essentiel', 'tribu-premium', 'HAUSSE'],
    ['une formule plus basse', 'mutami', 'ter-4', 'ter-1', 'BAISSE'],
    ['deux gammes ne se rangent pas', 'mutami', 'tribu-premium', 'aine-essentiel', null],
    ['tous les modules montent ou restent', 'mutame-smb', 'modulaire-2-2-3', 'modulaire-2-3-3', 'HAUSSE'],
    ['tous les modules descendent ou restent', 'mutame-smb', 'modulaire-3-3-3', 'modulaire-2-3-3', 'BAISSE'],
    [
      'un module monte, un autre descend : rien ne les range',
      'mutame-smb',
      'modulaire-2-3-3',
      'modulaire-3-2-3',
      null,
    ],
    ['globale et modulaire ne se rangent pas', 'mutame-smb', 'mutame-2', 'modulaire-2-2-2', null],
  ] as const)('%s', (_nom, reglement, actuelle, voulue, attendu) => {
    expect(sens(reglement, actuelle, voulue)).toBe(attendu)
  })
})
