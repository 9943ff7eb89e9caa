import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { reglements } from '@/lib/reglements/catalogue'
import { questions, repondreAuFlux } from '@/lib/services/question/view'

const RACINE = fileURLToPath(new URL('../..', import.meta.url))

interface Sortie {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Lance la vraie commande, comme `npm run -s rules`. */
function lancer(args: readonly string[], entree = ''): Promise<Sortie> {
  return new Promise((resolve, reject) => {
    const commande = spawn(process.execPath, ['--import', 'tsx', 'scripts/rules.ts', ...args], {
      cwd: RACINE,
    })
    let stdout = ''
    let stderr = ''
    commande.stdout.setEncoding('utf8').on('data', (texte: string) => {
      stdout += texte
    })
    commande.stderr.setEncoding('utf8').on('data', (texte: string) => {
      stderr += texte
    })
    commande.on('error', reject)
    commande.on('close', (code) => resolve({ code, stdout, stderr }))
    commande.stdin.end(entree)
  })
}

const lignes = (texte: string): unknown[] =>
  texte
    .split('\n')
    .slice(0, -1)
    .map((ligne) => JSON.parse(ligne))

function unAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  return ajv
}

const FORCLUSION = { question: 'delai', reglement: 'mutami', type: 'FORCLUSION', date: '2025-02-03' }

describe('la commande des règles', { timeout: 60_000 }, () => {
  test('répond à chaque ligne, dans l’ordre, même après une mauvaise, et finit à 0', async () => {
    const entree = [
      JSON.stringify(FORCLUSION),
      'ceci n’est pas du JSON',
      '',
      '[1]',
      'null',
      '{"question":"meteo","reglement":"mutami"}',
      '{"reglement":"mutami"}',
      '{"question":"delai","reglement":"inconnue","type":"FORCLUSION","date":"2025-02-03"}',
      '{"question":"delai","type":"FORCLUSION","date":"2025-02-03"}',
      '{"question":"delai","reglement":"mutami","type":"FORCLUSION","date":"2024-02-30"}',
      '{"question":"delai","reglement":"mutami","type":"FORCLUSION","date":"2025-02-03","couleur":"bleu"}',
      '{"question":"delai","reglement":"mutami","type":"FORCLUSION"}',
      '{"question":"delai","reglement":"mutami","type":"AUTRE","date":"2025-02-03"}',
      '{"question":"delai","reglement":"mieux-etre","type":"FORCLUSION","date":"2025-02-03"}',
      '{"question":"delai","reglement":"mutami","type":"FORCLUSION","date":"2019-12-31"}',
      '{"question":"delai","reglement":"mutami","type":"FORCLUSION","date":"2025-02-03","__proto__":1}',
      JSON.stringify({ ...FORCLUSION, date: '2025-02-04' }),
    ].join('\r\n')
    const { code, stdout, stderr } = await lancer([], `\uFEFF${entree}`)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const erreur = (attendu: object) =>
      expect.objectContaining({ ok: false, error: expect.objectContaining(attendu) })
    expect(lignes(stdout)).toEqual([
      {
        ok: true,
        result: { limite: '2027-02-03' },
        motifs: [{ reference: 'Mutami, art. 26', explication: expect.stringContaining('3 février 2027') }],
      },
      erreur({ code: 'JSON_INVALIDE' }),
      erreur({ code: 'JSON_INVALIDE' }),
      erreur({ code: 'JSON_INVALIDE' }),
      erreur({ code: 'JSON_INVALIDE' }),
      erreur({ code: 'QUESTION_INCONNUE' }),
      erreur({ code: 'QUESTION_INCONNUE' }),
      erreur({ code: 'REGLEMENT_INCONNU' }),
      erreur({ code: 'FAIT_INVALIDE', path: 'reglement' }),
      erreur({ code: 'FAIT_INVALIDE', path: 'date' }),
      erreur({ code: 'FAIT_INVALIDE', path: 'couleur' }),
      erreur({ code: 'FAIT_INVALIDE', path: 'date' }),
      erreur({ code: 'FAIT_INVALIDE', path: 'type' }),
      erreur({ code: 'NON_PREVU' }),
      erreur({ code: 'HORS_PERIODE' }),
      erreur({ code: 'FAIT_INVALIDE', path: '__proto__' }),
      expect.objectContaining({ ok: true, result: { limite: '2027-02-04' } }),
    ])
  })

  test('dix mille lignes passent, chacune à sa place', async () => {
    const jour = (rang: number) => `2025-01-${String((rang % 28) + 1).padStart(2, '0')}`
    const entree = Array.from({ length: 10_000 }, (_, rang) =>
      JSON.stringify({ ...FORCLUSION, date: jour(rang) }),
    ).join('\n')
    const { code, stdout } = await lancer([], `${entree}\n`)
    expect(code).toBe(0)
    const reponses = lignes(stdout)
    expect(reponses).toHaveLength(10_000)
    expect(reponses).toEqual(
      Array.from({ length: 10_000 }, (_, rang) =>
        expect.objectContaining({ ok: true, result: { limite: jour(rang).replace('2025', '2027') } }),
      ),
    )
  })

  test('la liste donne chaque question et son libellé, une par ligne', async () => {
    const { code, stdout } = await lancer(['--list'])
    expect(code).toBe(0)
    const noms = stdout
      .split('\n')
      .slice(0, -1)
      .map((ligne) => /^(\w+)\s{2,}\S/.exec(ligne)?.[1])
    expect(noms).toEqual(
      expect.arrayContaining(['adhesion', 'affiliation', 'ayantDroit', 'changementOption']),
    )
    expect(noms).toEqual(
      expect.arrayContaining(['resiliation', 'radiation', 'renonciation', 'impaye', 'delai', 'maintien']),
    )
    expect(noms).toEqual(questions.map(({ question }) => question))
  })

  test('le schéma de « resiliation » accepte les faits que la question accepte', async () => {
    const { stdout } = await lancer(['--schema', 'resiliation'])
    const valider = unAjv().compile(JSON.parse(stdout))
    const faits = {
      question: 'resiliation',
      reglement: 'mutami',
      motif: 'ECHEANCE',
      dateEffetAdhesion: '2024-02-29',
      dateReception: '2025-10-31',
      dateEnvoiAppel: null,
    }
    expect(valider(faits)).toBe(true)
    expect(valider({ ...faits, dateReception: '2025-02-29' })).toBe(false)
    expect(valider({ ...faits, motif: 'AUTRE' })).toBe(false)
  })

  test.each([[['--schema', 'meteo']], [['--list', 'tout']]])(
    'la ligne de commande %j est refusée avec son usage',
    async (args) => {
      const { code, stdout, stderr } = await lancer(args)
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toContain('Usage')
    },
  )
})

describe('les schémas des questions', () => {
  test.each(questions.map((question) => [question.question, question.schema] as const))(
    'celui de « %s » est un JSON Schema fermé, qui nomme la question et les règlements',
    (question, schema) => {
      const json = z.toJSONSchema(schema, { io: 'input' })
      expect(json).toMatchObject({
        additionalProperties: false,
        properties: { question: { const: question }, reglement: { enum: Object.keys(reglements) } },
      })
      const valider = unAjv().compile(json)
      expect(valider({ question, reglement: 'mutami', couleur: 'bleu' })).toBe(false)
    },
  )
})

describe('le flux de réponses', () => {
  test('ne lit un morceau que lorsqu’on prend la réponse : la mémoire ne grandit pas avec l’entrée', async () => {
    let lus = 0
    async function* sansFin(): AsyncGenerator<string> {
      for (;;) {
        lus += 1
        yield `${JSON.stringify(FORCLUSION)}\n`
      }
    }
    const reponses = repondreAuFlux(sansFin())
    await reponses.next()
    await reponses.next()
    expect(lus).toBe(2)
    await reponses.return(undefined)
  })

  test('recolle une ligne coupée entre deux morceaux, fût-elle la dernière', async () => {
    const texte = `${JSON.stringify(FORCLUSION)}\n${JSON.stringify(FORCLUSION)}`
    async function* coupe(): AsyncGenerator<string> {
      yield texte.slice(0, 10)
      yield texte.slice(10, 120)
      yield texte.slice(120)
    }
    let sortie = ''
    for await (const reponse of repondreAuFlux(coupe())) sortie += reponse
    expect(lignes(sortie)).toHaveLength(2)
    expect(sortie.split('\n')[0]).toBe(sortie.split('\n')[1])
  })
})
