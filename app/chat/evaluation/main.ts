import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { openFeatureStore } from '#db/store/open-feature-store.ts'
import { createRulesAsk } from './ask-rules.ts'
import { type Evaluation, evaluateQuestions } from './evaluate-questions.ts'
import { parseQuestions } from './parse-questions.ts'
import { prepareStore } from './prepare-store.ts'
import { readAmounts, readVocabulary } from './read-store.ts'

/** Share of right answers that each set has to reach. */
const required = { tuned: 0.95, aside: 0.9 }
const own = {
  tuned: new URL('./questions.jsonl', import.meta.url),
  aside: new URL('./aside.jsonl', import.meta.url),
}

process.exitCode = await run()

async function run(): Promise<number> {
  try {
    const { values } = parseArgs({ options: { file: { type: 'string' } } })
    return values.file === undefined ? await evaluateOwn() : await evaluateFile(values.file)
  } catch (error) {
    console.error((error as Error).message)
    return 2
  }
}

async function evaluateFile(path: string): Promise<number> {
  const evaluation = await evaluate(path, basename(path))
  console.log(JSON.stringify({ rate: evaluation.rate, failed: evaluation.failed }))
  return evaluation.rate >= required.tuned ? 0 : 1
}

async function evaluateOwn(): Promise<number> {
  const tuned = await evaluate(own.tuned, 'questions.jsonl')
  const aside = await evaluate(own.aside, 'aside.jsonl')
  report('tuned', tuned)
  report('aside', aside)
  console.log(JSON.stringify({ tuned: tuned.rate, aside: aside.rate }))
  return tuned.rate >= required.tuned && aside.rate >= required.aside ? 0 : 1
}

async function evaluate(path: string | URL, name: string): Promise<Evaluation> {
  if (!existsSync(path))
    throw new Error(`There is no file ${path}. Expected the path of a file with a question a line.`)
  const questions = parseQuestions(readFileSync(path, 'utf8'), name)
  const store = openFeatureStore({ dataDir: await prepareStore() })
  try {
    const vocabulary = readVocabulary(store)
    return await evaluateQuestions(
      questions,
      createRulesAsk({ vocabulary, readAmounts: (clientId) => readAmounts(store, clientId) }),
    )
  } finally {
    store.close()
  }
}

function report(name: string, { rate, failed }: Evaluation): void {
  console.log(`${name}: ${(100 * rate).toFixed(1)} % right, ${failed.length} wrong`)
  for (const { turns, expect, made } of failed) {
    console.log(
      `- ${turns.join(' » ')}\n  expected ${JSON.stringify(expect)}\n  called   ${JSON.stringify(made)}`,
    )
  }
}
