import type { AuditEntry } from '#db/audit/audit-entry.ts'
import { openFeatureStore } from '#db/store/open-feature-store.ts'
import { findBundle } from '../bundle/find-bundle.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { Provenance } from '../contracts/provenance.ts'
import { type AuditedKind, auditedKinds, lookKind } from './audit-recorder.ts'
import { compareCohort } from './compare-cohort.ts'
import { explainClient } from './explain-client.ts'
import { hashFeatures } from './hash-features.ts'
import { listClients } from './list-clients.ts'
import { type AnswerDifference, listDifferences } from './list-differences.ts'
import { type AdvisorContext, createAdvisor } from './open-advisor.ts'
import { openModel } from './open-model.ts'
import { openReplayStore, type ReplayStore } from './open-replay-store.ts'
import { readClient } from './read-client.ts'
import { readClientProfile } from './read-client-profile.ts'
import { replayLook } from './replay-look.ts'
import { budgetOfCount } from './scenario-budget.ts'
import { scoreClient } from './score-client.ts'
import { searchClients } from './search-clients.ts'
import { simulateClient } from './simulate-client.ts'
import { suggestChangesWithin } from './suggest-changes.ts'
import { translateDataErrors } from './translate-data-errors.ts'
import { viewClient } from './view-client.ts'

// biome-ignore lint/suspicious/noExplicitAny: each function parses its input by its own contract.
type Answering = (advisor: AdvisorContext, input: any, shown: any) => Promise<object>

const answering: Record<AuditedKind, Answering> = {
  score: scoreClient,
  explanation: explainClient,
  comparison: compareCohort,
  simulation: simulateClient,
  suggestions: (advisor, input, { triedScenarios }) =>
    suggestChangesWithin(advisor, input, budgetOfCount(triedScenarios)),
  file: viewClient,
  profile: readClientProfile,
  search: searchClients,
  list: listClients,
}

/** Answers that depend on other clients too. */
const needsAllClients: readonly AuditedKind[] = ['comparison', 'search', 'list']
/** Answers that show the scores of all clients as the store holds them. */
const showsScores: readonly AuditedKind[] = ['comparison', 'list']

export interface ReplayOptions {
  dataDir: string
  committedBundlesDir?: string
  currency?: string
}

/**
 * Gives an entry's answer again, from the stored input, with the very bundle that gave it and the features that the
 * store holds now, and compares it with what was shown.
 *
 * @returns Every difference; none, or wordings alone, when the entry is reproduced.
 * @throws AdvisorError BUNDLE_MISSING; REPLAY_IMPOSSIBLE when the data have changed since; as the answer's function.
 */
export async function replayEntry(entry: AuditEntry, options: ReplayOptions): Promise<AnswerDifference[]> {
  if (entry.kind === lookKind) return replayLook(entry, options.dataDir)
  const kind = auditedKinds.find((known) => known === entry.kind)
  if (!kind) throw impossible(`It is of kind "${entry.kind}", which this version does not know.`)
  const { dataDir, committedBundlesDir } = options
  const shown = JSON.parse(entry.answer)
  const { computedAt }: Provenance = shown.provenance ?? shown.score.provenance
  const bundle = loadBundle(findBundle(dataDir, entry.bundleSha256, committedBundlesDir))
  const model = await openModel(bundle)
  try {
    const { store, close } = showsScores.includes(kind)
      ? await openReplayStore(dataDir, model)
      : openPlainStore(dataDir)
    try {
      const clock = () => new Date(computedAt)
      const given = { ...options, model, store, clock, pending: () => null, close: async () => {} }
      const advisor = createAdvisor(given)
      assertSameData(advisor, entry, kind)
      const replayed = await answering[kind](advisor, JSON.parse(entry.input), shown)
      return listDifferences(shown, JSON.parse(JSON.stringify(replayed)))
    } finally {
      close()
    }
  } finally {
    await model.scorer.close()
  }
}

function openPlainStore(dataDir: string): ReplayStore {
  const store = translateDataErrors(() => openFeatureStore({ dataDir }))
  return { store, close: () => store.close() }
}

function assertSameData(advisor: AdvisorContext, entry: AuditEntry, kind: AuditedKind): void {
  const { dataVersion } = advisor.servedDataset()
  if (needsAllClients.includes(kind) && dataVersion !== entry.dataVersion) {
    throw impossible(`It shows several clients of ${entry.dataVersion}; the store holds ${dataVersion} now.`)
  }
  if (entry.clientId === null) return
  const { featureRow } = readClient(advisor, entry.clientId)
  if (hashFeatures(featureRow) === entry.featuresSha256) return
  throw impossible(
    `The features of client ${entry.clientId} are not those that it was computed from (${entry.dataVersion}; the store holds ${dataVersion} now).`,
  )
}

function impossible(found: string): AdvisorError {
  return new AdvisorError('REPLAY_IMPOSSIBLE', {
    found: `Entry can't be replayed here. ${found}`,
    expected: 'Expected the data that it was computed from.',
    nextStep:
      'Restore the store of that time into a DATA_DIR of its own, with audit.sqlite and audit-head.json, and replay there.',
  })
}
