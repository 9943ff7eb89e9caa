import { defineConfig } from '@playwright/test'
import { freePort } from './scripts/start/ports'
import { findChromium } from './scripts/test/chromium'
import { makeTemporaryDirectory } from './tests/support/temporary-directory'

// Playwright reads this file again in each of its processes: what the first one chose is kept in the environment.
process.env.PORTAIL_CHROMIUM ??= findChromium(import.meta.dirname)
process.env.PORTAIL_E2E_PORT ??= String(await freePort())
process.env.PORTAIL_E2E_DATA ??= await makeTemporaryDirectory()

const baseURL = `http://localhost:${process.env.PORTAIL_E2E_PORT}`

const SEULS = /(argent|matrice)\.spec\.ts$/

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  use: {
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A trace costs as much as the page: asked for when a failure is looked into.
    trace: process.env.PORTAIL_TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.PORTAIL_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // A batch pays everybody, and the matrix proves that nothing was written: these run when everybody else has finished, whatever they found, one after
  // the other.
  projects: [
    { name: 'parcours', testIgnore: SEULS, teardown: 'matrice' },
    { name: 'matrice', testMatch: SEULS, workers: 1 },
  ],
  webServer: {
    // npm start itself, on a database of its own.
    command: 'node --import tsx tests/support/e2e-server.ts',
    url: `${baseURL}/api/sante`,
    reuseExistingServer: false,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
})
