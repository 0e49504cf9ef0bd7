import type { AuditEntry } from './audit-entry.ts'
import { computeEntryHash, firstPreviousHash } from './compute-entry-hash.ts'
import type { AuditHead } from './open-audit-head.ts'

/** What is wrong with the log, where it begins, in words for who runs the service. */
export interface ChainFault {
  entryId: number
  fault: string
}

export interface ChainVerdict {
  /** How far the log goes: to be noted elsewhere, so that a later check can begin from it. */
  head: AuditHead
  /** Faults in the order of the log; none when every entry is as it was written. */
  faults: ChainFault[]
}

export interface VerifyChainOptions {
  /** What was recorded beside the log; null when there is no record. */
  recordedHead: AuditHead | null
  /** A head noted earlier elsewhere, which the log must have passed through. */
  notedHead?: AuditHead
}

const mostFaults = 20

/**
 * Walks the whole log and finds entries that were changed, removed, reordered or added out of turn, and entries cut
 * off its end since a head was recorded or noted. Stops after 20 faults.
 */
export function verifyChain(
  entries: Iterable<AuditEntry>,
  { recordedHead, notedHead }: VerifyChainOptions,
): ChainVerdict {
  const faults: ChainFault[] = []
  const heads = new Map<number, { hash: string; name: string }[]>()
  const expectHead = (head: AuditHead | null | undefined, name: string) => {
    if (head) heads.set(head.entries, [...(heads.get(head.entries) ?? []), { hash: head.lastHash, name }])
  }
  expectHead(recordedHead, 'the recorded head')
  expectHead(notedHead, 'the head that was noted')
  let head: AuditHead = { entries: 0, lastHash: firstPreviousHash }
  for (const entry of entries) {
    faults.push(...findFaults(entry, head))
    head = { entries: entry.entryId, lastHash: entry.entryHash }
    for (const { hash, name } of heads.get(entry.entryId) ?? []) {
      if (hash !== entry.entryHash) {
        faults.push({
          entryId: entry.entryId,
          fault: `is not the entry that ${name} names: the log was written anew`,
        })
      }
    }
    if (faults.length >= mostFaults) return { head, faults: faults.slice(0, mostFaults) }
  }
  if (!recordedHead) {
    faults.push({
      entryId: head.entries,
      fault: 'no head is recorded beside the log: the record was removed',
    })
  }
  return { head, faults: [...faults, ...findCut(head, heads)] }
}

function findFaults(entry: AuditEntry, previous: AuditHead): ChainFault[] {
  const { entryId } = entry
  const faults: ChainFault[] = []
  const expectedId = previous.entries + 1
  if (entryId !== expectedId) {
    const missing =
      expectedId === entryId - 1 ? `entry ${expectedId}` : `entries ${expectedId} to ${entryId - 1}`
    faults.push({ entryId: expectedId, fault: `${missing} missing before entry ${entryId}` })
  } else if (entry.previousHash !== previous.lastHash) {
    faults.push({ entryId, fault: 'does not follow the entry before it: one of them was replaced or moved' })
  }
  if (computeEntryHash(entry) !== entry.entryHash) {
    faults.push({ entryId, fault: 'was changed: its content does not give its hash' })
  }
  return faults
}

function findCut(head: AuditHead, heads: Map<number, { name: string }[]>): ChainFault[] {
  return [...heads].flatMap(([entries, named]) =>
    entries <= head.entries
      ? []
      : named.map(({ name }) => ({
          entryId: head.entries + 1,
          fault: `the log ends at entry ${head.entries} where ${name} has ${entries}: it was cut off`,
        })),
  )
}
