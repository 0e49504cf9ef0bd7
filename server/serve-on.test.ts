import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { findChampion } from '#core/bundle/find-champion.ts'
import type { BundleManifest } from '#core/contracts/bundle-manifest.ts'
import { serviceHealthSchema } from '#core/contracts/service-status.ts'
import { openFeatureStore } from '#db/store/open-feature-store.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { type Answer, keepAsking, type Question } from '#testing/keep-asking.ts'
import { promote, writeBundleCopy } from '#testing/promote-copy.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'

let dataDir: string
let server: TestServer
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'serve-on-'))
  cpSync(inject('demoDataDir'), dataDir, { recursive: true })
  server = await startTestServer(dataDir, { LOG_LEVEL: 'info' })
})
afterEach(async () => {
  await server.stop('SIGKILL')
  rmSync(dataDir, { recursive: true })
})

const call = (id: number, name: string, args: object): Question => ({
  path: '/mcp',
  body: { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } },
})

/** Questions at every door, about a few clients. */
function composeQuestions(): Question[] {
  const store = openFeatureStore({ dataDir, readonly: true })
  const clientIds = listAllClientIds(store).slice(0, 5)
  store.close()
  return clientIds.flatMap((clientId, i) => [
    { path: `/api/v1/clients/${clientId}/score` },
    call(i, 'scoreClient', { clientId }),
    { path: `/api/v1/clients/${clientId}/cohort?kind=all` },
    { path: `/clients?sort=probabilityOfDefault&page=${i + 1}` },
    call(i, 'compareCohort', { clientId, cohort: { kind: 'similar', size: 50 } }),
    { path: `/api/v1/clients/${clientId}/explanation` },
    { path: `/clients/${clientId}` },
    call(i, 'explainClient', { clientId }),
    { path: `/api/v1/clients/${clientId}/simulation`, body: { changes: { creditAmount: 500_000 } } },
    { path: '/healthz' },
  ])
}

interface StructuredAnswer {
  provenance: { modelVersion: string; modelSha256: string }
  decisionThreshold?: number
}

interface KnownModel {
  sha256: string
  threshold: number
}

/** Holds every answer to one model: its hash, its threshold, and for each question what it said the time before. */
function createChecker(models: ReadonlyMap<string, KnownModel>) {
  const saidBefore = new Map<string, string>()
  const seen = new Set<string>()

  function checkJson(question: Question, structured: StructuredAnswer): void {
    const { provenance, ...said } = structured
    const model = models.get(provenance.modelVersion)
    expect(provenance.modelSha256).toBe(model?.sha256)
    if (said.decisionThreshold !== undefined) expect(said.decisionThreshold).toBe(model?.threshold)
    const key = `${provenance.modelVersion} ${JSON.stringify(question)}`
    const text = JSON.stringify(said)
    expect(text, key).toBe(saidBefore.get(key) ?? text)
    saidBefore.set(key, text)
    seen.add(provenance.modelVersion)
  }
  return {
    seen,
    check({ question, status, headers, text }: Answer): void {
      expect(status, `${question.path}: ${text.slice(0, 300)}`).toBe(200)
      if (headers['content-type']?.startsWith('text/html')) {
        const named = [...models.keys()].filter((modelVersion) => text.includes(modelVersion))
        expect(named, question.path).toHaveLength(1)
        expect(text).not.toContain('error-boundary')
        return
      }
      const body = JSON.parse(text)
      if (question.path === '/healthz') return
      const structured = question.path === '/mcp' ? body.result?.structuredContent : body
      expect(structured, text.slice(0, 300)).toBeDefined()
      checkJson(question, structured)
    },
  }
}

function readModel(directory: string): [string, KnownModel] {
  const { modelVersion, model, decision } = JSON.parse(
    readFileSync(join(directory, 'manifest.json'), 'utf8'),
  ) as BundleManifest
  return [modelVersion, { sha256: model.sha256, threshold: decision.threshold }]
}

const readHealth = async () => serviceHealthSchema.parse(await (await fetch(`${server.url}/healthz`)).json())
const untilServed = (modelVersion: string) =>
  expect
    .poll(async () => (await readHealth()).modelVersion, { timeout: 30_000, interval: 100 })
    .toBe(modelVersion)

describe('Under constant load', () => {
  test('models are promoted, refused and rolled back, data are loaded, and not one request fails or mixes two', async () => {
    const committed = findChampion(dataDir)
    const models = new Map([
      readModel(committed),
      readModel(writeBundleCopy(dataDir, { modelVersion: 'shifted-up', threshold: 0.3, shiftLogOdds: 0.5 })),
      readModel(
        writeBundleCopy(dataDir, { modelVersion: 'shifted-down', threshold: 0.05, shiftLogOdds: -0.5 }),
      ),
      readModel(writeBundleCopy(dataDir, { modelVersion: 'same-but-strict', threshold: 0.02 })),
    ])
    const { check, seen } = createChecker(models)
    const asking = keepAsking(server.url, composeQuestions(), {
      connections: 6,
      check,
      headers: server.headers,
    })
    await expect.poll(() => asking.answered(), { timeout: 30_000 }).toBeGreaterThan(30)

    promote(dataDir, 'shifted-up')
    await untilServed('shifted-up')
    const broken = writeBundleCopy(dataDir, { modelVersion: 'broken' })
    writeFileSync(join(broken, 'model.onnx'), 'half of it')
    promote(dataDir, 'broken')
    await expect.poll(async () => (await readHealth()).pending?.state, { timeout: 20_000 }).toBe('refused')
    expect(await readHealth()).toMatchObject({
      modelVersion: 'shifted-up',
      pending: { modelVersion: 'broken' },
    })

    const loading = promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, '../db/store/store-load.ts')],
      { env: { ...process.env, DATA_DIR: dataDir } },
    )
    promote(dataDir, 'shifted-down')
    promote(dataDir, 'same-but-strict')
    await loading
    await untilServed('same-but-strict')
    promote(dataDir, basename(committed))
    rmSync(join(dataDir, 'bundles/champion.json'))
    await untilServed(basename(committed))
    await asking.stop()
    expect([...seen]).toEqual(expect.arrayContaining([basename(committed), 'shifted-up', 'same-but-strict']))
    expect((await readHealth()).pending).toBeNull()
  })

  test('a server that is told to stop answers all that it has let in', async () => {
    const { check } = createChecker(new Map([readModel(findChampion(dataDir))]))
    const asking = keepAsking(server.url, composeQuestions(), {
      connections: 12,
      check,
      headers: server.headers,
    })
    // As browsers open them in advance: never used.
    const unused = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1' })
    unused.on('error', () => {})
    await expect.poll(() => asking.answered(), { timeout: 30_000 }).toBeGreaterThan(60)
    expect(await server.stop()).toBe(0)
    await asking.refused()
  })

  test('stops in the middle of a promotion, too, and the next start serves what was promoted', async () => {
    const models = new Map([
      readModel(findChampion(dataDir)),
      readModel(writeBundleCopy(dataDir, { modelVersion: 'shifted-up', threshold: 0.3, shiftLogOdds: 0.5 })),
    ])
    const { check } = createChecker(models)
    const asking = keepAsking(server.url, composeQuestions(), {
      connections: 4,
      check,
      headers: server.headers,
    })
    promote(dataDir, 'shifted-up')
    await expect
      .poll(async () => (await readHealth()).pending?.state, { timeout: 20_000, interval: 10 })
      .toBe('scoring')
    expect(await server.stop()).toBe(0)
    await asking.refused()
    server = await startTestServer(dataDir)
    expect(await readHealth()).toMatchObject({ modelVersion: 'shifted-up', pending: null })
  })
})
