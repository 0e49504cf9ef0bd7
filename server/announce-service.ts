import { getServiceStatus } from '#core/advisor/get-service-status.ts'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { searchClients } from '#core/advisor/search-clients.ts'
import { describeOriginNotice } from '#core/contracts/wording/describe-origin-notice.ts'
import { formatNumber } from '#core/contracts/wording/format-number.ts'
import type { Access } from './access/open-access.ts'

export interface AnnouncedService {
  host: string
  port: number
  access: Pick<Access, 'demo' | 'hasAccounts'>
}

/** Prints where to go: the address, how to sign in, a client to open, how to connect an assistant. */
export async function announceService(
  advisors: AdvisorSource,
  { host, port, access }: AnnouncedService,
): Promise<void> {
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
    ...describeSignIn(access),
    ...(exampleClientId ? [`  A client      ${address}/clients/${exampleClientId}`] : []),
    `  Assistants    ${address}/mcp`,
    `                claude mcp add --transport http credit-advisor ${address}/mcp --header "Authorization: Bearer ${access.demo?.token ?? 'TOKEN'}"`,
    ...(access.demo ? [`                (the token of this demo, also in ${access.demo.tokenPath})`] : []),
    '                or over stdio: npm run --silent mcp',
    '',
    'Ready. Ctrl+C stops.',
  ]
  console.log(lines.join('\n'))
}

function describeSignIn({ demo, hasAccounts }: AnnouncedService['access']): string[] {
  if (demo) return [`  Sign in       ${demo.email}, password ${demo.password} (this demo's own)`]
  if (hasAccounts()) return []
  return [
    '  Sign in       Nobody has an account yet. Make the first one, then sign in with its one-time password:',
    '                npm run accounts:create -- --email NAME@EXAMPLE.ORG --role administrator',
  ]
}
