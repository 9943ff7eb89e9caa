import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { POLITIQUES_DES_ROUTES } from '@/app/politiques'

/** « (public)/connexion/page.tsx » is served at « /connexion ». */
const adresse = (fichier: string): string =>
  `/${fichier
    .split('/')
    .slice(0, -1)
    .filter((partie) => !/^\(.*\)$/.test(partie))
    .join('/')}`

test('chaque route déclare à qui elle est, et aucune déclaration ne vise une route disparue', () => {
  const routes = readdirSync(join(process.cwd(), 'app'), { recursive: true, encoding: 'utf8' })
    .filter((chemin) => /(^|\/)(page|route)\.tsx?$/.test(chemin))
    .map(adresse)
  expect(routes.length).toBeGreaterThan(15)
  expect(Object.keys(POLITIQUES_DES_ROUTES).sort()).toEqual([...new Set(routes)].sort())
})
