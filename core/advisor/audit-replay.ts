import { computeEntryHash } from '#db/audit/compute-entry-hash.ts'
import { openAuditLog } from '#db/audit/open-audit-log.ts'
import { findEntry } from '#db/audit/read-entries.ts'
import { resolveDataDir } from '#db/data-dir.ts'
import { isAdvisorError } from '../contracts/advisor-error.ts'
import { replayEntry } from './replay-entry.ts'
import { translateDataErrors } from './translate-data-errors.ts'

// The command "npm run audit:replay -- ID": exit code 1 when the answer given again differs from what was shown.
try {
  const entryId = Number(process.argv[2])
  if (!Number.isSafeInteger(entryId) || entryId < 1 || process.argv.length !== 3) {
    throw new Error(
      `The arguments are "${process.argv.slice(2).join(' ')}". The number of one entry is expected.`,
    )
  }
  const dataDir = resolveDataDir()
  const entry = translateDataErrors(() => {
    const log = openAuditLog(dataDir, { create: false })
    const found = findEntry(log, entryId)
    log.close()
    return found
  })
  if (!entry)
    throw new Error(`The audit log has no entry ${entryId}. See "npm run audit:verify" for how far it goes.`)
  if (computeEntryHash(entry) !== entry.entryHash) {
    throw new Error(`Entry ${entryId} was changed after it was written. See "npm run audit:verify".`)
  }
  const { recordedAt, actor, door, kind, clientId, modelVersion } = entry
  const about = clientId === null ? '' : ` of client ${clientId}`
  console.log(
    `Entry ${entryId}: ${kind}${about}, shown to ${actor} (${door}) on ${recordedAt} by ${modelVersion}`,
  )
  const differences = await replayEntry(entry, { dataDir })
  for (const { path, shown, replayed, isWording } of differences) {
    console.log(
      `${isWording ? 'Words' : 'Figures'} differ at ${path}: shown ${JSON.stringify(shown)}, now ${JSON.stringify(replayed)}`,
    )
  }
  const isReproduced = differences.every(({ isWording }) => isWording)
  console.log(isReproduced ? 'Reproduced: every figure is the same.' : 'NOT reproduced.')
  process.exitCode = isReproduced ? 0 : 1
} catch (error) {
  const isOurs = isAdvisorError(error) || (error instanceof Error && error.constructor === Error)
  console.error(isOurs ? (error as Error).message : error)
  process.exit(2)
}
