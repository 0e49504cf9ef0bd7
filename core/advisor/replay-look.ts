import type { AuditEntry } from '#db/audit/audit-entry.ts'
import { computeEntryHash } from '#db/audit/compute-entry-hash.ts'
import { openAuditReader } from '#db/audit/open-audit-reader.ts'
import { findEntry } from '#db/audit/read-entries.ts'
import { type AnswerDifference, listDifferences } from './list-differences.ts'
import { translateDataErrors } from './translate-data-errors.ts'

/** Compares the entry that someone looked at with the one that the log holds now. */
export function replayLook({ input, answer }: AuditEntry, dataDir: string): AnswerDifference[] {
  const { entryId } = JSON.parse(input) as { entryId: number }
  return translateDataErrors(() => {
    const log = openAuditReader(dataDir)
    const found = findEntry(log, entryId)
    log.close()
    return listDifferences(JSON.parse(answer), found ? { entryId, entryHash: computeEntryHash(found) } : {})
  })
}
