/**
 * The public face of the rules: JSON lines in, JSON lines out.
 *   rules < questions.jsonl | rules --list | rules --schema QUESTION
 * Exit status: 0 once every line is answered, 2 for a wrong command line.
 */
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { questions, repondreAuFlux, trouverQuestion } from '@/lib/services/question/view'

const USAGE = 'Usage : rules < questions.jsonl | rules --list | rules --schema QUESTION'

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

/** A reader that closes early (`| head`) is not a defect: stop without a trace, but not with success. */
async function answerInput(): Promise<number> {
  try {
    await pipeline(process.stdin.setEncoding('utf8'), repondreAuFlux, process.stdout)
    return 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 1
    throw error
  }
}

async function run(args: readonly string[]): Promise<number> {
  const [option, value] = args
  if (option === undefined) {
    return answerInput()
  }
  if (option === '--list' && args.length === 1) {
    printList()
    return 0
  }
  if (option === '--schema' && value !== undefined && args.length === 2) return printSchema(value)
  return refuse(`Option inconnue : ${args.join(' ')}`)
}

process.exitCode = await run(process.argv.slice(2))
