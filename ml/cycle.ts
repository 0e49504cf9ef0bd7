import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { resolveDataDir } from '#db/data-dir.ts'
import { composeProposal } from './cycle/compose-proposal.ts'
import { cycleHelp, parseCycleOptions } from './cycle/cycle-options.ts'
import { decideRetraining, type ListedModel } from './cycle/decide-retraining.ts'
import type { DriftSummary, Evaluated } from './cycle/findings.ts'
import { runCommand } from './cycle/run-command.ts'

const dataDir = resolveDataDir()

/** The life cycle once round: import, features, drift, and when it drifted a candidate, compared with the champion. */
async function runCycle(args: string[]): Promise<void> {
  const options = parseCycleOptions(args)
  if (options.help) {
    console.log(cycleHelp)
    return
  }
  if (options.import) await run('db/raw/data-import.ts', resolve(options.import))
  if (options.demo) await run('db/raw/data-demo.ts', '--clients', options.demo)
  if (!options.asBuilt) await run('db/build/features-build.ts')

  const window = options.window ? ['--window', options.window] : []
  const drift = await runModelCommand<DriftSummary>(['drift', ...window])
  const models = await runModelCommand<ListedModel[]>(['list'])
  const decision = decideRetraining(drift, models, options.always)
  const candidate = decision.retrain ? await trainCandidate(options.quick) : null
  const proposal = composeProposal({ drift, decision, candidate })
  const report = writeAtomically('proposal.md', proposal)
  const summary = {
    dataVersion: drift.dataVersion,
    champion: drift.modelVersion,
    drifted: drift.drifted,
    retrained: decision.retrain,
    reason: decision.reason,
    candidate: candidate?.candidates[0]?.modelVersion ?? null,
    wouldBePromoted: candidate?.candidates[0]?.wouldBePromoted ?? false,
    report,
    driftReport: join(drift.folder, 'report.html'),
  }
  writeAtomically('summary.json', `${JSON.stringify(summary, null, 2)}\n`)
  if (options.json) console.log(JSON.stringify(summary))
  else console.log(`${proposal}\nReport: ${report}`)
}

async function trainCandidate(quick: boolean): Promise<Evaluated> {
  const { bundle } = await runModelCommand<{ bundle: string }>(['train', ...(quick ? ['--quick'] : [])])
  return await runModelCommand<Evaluated>(['evaluate', bundle])
}

async function runModelCommand<Answer>(command: string[]): Promise<Answer> {
  const output = await run('ml/run.ts', ...command, '--json')
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Answer
}

function run(...command: string[]): Promise<string> {
  return runCommand(command, { DATA_DIR: dataDir })
}

/** A reader of the folder finds the last report or this one, never a part. */
function writeAtomically(file: string, content: string): string {
  const folder = join(dataDir, 'cycle')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(`${path}.partial-${process.pid}`, content, { flush: true })
  renameSync(`${path}.partial-${process.pid}`, path)
  return path
}

try {
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true })
  await runCycle(process.argv.slice(2))
} catch (error) {
  console.error(`ml:cycle: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
