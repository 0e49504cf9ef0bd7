import { parseArgs } from 'node:util'
import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { checkDataDir } from '../check-data-dir.ts'
import { createAccount } from './create-account.ts'

const usage =
  'npm run accounts:create -- --email NAME@EXAMPLE.ORG --role advisor|data_scientist|administrator [--name "First Last"] [--reset]'

// The command "npm run accounts:create": makes an account, such as the first administrator's, or with --reset gives
// one that exists a new password. Prints the one-time password; it must be changed at its first use.
try {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      reset: { type: 'boolean', default: false },
    },
  })
  const dataDir = resolveDataDir()
  checkDataDir(dataDir)
  const { email, role, oneTimePassword, isNew } = await createAccount(dataDir, values)
  console.error(`${isNew ? 'Made' : 'Reset'} the account of ${email} (${role}). Its one-time password:`)
  console.log(oneTimePassword)
} catch (error) {
  const isOurs = error instanceof DataError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  console.error(isOurs ? `${(error as Error).message}\n${usage}` : error)
  process.exit(1)
}
