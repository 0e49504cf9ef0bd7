import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serviceStatusSchema } from '#core/contracts/service-status.ts'
import { runStep } from '#db/run-step.ts'
import { signIn } from '#testing/sign-in.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { createAccount } from './access/create-account.ts'

const samplePath = resolve(import.meta.dirname, '../../shared/home-credit/home-credit-sample.zip')

describe.skipIf(!existsSync(samplePath))('The real sample', () => {
  test('goes from zip to a page and an MCP answer, which say that the model was trained on other data', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'credit-advisor-real-'))
    await runStep(['node', 'db/raw/data-import.ts', samplePath], { DATA_DIR: dataDir })
    // Real people's data are served behind accounts alone.
    const { email, oneTimePassword } = await createAccount(dataDir, {
      email: 'admin@bank.example',
      role: 'administrator',
    })
    const server = await startTestServer(dataDir, {
      AUTH_SECRET: 'a secret of at least thirty-two characters',
    })
    try {
      const cookie = await enrol(server, email, oneTimePassword)
      expect(server.announcement).toContain('trained on demo data')
      const status = serviceStatusSchema.parse(await (await server.fetch('/healthz')).json())
      expect(status).toMatchObject({ dataOrigin: 'import', clients: 10_000, trainedOnOtherData: true })

      const page = await (await server.fetch('/clients/100002', { headers: { cookie } })).text()
      expect(page).toContain('données de démonstration')
      const answer = await server.fetch('/mcp', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          authorization: `Bearer ${await makeToken(server, cookie)}`,
        },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'scoreClient', arguments: { clientId: 100_002 } },
        }),
      })
      const { result } = (await answer.json()) as {
        result: { structuredContent: { probabilityOfDefault: number; provenance: { notice: string } } }
      }
      expect(result.structuredContent.provenance.notice).toContain('démonstration')
      expect(result.structuredContent.probabilityOfDefault).toBeGreaterThan(0)
    } finally {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
})

/** Signs in for the first time, which asks for a password of one's own. */
async function enrol(server: TestServer, email: string, oneTimePassword: string): Promise<string> {
  const first = await signIn(server.url, { email, password: oneTimePassword })
  const response = await server.fetch('/account', {
    method: 'POST',
    headers: { cookie: first },
    body: new URLSearchParams({ current: oneTimePassword, next: 'an administrator has a long one' }),
  })
  expect(response.status).toBe(200)
  return response.headers.getSetCookie()[0]?.split(';')[0] as string
}

async function makeToken(server: TestServer, cookie: string): Promise<string> {
  const fields = { intent: 'create', name: 'assistant', scopes: 'clients:read', expiresInDays: '1' }
  const response = await server.fetch('/admin/tokens', {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(fields),
  })
  const [token] = /pad_[\w-]{43}/.exec(await response.text()) ?? []
  expect(token).toBeDefined()
  return token as string
}
