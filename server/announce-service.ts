import { getServiceStatus } from '#core/advisor/get-service-status.ts'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { searchClients } from '#core/advisor/search-clients.ts'
import { describeOriginNotice } from '#core/contracts/wording/describe-origin-notice.ts'
import { formatNumber } from '#core/contracts/wording/format-number.ts'

/** Prints where to go: the address, a client to open, how to connect an assistant. */
export async function announceService(advisors: AdvisorSource, host: string, port: number): Promise<void> {
  const { status, clients } = await advisors.use(async (advisor) => ({
    status: await getServiceStatus(advisor),
    clients: (await searchClients(advisor, { query: '', limit: 1, language: 'en' })).clients,
  }))
  const shownHost = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host
  const address = `http://${shownHost}:${port}`
  const exampleClientId = clients[0]?.clientId
  const lines = [
    '',
    `Prêt à dépenser: ${formatNumber(status.clients, 'en')} clients (${status.dataVersion}), model ${status.modelVersion}`,
    ...(status.trainedOnOtherData ? ['', describeOriginNotice(status.trainingDataOrigin, 'en')] : []),
    '',
    `  Application   ${address}`,
    ...(exampleClientId ? [`  A client      ${address}/clients/${exampleClientId}`] : []),
    `  Assistants    ${address}/mcp`,
    `                claude mcp add --transport http credit-advisor ${address}/mcp`,
    '                or over stdio: npm run --silent mcp',
    '',
    'Ready. Ctrl+C stops.',
  ]
  console.log(lines.join('\n'))
}
