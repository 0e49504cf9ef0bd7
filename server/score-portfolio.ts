import { openAdvisor } from '#core/advisor/open-advisor.ts'
import { scorePortfolio } from '#core/advisor/score-portfolio.ts'
import { isAdvisorError } from '#core/contracts/advisor-error.ts'

// The command "npm run store:score": scores every client with the champion, for the lists.
try {
  const advisor = await openAdvisor()
  const scored = await scorePortfolio(advisor)
  if (scored) console.error(`Scored the portfolio with ${advisor.scorer.bundle.manifest.modelVersion}.`)
  await advisor.close()
} catch (error) {
  console.error(isAdvisorError(error) ? `${error.code}: ${error.message}` : error)
  process.exit(1)
}
