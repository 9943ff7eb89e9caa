/**
 * The public face of the rules: JSON lines in, JSON lines out.
 *   rules < questions.jsonl | rules --list | rules --schema QUESTION
 * Exit status: 0 once every line is answered, 2 for a wrong command line.
 */
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { questions, repondreALaLigne, trouverQuestion } from '@/lib/services/question/view'

const USAGE = 'Usage : rules < questions.jsonl | rules --list | rules --schema QUESTION'

/** One answer per line, batched by input chunk; the pipeline waits when the reader is slower. */
async function* answerLines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let first = true
  for await (const chunk of input) {
    const text = first && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk
    first = false
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines.map(answer).join('')
  }
  if (rest !== '') yield answer(rest)
}

const answer = (line: string): string => `${JSON.stringify(repondreALaLigne(line))}\n`

function printList(): void {
  const width = Math.max(...questions.map(({ question }) => question.length))
  for (const { question, label } of questions) console.log(`${question.padEnd(width)}  ${label}`)
}

function printSchema(code: string): number {
  const question = trouverQuestion(code)
  if (question === undefined) return refuse(`Question inconnue : « ${code} ».`)
  console.log(JSON.stringify(z.toJSONSchema(question.schema, { io: 'input' }), null, 2))
  return 0
}

function refuse(message: string): number {
  console.error(message)
  console.error(USAGE)
  return 2
}

async function run(args: readonly string[]): Promise<number> {
  const [option, value] = args
  if (option === undefined) {
    await pipeline(process.stdin.setEncoding('utf8'), answerLines, process.stdout)
    return 0
  }
  if (option === '--list' && args.length === 1) {
    printList()
    return 0
  }
  if (option === '--schema' && value !== undefined && args.length === 2) return printSchema(value)
  return refuse(`Option inconnue : ${args.join(' ')}`)
}

process.exitCode = await run(process.argv.slice(2))
