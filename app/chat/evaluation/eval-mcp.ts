import { readFileSync } from 'node:fs'
import { unrecorded } from '#core/advisor/audit-recorder.ts'
import { getVocabulary } from '#core/advisor/get-vocabulary.ts'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { scopeSchema } from '#core/contracts/caller.ts'
import { connectTools } from '#server/conversation/connect-tools.ts'
import { env } from '../../env.server.ts'
import { chooseModel } from '../pipeline/choose-model.server.ts'
import { defaultLimits } from '../pipeline/turn-limits.ts'
import { createRulesModel } from '../rules-model/create-rules-model.ts'
import { assistantTaskSchema } from './assistant-task.ts'
import { evaluateAssistant } from './evaluate-assistant.ts'
import { prepareStore } from './prepare-store.ts'

const tasks = readFileSync(new URL('./mcp-tasks.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => assistantTaskSchema.parse(JSON.parse(line)))

const advisor = await openAdvisor({ dataDir: await prepareStore() })
const tools = await connectTools({
  advisors: lendAdvisor(advisor),
  // An evaluation shows nothing to anybody.
  audit: { recorderFor: () => unrecorded, close() {} },
  caller: { actor: 'local:evaluation', scopes: new Set(scopeSchema.options), isDemo: false },
  onUnexpected: console.error,
})
const model = chooseModel(env.chat) ?? embedRules(advisor)
const limits = { ...defaultLimits, totalMs: env.chat.turnSeconds * 1_000, tokens: env.chat.turnTokens }
const { failed, ...shares } = await evaluateAssistant(tasks, {
  model,
  tools,
  limits,
  onTask: () => process.stderr.write('.'),
})
process.stderr.write('\n')
for (const { task, missingCalls, missingFigures, unverified } of failed) {
  console.log(`- ${task.task}`)
  if (missingCalls.length > 0) console.log(`  not called: ${JSON.stringify(missingCalls)}`)
  if (missingFigures.length > 0) console.log(`  not said: ${JSON.stringify(missingFigures)}`)
  if (unverified.length > 0) console.log(`  made up: ${unverified.join(', ')}`)
}
console.log(JSON.stringify({ model: model.name, tasks: tasks.length, ...shares }))
await tools.close()
await advisor.close()

function embedRules(opened: AdvisorContext) {
  const languageModel = createRulesModel({ vocabulary: getVocabulary(opened), currency: env.currency })
  return { name: 'rules', languageModel, sentTo: null }
}
