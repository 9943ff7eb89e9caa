import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, expect, test, vi } from 'vitest'
import { courrielsLisibles, expedier, loadCourrielsDeposes } from '@/lib/server/mail'

// Before anything reads the environment.
const reglages = vi.hoisted(() => ({ dossier: '' }))
vi.hoisted(() => {
  delete process.env.SMTP_URL
  process.env.PORTAIL_DEMO = '1'
})
reglages.dossier = mkdtempSync(join(tmpdir(), 'courriels-'))
process.env.PORTAIL_DATA = reglages.dossier
afterAll(() => rmSync(reglages.dossier, { recursive: true, force: true }))

test("sans serveur d'envoi, un courriel devient un fichier, un seul même s'il est repris, lisible du seul service", async () => {
  const id = randomUUID()
  const contenu = {
    a: 'anne@exemple.fr',
    sujet: 'Été',
    texte: 'Bonjour à vous',
    html: '<p>Bonjour à vous</p>',
  }
  await expedier({ id, contenu })
  await expedier({ id, contenu })
  const dossier = join(reglages.dossier, 'mail')
  expect(readdirSync(dossier).sort()).toEqual([`${id}.eml`, `${id}.json`])
  for (const nom of readdirSync(dossier)) expect(statSync(join(dossier, nom)).mode & 0o077).toBe(0)
  const lu = await PostalMime.parse(readFileSync(join(dossier, `${id}.eml`)))
  expect(lu).toMatchObject({
    subject: 'Été',
    messageId: `<${id}@localhost>`,
    to: [{ address: 'anne@exemple.fr' }],
  })
  expect(courrielsLisibles()).toBe(true)
  expect(await loadCourrielsDeposes(10)).toMatchObject([
    { id, a: 'anne@exemple.fr', sujet: 'Été', texte: 'Bonjour à vous' },
  ])
})
