import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playwrightCount, vitestCount } from '@/scripts/test/reports'
import { dossier } from '../support/lancement'

let directory = ''
beforeAll(async () => {
  directory = await dossier()
})
afterAll(() => rmSync(directory, { recursive: true }))

const ecrire = (content: object) => {
  const path = join(directory, 'rapport.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

describe('le compte de Vitest', () => {
  const rapport = (failed: number, files: readonly { status: string; assertionResults: unknown[] }[]) =>
    ecrire({
      numPassedTests: 7,
      numFailedTests: failed,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: files,
    })
  const bon = { status: 'passed', assertionResults: [{}] }

  test('reprend ceux du rapport, les tests à écrire comptant comme passés sous silence', () => {
    expect(vitestCount(rapport(0, [bon]), 0)).toEqual({ passed: 7, failed: 0, skipped: 3 })
  })
  test('compte un fichier qui ne se charge pas', () => {
    const casse = { status: 'failed', assertionResults: [] }
    expect(vitestCount(rapport(1, [bon, casse, casse]), 1).failed).toBe(3)
  })
  test('voit une erreur hors des tests par le code de sortie', () => {
    expect(vitestCount(rapport(0, [bon]), 1).failed).toBe(1)
  })
  test('sans rapport, est un échec', () => {
    expect(vitestCount(join(directory, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('le compte de Playwright', () => {
  const rapport = (stats: object) =>
    ecrire({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0, ...stats } })

  test.each([
    [{}, 0, { passed: 5, failed: 0, skipped: 0 }],
    [{ unexpected: 2, skipped: 1 }, 1, { passed: 5, failed: 2, skipped: 1 }],
    [{ flaky: 1 }, 0, { passed: 5, failed: 1, skipped: 0 }],
    [{ expected: 0 }, 1, { passed: 0, failed: 1, skipped: 0 }],
  ])('de %j, sorti avec %i', (stats, code, attendu) => {
    expect(playwrightCount(rapport(stats), code)).toEqual(attendu)
  })
})
