import { openAuditLog } from '../open-audit-log.ts'

// A process that appends entries and acknowledges each group, as a door does before an answer leaves.
const [dataDir, wanted] = process.argv.slice(2)
const log = openAuditLog(dataDir as string)
const entry = {
  recordedAt: '2026-11-24T12:00:00.000Z',
  actor: `local:${process.pid}`,
  door: 'mcp-stdio',
  kind: 'score',
  clientId: 1,
  input: '{}',
  modelVersion: 'lgbm',
  bundleSha256: '',
  modelSha256: '',
  dataVersion: '',
  featuresSha256: null,
  answer: '{"probabilityOfDefault":0.1}',
}
for (let appended = 0; appended < Number(wanted); appended += 5) {
  log.append(Array(5).fill(entry))
  process.send?.(appended + 5)
  if (appended % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
}
log.close()
process.disconnect()
