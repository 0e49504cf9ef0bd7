import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serviceStatusSchema } from '#core/contracts/service-status.ts'
import { runStep } from '#db/run-step.ts'
import { startTestServer } from '#testing/start-test-server.ts'

const samplePath = resolve(import.meta.dirname, '../../shared/home-credit/home-credit-sample.zip')

describe.skipIf(!existsSync(samplePath))('The real sample', () => {
  test('goes from zip to a page and an MCP answer, which say that the model was trained on other data', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'credit-advisor-real-'))
    await runStep(['node', 'db/raw/data-import.ts', samplePath], { DATA_DIR: dataDir })
    const server = await startTestServer(dataDir)
    try {
      expect(server.announcement).toContain('trained on demo data')
      const status = serviceStatusSchema.parse(await (await server.fetch('/healthz')).json())
      expect(status).toMatchObject({ dataOrigin: 'import', clients: 10_000, trainedOnOtherData: true })

      const page = await (await server.fetch('/clients/100002')).text()
      expect(page).toContain('données de démonstration')
      const answer = await server.fetch('/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
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
