import { resolveDataDir } from '../data-dir.ts'
import { DataError } from '../data-error.ts'
import { describeFileFault } from '../describe-file-fault.ts'
import { type AuditHead, parseHead } from './open-audit-head.ts'
import { openAuditLog } from './open-audit-log.ts'
import { readEntries } from './read-entries.ts'
import { verifyChain } from './verify-chain.ts'

// The command "npm run audit:verify": exit code 1 for a log that is not as it was written.
try {
  const notedHead = parseNotedHead(process.argv.slice(2))
  const log = openAuditLog(resolveDataDir(), { create: false })
  const recordedHead = log.head.read()
  const { head, faults } = verifyChain(readEntries(log), { recordedHead, ...(notedHead && { notedHead }) })
  log.close()
  for (const { entryId, fault } of faults) console.error(`Entry ${entryId}: ${fault}.`)
  if (faults.length > 0) process.exitCode = 1
  else console.log(`${head.entries} entries, every one as it was written.`)
  console.log(`Head: ${head.entries}:${head.lastHash}`)
  console.log(
    'Note it where who may write DATA_DIR may not; --expect ENTRIES:HASH then finds a log that was written anew with its record.',
  )
} catch (error) {
  const known = error instanceof DataError ? error : describeFileFault(error)
  console.error(known ? `${known.code}: ${known.message}` : error)
  process.exit(2)
}

function parseNotedHead(args: string[]): AuditHead | null {
  if (args.length === 0) return null
  const [option, noted] = args
  const [entries, lastHash] = (noted ?? '').split(':')
  const head = parseHead(`${JSON.stringify({ entries: Number(entries), lastHash })}\n`)
  if (option === '--expect' && args.length === 2 && head) return head
  throw new DataError(
    'INVALID_ARGUMENT',
    `The arguments are "${args.join(' ')}". None is expected, or --expect ENTRIES:HASH with a head that this command gave before.`,
  )
}
