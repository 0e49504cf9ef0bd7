import { setPriority } from 'node:os'
import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { describeFileFault } from '#db/describe-file-fault.ts'
import { lockScoring } from '#db/store/lock-scoring.ts'
import { storePath } from '#db/store/store-path.ts'
import { toDataError } from '#db/store/to-data-error.ts'
import { isAdvisorError } from '../contracts/advisor-error.ts'
import { openAdvisor } from './open-advisor.ts'
import { scorePortfolio } from './score-portfolio.ts'

// The command "npm run store:score": scores every client with the champion, for the lists.
try {
  // A server at work on the same machine comes first.
  setPriority(10)
  const dataDir = resolveDataDir()
  const unlock = await lockScoring(dataDir)
  const advisor = await openAdvisor({ dataDir })
  const scored = await scorePortfolio(advisor)
  if (scored) console.error(`Scored the portfolio with ${advisor.scorer.bundle.manifest.modelVersion}.`)
  await advisor.close()
  unlock()
} catch (error) {
  const known = describeFileFault(error) ?? toDataError(error, storePath(resolveDataDir()))
  const isOurs = known instanceof DataError || isAdvisorError(known)
  console.error(isOurs ? `${known.code}: ${known.message}` : known)
  process.exit(1)
}
