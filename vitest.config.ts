import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }

/** npm start itself, with real ports and processes. */
const LANCEMENTS = 'tests/scripts/{base-externe,refus,vie}.test.ts'
const PURS = 'tests/{rules,reglements,lexique,formulaire,flux,papiers}/**/*.test.ts'

export default defineConfig({
  test: {
    // The machine may have two cores, and the database of the tests runs beside.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          // Pure functions: nothing that one file loads can be seen by another, so the library is loaded once a worker, not once a file.
          name: 'pur',
          isolate: false,
          testTimeout: 60_000,
          include: [PURS],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'unite',
          testTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: [PURS, LANCEMENTS, 'tests/{services,actions,e2e,long}/**'],
        },
      },
      {
        resolve: { alias },
        test: {
          // A real PostgreSQL, and a database of its own for each file.
          name: 'services',
          include: ['tests/{services,actions}/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/database-setup.ts'],
          // A loaded machine is slow; a test that hangs is seen all the same.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          // After the others. Each has its own port and its own data.
          name: 'lancement',
          include: [LANCEMENTS],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
