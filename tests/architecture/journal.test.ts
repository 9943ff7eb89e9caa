import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Atteinte } from './atteinte'
import { SANS_JOURNAL } from './sans-journal'

/**
 * The journal is complete by construction (S-54): whatever changes something, gives a file, or shows staff what is somebody's, leads to
 * a line of the journal, or is on a written list with its reason.
 */
const CIBLES = new Set(['lib/server/journal#journaliser', 'lib/server/traces#noterLecture'])
/** They write the refusals of everything: going through them proves nothing. */
const OPAQUES = new Set(['lib/server/action', 'lib/server/session', 'lib/server/traces', 'lib/server/frein'])

const fichiers = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '--', 'app', 'lib', 'components'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((chemin) => /\.tsx?$/.test(chemin) && !chemin.startsWith('lib/rules/'))
const sources = Object.fromEntries(fichiers.map((chemin) => [chemin, readFileSync(chemin, 'utf8')]))
const atteinte = new Atteinte(sources, CIBLES, OPAQUES)
/** A command opens its transaction; what is given one is a piece of another command, which answers for it. */
const ecriture = new Atteinte(sources, new Set(['lib/server/db#ecrire']), OPAQUES)

/** What must reach the journal: « file#name ». */
const aNoter = fichiers.flatMap((chemin) => {
  const noms = atteinte.exportes(chemin)
  if (/^app\/.*\/actions\.ts$/.test(chemin)) return noms.map((nom) => `${chemin}#${nom}`)
  if (/^app\/.*\/route\.ts$/.test(chemin))
    return noms.filter((nom) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(nom)).map((nom) => `${chemin}#${nom}`)
  if (/^lib\/services\/[^/]+\/mutations\.ts$/.test(chemin))
    return noms.filter((nom) => ecriture.atteint(chemin, nom)).map((nom) => `${chemin}#${nom}`)
  if (/^app\/gestion\/.*\[[^/]+\]\/page\.tsx$/.test(chemin)) return [`${chemin}#default`]
  return []
})
const muets = aNoter.filter((quoi) => {
  const [chemin = '', nom = ''] = quoi.split('#')
  return !atteinte.atteint(chemin, nom)
})

describe('le journal est complet (S-54)', () => {
  test('ce qui change, donne ou montre mène au journal, ou est sur la liste écrite avec sa raison', () => {
    expect(aNoter.length).toBeGreaterThan(200)
    expect(muets.filter((quoi) => !(quoi in SANS_JOURNAL))).toEqual([])
  })

  test('la liste ne garde rien qui n’existe plus, ou qui mène maintenant au journal', () => {
    const silencieux = new Set(muets)
    expect(Object.keys(SANS_JOURNAL).filter((quoi) => !silencieux.has(quoi))).toEqual([])
  })

  test('chaque raison est une phrase', () => {
    for (const [quoi, raison] of Object.entries(SANS_JOURNAL))
      expect([quoi, raison.length > 20]).toEqual([quoi, true])
  })
})

describe('la lecture elle-même', () => {
  const essai = (service: string) =>
    new Atteinte(
      {
        'lib/server/journal.ts': 'export async function journaliser() {}',
        'lib/server/action.ts':
          "import { journaliser } from './journal'\nexport function creerAction(d) { return () => journaliser(d) }",
        'lib/services/essai/mutations.ts': service,
        'app/essai/actions.ts':
          "import { creerAction } from '@/lib/server/action'\nimport { faire } from '@/lib/services/essai/mutations'\nexport const agir = creerAction({ run: () => faire() })",
      },
      CIBLES,
      OPAQUES,
    ).atteint('app/essai/actions.ts', 'agir')

  test('une action dont le service ne note rien est vue, même si l’entonnoir note ses refus', () => {
    expect(essai('export async function faire() { return 1 }')).toBe(false)
    expect(
      essai("import type { journaliser } from '@/lib/server/journal'\nexport const faire = () => 1"),
    ).toBe(false)
    expect(
      essai(
        "import { journaliser } from '@/lib/server/journal'\nconst noter = () => journaliser()\nexport const faire = () => 1",
      ),
    ).toBe(false)
  })

  test('une action dont le service note, même par une autre fonction, passe', () => {
    expect(
      essai(
        "import { journaliser } from '@/lib/server/journal'\nconst noter = () => journaliser()\nexport const faire = () => noter()",
      ),
    ).toBe(true)
    expect(
      essai(
        "import { journaliser as j } from '../../server/journal'\nexport async function faire() { await j() }",
      ),
    ).toBe(true)
  })
})
