import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/test/chromium'
process.env.PORTAIL_E2E_PORT = '47431'
process.env.PORTAIL_E2E_DATA = '/work/wt/preuves7/.data'
export default defineConfig({
  testDir: 'tests/e2e', outputDir: '/tmp/preuves7/results', fullyParallel: true, workers: 2,
  timeout: 90_000, expect: { timeout: 15_000 },
  use: { baseURL: 'http://localhost:47431', locale: 'fr-FR', timezoneId: 'Europe/Paris',
    launchOptions: { executablePath: findChromium(import.meta.dirname), args: ['--no-sandbox', '--disable-gpu'] } },
  projects: [{ name: 'parcours' }],
})
