import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { composer } from '@/lib/papiers/papiers'
import { Atelier, ErreurDeRendu } from '@/lib/server/pdf/atelier'
import { mettreEnPage } from '@/lib/server/pdf/mise-en-page'
import { ATTESTATION, EMISSION } from '../../papiers/exemples'

const BON = mettreEnPage(composer('attestation/1', ATTESTATION, EMISSION))

const dossier = mkdtempSync(join(tmpdir(), 'portail-enfant-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

/** A child that does what it is told: dies, never answers, or answers with its process id. */
const PROGRAMME = `${relative(process.cwd(), dossier)}/enfant.mjs`
writeFileSync(
  PROGRAMME,
  `process.on('message', ({ donnees }) => {
  if (donnees === 'mourir') process.exit(3)
  if (donnees === 'boucler') for (;;) {}
  if (donnees === 'refuser') process.send({ erreur: 'non' })
  else process.send({ pdf: Buffer.from(String(process.pid)), memoire: donnees === 'grossir' ? 2 ** 40 : 1 })
})
process.on('disconnect', () => process.exit(0))
`,
)

const vivant = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const echec = async (promesse: Promise<unknown>): Promise<string> => {
  const erreur = await promesse.then(
    () => null,
    (e: unknown) => e,
  )
  return erreur instanceof ErreurDeRendu ? erreur.raison : `pas un échec de rendu : ${String(erreur)}`
}

describe('l’atelier', () => {
  test('rend un PDF', async () => {
    const atelier = new Atelier({ enfants: 1 })
    expect((await atelier.rendre(BON)).subarray(0, 5).toString()).toBe('%PDF-')
    atelier.fermer()
  })

  test('rend deux fois le même papier aux mêmes octets, d’un processus à l’autre', async () => {
    const [un, autre] = [new Atelier({ enfants: 1 }), new Atelier({ enfants: 1 })]
    const rendus = await Promise.all([un.rendre(BON), autre.rendre(BON), un.rendre(BON)])
    expect(rendus[1].equals(rendus[0])).toBe(true)
    expect(rendus[2].equals(rendus[0])).toBe(true)
    un.fermer()
    autre.fermer()
  })

  test('des données que le gabarit ne sait pas lire sont un refus, et la suivante est rendue', async () => {
    const atelier = new Atelier({ enfants: 1 })
    expect(await echec(atelier.rendre('pas du JSON'))).toBe('REFUS')
    expect((await atelier.rendre(BON)).subarray(0, 5).toString()).toBe('%PDF-')
    atelier.fermer()
  })

  test('un enfant qui meurt n’emporte que son papier', async () => {
    const atelier = new Atelier({ enfants: 1, programme: PROGRAMME })
    const [mort, suivant] = [echec(atelier.rendre('mourir')), atelier.rendre('x')]
    expect(await mort).toBe('ARRET')
    expect((await suivant).toString()).toMatch(/^\d+$/)
    atelier.fermer()
  })

  test('un rendu sans fin est abandonné au bout du délai, son processus tué', async () => {
    const atelier = new Atelier({ enfants: 1, programme: PROGRAMME, delaiMs: 1500 })
    const pid = Number(await atelier.rendre('x'))
    expect(await echec(atelier.rendre('boucler'))).toBe('DELAI')
    await expect.poll(() => vivant(pid), { timeout: 10_000 }).toBe(false)
    expect(Number(await atelier.rendre('x'))).not.toBe(pid)
    atelier.fermer()
  })

  test('un programme qui ne démarre pas est un échec, pas une attente', async () => {
    const atelier = new Atelier({ enfants: 1, programme: 'nulle-part.mjs' })
    expect(await echec(atelier.rendre('x'))).toBe('ARRET')
  })

  test('un enfant est remplacé après son compte de documents, et l’ancien s’en va', async () => {
    const atelier = new Atelier({ enfants: 1, programme: PROGRAMME, documentsParEnfant: 2 })
    const pids: number[] = []
    for (let i = 0; i < 4; i += 1) pids.push(Number(await atelier.rendre('x')))
    expect(pids[0]).toBe(pids[1])
    expect(pids[2]).toBe(pids[3])
    expect(pids[0]).not.toBe(pids[2])
    await expect.poll(() => vivant(pids[0] ?? 0), { timeout: 10_000 }).toBe(false)
  })

  test('un enfant qui prend trop de mémoire est remplacé', async () => {
    const atelier = new Atelier({ enfants: 1, programme: PROGRAMME })
    const gros = Number(await atelier.rendre('grossir'))
    expect(Number(await atelier.rendre('x'))).not.toBe(gros)
    atelier.fermer()
  })

  test('un enfant oisif s’en va', async () => {
    const atelier = new Atelier({ enfants: 1, programme: PROGRAMME, oisifMs: 50 })
    const pid = Number(await atelier.rendre('x'))
    await expect.poll(() => vivant(pid), { timeout: 10_000 }).toBe(false)
    expect(atelier.pids).toEqual([])
  })

  test('deux enfants au plus, quel que soit le nombre de papiers, chacun rendu une fois', async () => {
    const atelier = new Atelier({ enfants: 2, programme: PROGRAMME })
    const rendus = await Promise.all(Array.from({ length: 50 }, () => atelier.rendre('x')))
    expect(rendus).toHaveLength(50)
    expect(new Set(rendus.map(String)).size).toBeLessThanOrEqual(2)
    atelier.fermer()
  })

  test('un enfant oisif n’empêche pas le processus de finir, et finit avec lui', async () => {
    const code = `import { Atelier } from '@/lib/server/pdf/atelier'
      const atelier = new Atelier({ enfants: 1, programme: ${JSON.stringify(PROGRAMME)} })
      console.log(String(await atelier.rendre('x')))`
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let sortie = ''
    parent.stdout.on('data', (morceau: Buffer) => {
      sortie += morceau.toString()
    })
    const fin = await new Promise((resolve) => parent.on('close', resolve))
    expect(fin).toBe(0)
    expect(Number(sortie)).toBeGreaterThan(0)
    await expect.poll(() => vivant(Number(sortie)), { timeout: 10_000 }).toBe(false)
  })
})
