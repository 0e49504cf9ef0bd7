import { readFileSync } from 'node:fs'
import { compareCohort } from '#core/advisor/compare-cohort.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { loadImportance } from '#core/bundle/load-importance.ts'
import type { Cohort } from '#core/contracts/compare-cohort.ts'
import { readClientIds } from '#db/store/client-columns.ts'
import { percentile } from './percentile.ts'

// A process of the cohort bench: serves comparisons from the store of the folder given and prints what they took.
const dataDir = process.argv[2] as string
const callsPerKind = 200
const warmUpCalls = 15

const ageBands = [
  { min: 20, max: 65 },
  { min: 30, max: 60 },
  { min: 45, max: 70 },
]
const filters = [
  { incomeType: 'Pensioner' },
  { incomeType: ['Working', 'Commercial associate'], contractType: 'Cash loans' },
  { ownsRealty: true, creditAmount: { min: 200_000 } },
]

/** The cohort of each kind for call `i`: its filters and its size change from call to call. */
const kinds: Record<string, (i: number) => Cohort> = {
  all: () => ({ kind: 'all' }),
  filter: (i) => ({
    kind: 'filter',
    filters: { ageYears: ageBands[i % 3], ...filters[Math.floor(i / 3) % 3] },
  }),
  similar: (i) => ({ kind: 'similar', size: [100, 500, 5000][i % 3] as number }),
}

async function measure(
  advisor: AdvisorContext,
  cohortOf: (i: number) => Cohort,
  features?: string[],
): Promise<number[]> {
  const clientIds = readClientIds(advisor.store)
  const durations: number[] = []
  for (let i = -warmUpCalls; i < callsPerKind; i++) {
    const clientId = clientIds[((i + warmUpCalls) * 1_409) % clientIds.length] as number
    const start = performance.now()
    const cohort = cohortOf(i + warmUpCalls)
    await compareCohort(advisor, { clientId, cohort, ...(features && { features }) })
    if (i >= 0) durations.push(performance.now() - start)
  }
  return durations
}

const advisor = await openAdvisor({ dataDir })
const tenFeatures = [...loadImportance(advisor.scorer.bundle).keys()].slice(0, 10)
const figures: Record<string, number> = {}
const all: number[] = []
for (const [kind, cohortOf] of Object.entries(kinds)) {
  const durations = await measure(advisor, cohortOf, tenFeatures)
  figures[`${kind}P50Ms`] = percentile(durations, 0.5)
  figures[`${kind}P95Ms`] = percentile(durations, 0.95)
  all.push(...durations)
}
figures.variedFeaturesP95Ms = percentile(await measure(advisor, kinds.filter as (i: number) => Cohort), 0.95)
const residentKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
await advisor.close()
const rounded = Object.entries(figures).map(([key, figure]) => [key, Number(figure.toFixed(1))])
console.log(
  JSON.stringify({
    p95Ms: Number(percentile(all, 0.95).toFixed(1)),
    residentMb: Math.round(residentKb / 1024),
    ...Object.fromEntries(rounded),
  }),
)
process.exit(0)
