/** What one answer left behind, before it has its place in the chain. */
export interface NewAuditEntry {
  /** UTC, ISO 8601. */
  recordedAt: string
  actor: string
  door: string
  kind: string
  clientId: number | null
  /** JSON. */
  input: string
  modelVersion: string
  bundleSha256: string
  modelSha256: string
  dataVersion: string
  featuresSha256: string | null
  /** JSON. */
  answer: string
}

export interface AuditEntry extends NewAuditEntry {
  /** 1, 2, 3 … without a gap. */
  entryId: number
  previousHash: string
  entryHash: string
}
