import type { NewAuditEntry } from '#db/audit/audit-entry.ts'
import { type AuditLog, openAuditLog } from '#db/audit/open-audit-log.ts'
import { resolveDataDir } from '#db/data-dir.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { Door } from '../contracts/caller.ts'
import type { AuditRecorder, ComputedAnswer } from './audit-recorder.ts'
import { hashFeatures } from './hash-features.ts'
import { translateDataErrors } from './translate-data-errors.ts'

/** The log of all that is shown. Opened once a process, closed once. */
export interface Audit {
  /**
   * @param actor `user:ID`, `token:ID` or `local:NAME`.
   */
  recorderFor(actor: string, door: Door): AuditRecorder
  /** Closes the log; what was asked to be kept before is kept. */
  close(): void
}

export interface OpenAuditOptions {
  /** Folder of the log; the environment's DATA_DIR unless given. */
  dataDir?: string
  clock?: () => Date
  /**
   * Whether the log is to outlive a loss of power too, for some milliseconds an answer; whether the environment's
   * AUDIT_SYNC is `full` unless given.
   */
  outlivesPower?: boolean
  onUnexpected?: (error: unknown) => void
}

interface Waiting {
  entry: NewAuditEntry
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * Opens the audit log of a DATA_DIR. Answers of one turn of the event loop are committed together: a commit costs
 * as much as the rest of a score.
 *
 * @throws AdvisorError STORE_UNUSABLE or STORE_BUSY when the log can't be written.
 */
export function openAudit(options: OpenAuditOptions = {}): Audit {
  const { clock = () => new Date(), onUnexpected = console.error } = options
  const dataDir = options.dataDir ?? resolveDataDir()
  const outlivesPower = options.outlivesPower ?? process.env.AUDIT_SYNC === 'full'
  const log = translateDataErrors(() => openWholeLog(dataDir, outlivesPower))
  const keep = createGroupCommit(log, onUnexpected)
  return {
    recorderFor: (actor, door) => ({
      record: (computed) => keep.enqueue(describeEntry(computed, { actor, door, now: clock() })),
    }),
    close() {
      keep.flush()
      log.close()
    },
  }
}

/** That entries were cut off is better known now than at the first answer. */
function openWholeLog(dataDir: string, outlivesPower: boolean): AuditLog {
  const log = openAuditLog(dataDir, { outlivesPower })
  try {
    log.assertWhole()
    return log
  } catch (error) {
    log.close()
    throw error
  }
}

function describeEntry(
  { kind, clientId, input, answer, model, dataVersion, featureRow }: ComputedAnswer,
  { actor, door, now }: { actor: string; door: Door; now: Date },
): NewAuditEntry {
  return {
    recordedAt: now.toISOString(),
    actor,
    door,
    kind,
    clientId,
    input: JSON.stringify(input),
    modelVersion: model.version,
    bundleSha256: model.bundleSha256,
    modelSha256: model.sha256,
    dataVersion,
    featuresSha256: featureRow && hashFeatures(featureRow),
    answer: JSON.stringify(answer),
  }
}

function createGroupCommit(log: AuditLog, onUnexpected: (error: unknown) => void) {
  let waiting: Waiting[] = []
  const flush = () => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      log.append(group.map(({ entry }) => entry))
      for (const { resolve } of group) resolve()
    } catch (error) {
      onUnexpected(error)
      for (const { reject } of group) reject(unavailable(error))
    }
  }
  return {
    flush,
    enqueue: (entry: NewAuditEntry) =>
      new Promise<void>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ entry, resolve, reject })
      }),
  }
}

function unavailable(cause: unknown): AdvisorError {
  return new AdvisorError(
    'AUDIT_UNAVAILABLE',
    {
      found: 'The answer could not be entered in the audit log.',
      expected: 'Every answer is kept before it is shown.',
      nextStep: 'Try again in a moment; if it persists, tell who runs the service.',
    },
    { cause },
  )
}
