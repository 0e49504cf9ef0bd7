import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { listClients } from '#core/advisor/list-clients.ts'
import { openAdvisor } from '#core/advisor/open-advisor.ts'
import { simulateClient } from '#core/advisor/simulate-client.ts'
import { suggestChanges } from '#core/advisor/suggest-changes.ts'
import { runStep } from '#db/run-step.ts'
import { prepareData } from '#server/prepare-data.ts'
import { percentile } from './prepare/percentile.ts'

const samplePath = resolve(import.meta.dirname, '../../shared/home-credit/home-credit-sample.zip')
const refusedClients = 200

/**
 * Suggested changes for 200 refused clients of the real sample: the time of each search, the share for whom changes
 * were found, and every suggestion scored again.
 */
export async function run(): Promise<Record<string, number>> {
  if (!existsSync(samplePath)) throw new Error(`${samplePath} is missing: this bench needs the real sample.`)
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-suggest-'))
  try {
    await runStep(['node', 'db/raw/data-import.ts', samplePath], { DATA_DIR: dataDir })
    await prepareData({ dataDir, demoClients: 0, demoSeed: 0 })
    return await measure(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(dataDir: string): Promise<Record<string, number>> {
  const advisor = await openAdvisor({ dataDir })
  const durations: number[] = []
  let found = 0
  let none = 0
  for (const clientId of await listRefused(advisor)) {
    const start = performance.now()
    const { outcome, suggestions } = await suggestChanges(advisor, { clientId })
    durations.push(performance.now() - start)
    if (outcome === 'found') found++
    if (outcome === 'none') none++
    for (const { changes, after } of suggestions) {
      const again = await simulateClient(advisor, { clientId, changes })
      const difference = Math.abs(again.after.probabilityOfDefault - after.probabilityOfDefault)
      if (difference > 1e-6)
        throw new Error(`Client ${clientId}: a suggestion differs by ${difference} when scored again.`)
    }
  }
  await advisor.close()
  return {
    clients: durations.length,
    foundShare: found / durations.length,
    noneShare: none / durations.length,
    p50Ms: Number(percentile(durations, 0.5).toFixed(1)),
    p95Ms: Number(percentile(durations, 0.95).toFixed(1)),
  }
}

async function listRefused(advisor: Awaited<ReturnType<typeof openAdvisor>>): Promise<number[]> {
  const pages = await Promise.all(
    [1, 2].map((page) =>
      listClients(advisor, { filters: { advice: ['refuse'] }, page, pageSize: refusedClients / 2 }),
    ),
  )
  return pages.flatMap(({ rows }) => rows.map(({ clientId }) => clientId))
}
