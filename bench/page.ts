import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { buildApp } from '#server/build-app.ts'
import { chromiumPath, ensureChromium } from '#testing/ensure-chromium.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { percentile } from './prepare/percentile.ts'
import { clientIdsOf, prepareBenchStore } from './prepare/prepare-bench-store.ts'

const clientCount = 307_511
const demoClientCount = 20_000
const warmUpPages = 20
const measuredPages = 200
const visits = 9

/**
 * The client's page, signed in. `serverP95Ms`: from request to the answer's last byte, one at a time, among 307,511
 * clients, each page another client's. `scriptKb`: every script that the page loads, as it travels. `lcpMs`: the median
 * largest contentful paint in Chromium on the demo, each visit with an empty cache.
 */
export async function run(): Promise<Record<string, number>> {
  ensureChromium()
  await buildApp()
  const full = await prepareBenchStore(clientCount)
  const served = await withServer(full, (server) => measureServer(server, clientIdsOf(full)))
  const demo = await prepareBenchStore(demoClientCount)
  const painted = await withServer(demo, (server) => measurePaint(server, clientIdsOf(demo)))
  return { ...served, ...painted }
}

/** Serves a copy's worth of a store: accounts and audit of the bench stay out of the store that other benches share. */
async function withServer<Figures>(
  dataDir: string,
  measure: (server: TestServer) => Promise<Figures>,
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-page-'))
  cpSync(join(dataDir, 'store.sqlite'), join(folder, 'store.sqlite'))
  const server = await startTestServer(folder)
  try {
    return await measure(server)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureServer(server: TestServer, clientIds: number[]) {
  const durations: number[] = []
  for (let i = -warmUpPages; i < measuredPages; i++) {
    const clientId = clientIds[((i + warmUpPages) * 1_409) % clientIds.length]
    const start = performance.now()
    const response = await server.fetch(`/clients/${clientId}`)
    await response.text()
    if (!response.ok) throw new Error(`The page of client ${clientId} answered ${response.status}.`)
    if (i >= 0) durations.push(performance.now() - start)
  }
  return {
    serverP50Ms: Number(percentile(durations, 0.5).toFixed(1)),
    serverP95Ms: Number(percentile(durations, 0.95).toFixed(1)),
    clients: clientIds.length,
  }
}

async function measurePaint({ url, headers }: TestServer, clientIds: number[]) {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  const [name = '', value = ''] = headers.cookie?.split('=', 2) ?? []
  const paints: number[] = []
  let scriptBytes = 0
  try {
    // The first visit warms the server and the browser up.
    for (let visit = -1; visit < visits; visit++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      await context.addCookies([{ name, value, url }])
      const page = await context.newPage()
      await page.goto(`${url}/clients/${clientIds[(visit + 1) * 37]}`, { waitUntil: 'networkidle' })
      if (visit >= 0) paints.push(await readLargestPaint(page))
      scriptBytes = Math.max(scriptBytes, await readScriptBytes(page))
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return {
    scriptKb: Number((scriptBytes / 1000).toFixed(1)),
    lcpMs: Math.round(percentile(paints, 0.5)),
    lcpWorstMs: Math.round(Math.max(...paints)),
  }
}

/** Milliseconds from the navigation's start to the last candidate for the largest paint. */
function readLargestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}

/** Bytes of all scripts, compressed as they travelled. */
function readScriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
}
