import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const RACINE = fileURLToPath(new URL('../..', import.meta.url))

describe('lib/rules', { timeout: 60_000 }, () => {
  test('se compile seule, sans DOM ni types de Node', () => {
    const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
    const sortie = execFileSync(process.execPath, [tsc, '-p', 'lib/rules/tsconfig.json', '--noEmit'], {
      cwd: RACINE,
      encoding: 'utf8',
    })
    expect(sortie).toBe('')
  })
})
