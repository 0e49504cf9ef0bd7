import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { auditHeadPath } from './audit-paths.ts'

/** How far the log had come: its number of entries and the hash of the last one. */
export interface AuditHead {
  entries: number
  lastHash: string
}

export interface AuditHeadFile {
  /** Null when nothing was recorded yet. */
  read(): AuditHead | null
  /** Records how far the log has come; a record that is further already, another process's, stays. */
  advance(head: AuditHead): void
  close(): void
}

const longestRecord = 256

/**
 * Opens the record of the log's head. It is written in place, 100 bytes at once, after each commit and before the
 * answers leave: whatever ends the process, the record names an entry that is in the log.
 *
 * @throws what the file system says.
 */
export function openAuditHead(dataDir: string): AuditHeadFile {
  const file = openSync(auditHeadPath(dataDir), 'a+', 0o600)
  closeSync(file)
  const handle = openSync(auditHeadPath(dataDir), 'r+')
  const buffer = Buffer.alloc(longestRecord)
  const read = () => parseHead(buffer.toString('utf8', 0, readSync(handle, buffer, 0, longestRecord, 0)))
  return {
    read,
    advance(head) {
      const recorded = read()
      if (recorded && recorded.entries >= head.entries) return
      const text = `${JSON.stringify(head)}\n`
      writeSync(handle, text, 0)
      if (!recorded) ftruncateSync(handle, text.length)
    },
    close: () => closeSync(handle),
  }
}

/** What a text records; null for one that records nothing. */
export function parseHead(text: string): AuditHead | null {
  const match = /^\{"entries":(\d{1,15}),"lastHash":"([0-9a-f]{64})"\}\n/.exec(text)
  return match ? { entries: Number(match[1]), lastHash: match[2] as string } : null
}
