import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

/** What the browser may fetch without asking anybody. */
const servis = (dossier: string) =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map((entree) => join(entree.parentPath, entree.name))

test('ni secret ni nom de secret dans ce que reçoit un navigateur (S-62)', () => {
  const fichiers = [...servis('.next/static'), ...servis('public')]
  expect(fichiers.length).toBeGreaterThan(10)
  const interdits =
    /PORTAIL_(SECRET|CLES|CLE_INDEX|CLE_SAUVEGARDE)|NEXT_SERVER_ACTIONS_ENCRYPTION_KEY|DATABASE_(OWNER_)?URL|SMTP_URL|CLAMD_URL|postgres(ql)?:\/\/|BEGIN [A-Z ]*PRIVATE KEY/
  expect(fichiers.filter((chemin) => interdits.test(readFileSync(chemin, 'latin1')))).toEqual([])
})
