import { parseArgs } from 'node:util'
import { showProgress } from '#db/show-progress.ts'
import { isAdvisorError } from '../contracts/advisor-error.ts'
import type { Language } from '../contracts/language.ts'
import { describeDrift } from '../contracts/wording/describe-drift.ts'
import { driftReport } from './drift-report.ts'
import { openAdvisor } from './open-advisor.ts'

// The command "npm run drift:report": says on stdout how a window of clients has drifted, with --json the whole answer.
try {
  const { values } = parseArgs({
    options: {
      window: { type: 'string' },
      language: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
    },
  })
  // Anything but fr and en is refused by the contract.
  const language = values.language as Language
  const advisor = await openAdvisor()
  const progress = showProgress('drift')
  const report = driftReport(
    advisor,
    { language, ...(values.window !== undefined && { window: values.window }) },
    { onProgress: (done, total) => progress.update('comparing features', done, total) },
  )
  const answer = await report.finally(() => progress.stop())
  console.log(values.json ? JSON.stringify(answer) : describeDrift(answer, language))
  await advisor.close()
} catch (error) {
  const isMisspelt = String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
  if (isMisspelt)
    console.error(`${(error as Error).message} Expected --window NAME, --language fr|en, --json.`)
  else console.error(isAdvisorError(error) ? `${error.code}: ${error.message}` : error)
  process.exitCode = 1
}
