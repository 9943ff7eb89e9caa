import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { StartFailure } from '../start/failure.mjs'
import { installDebianPackages, run } from './debian'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function works(path: string): boolean {
  // Ubuntu's chromium-browser is a stub that only says to install a snap.
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function systemChromium(): string | null {
  const directories = (process.env.PATH ?? '').split(':').filter(Boolean)
  const candidates = directories.flatMap((directory) => NAMES.map((name) => join(directory, name)))
  return candidates.find((path) => existsSync(path) && works(path)) ?? null
}

function debianChromium(): string | null {
  installDebianPackages(['chromium'])
  return systemChromium()
}

function playwrightChromium(): string | null {
  const path = chromium.executablePath()
  return existsSync(path) && works(path) ? path : null
}

function downloadChromium(root: string): string | null {
  const root0 = process.getuid?.() === 0 ? ['--with-deps'] : []
  run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', ...root0, 'chromium'])
  return playwrightChromium()
}

/** Path of a Chromium that runs: the system's, else Debian's package, else Playwright's own. */
export function findChromium(root: string): string {
  const path = systemChromium() ?? playwrightChromium() ?? debianChromium() ?? downloadChromium(root)
  if (path) return path
  throw new StartFailure(
    'Aucun Chromium utilisable : installez-en un (Debian : apt-get install chromium ; sinon : npx playwright install --with-deps chromium).',
  )
}
