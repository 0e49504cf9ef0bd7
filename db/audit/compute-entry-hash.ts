import { hash } from 'node:crypto'
import type { AuditEntry } from './audit-entry.ts'

/** The previous hash of the first entry. */
export const firstPreviousHash = '0'.repeat(64)

/**
 * SHA-256, in hexadecimal, of the entry's canonical form: the JSON list of its fields in this order, each as it is
 * stored, the hash of the entry before among them.
 */
export function computeEntryHash(entry: Omit<AuditEntry, 'entryHash'>): string {
  const canonical = JSON.stringify([
    entry.entryId,
    entry.recordedAt,
    entry.actor,
    entry.door,
    entry.kind,
    entry.clientId,
    entry.input,
    entry.modelVersion,
    entry.bundleSha256,
    entry.modelSha256,
    entry.dataVersion,
    entry.featuresSha256,
    entry.answer,
    entry.previousHash,
  ])
  return hash('sha256', canonical)
}
