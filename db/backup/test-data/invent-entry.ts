import type { NewAuditEntry } from '../../audit/audit-entry.ts'

/** An entry of the audit log about a client of nobody's. */
export function inventEntry(clientId: number): NewAuditEntry {
  return {
    recordedAt: '2026-11-24T12:00:00.000Z',
    actor: 'user:u1',
    door: 'page',
    kind: 'score',
    clientId,
    input: `{"clientId":${clientId}}`,
    modelVersion: 'lgbm',
    bundleSha256: 'b'.repeat(64),
    modelSha256: 'm'.repeat(64),
    dataVersion: 'demo-1',
    featuresSha256: null,
    answer: '{"probabilityOfDefault":0.1}',
  }
}
