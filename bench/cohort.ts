import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { nodeArguments } from '#server/start-command.ts'
import { prepareBenchStore } from './prepare/prepare-bench-store.ts'

const clientCount = 307_511

/**
 * `compareCohort` of ten features among 307,511 clients, in a process of its own that opens the advisor and serves
 * nothing else: the 95th percentile of each kind of cohort and of all calls together, and the memory that is
 * resident after them. `variedFeaturesP95Ms` asks for the client's strongest reasons instead, which differ from call to
 * call, so that not all of them are at hand.
 */
export async function run(): Promise<Record<string, number>> {
  const dataDir = await prepareBenchStore(clientCount)
  const child = join(import.meta.dirname, 'prepare/serve-cohorts.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeArguments, child, dataDir])
  return JSON.parse(stdout) as Record<string, number>
}
