import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openAuditLog } from '../../audit/open-audit-log.ts'
import { inventEntry } from './invent-entry.ts'

// A process that writes without a pause, as a server does: moves money between two accounts, and keeps the audit log.
const [dataDir] = process.argv.slice(2) as [string]
const log = openAuditLog(dataDir)
const ledger = new Database(join(dataDir, 'ledger.sqlite'), { timeout: 5000 })
ledger.pragma('journal_mode = WAL')
ledger.exec('create table if not exists debits (amount real)')
ledger.exec('create table if not exists credits (amount real, note blob)')
const move = ledger.transaction((amount: number) => {
  ledger.prepare('insert into debits values (?)').run(amount)
  ledger.prepare('insert into credits values (?, zeroblob(3000))').run(amount)
})
for (let round = 1; ; round++) {
  move(round)
  log.append([inventEntry(round)])
  if (round % 20 === 0) {
    process.send?.(round)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
