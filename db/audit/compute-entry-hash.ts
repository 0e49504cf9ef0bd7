import { hash } from 'node:crypto'
import type { AuditEntry } from './audit-entry.ts'

/** The previous hash of the first entry. */
export const firstPreviousHash = '0'.repeat(64)

type ChainedFields = Omit<AuditEntry, 'entryHash'>

/** What an entry's hash is computed from, each as it is stored, in the order of the columns. */
export function listChainedFields(entry: ChainedFields): (string | number | null)[] {
  return [
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
  ]
}

/** SHA-256, in hexadecimal, of the entry's canonical form: its fields, the hash of the entry before among them, as JSON. */
export function computeEntryHash(entry: ChainedFields): string {
  return hashFields(listChainedFields(entry))
}

/** The same of fields that were listed already. */
export function hashFields(fields: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(fields))
}
