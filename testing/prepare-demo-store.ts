import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildApp } from '#server/build-app.ts'
import { prepareData } from '#server/prepare-data.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A DATA_DIR with a loaded, scored store of demo clients. Read it only: every test of the run shares it. */
    demoDataDir: string
  }
}

export const demoClientCount = 1500

/** Builds the real demo store once for all tests of the product. */
export default async function setup(project: TestProject): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-advisor-test-'))
  await buildApp()
  await prepareData({ dataDir, demoClients: demoClientCount, demoSeed: 7 })
  project.provide('demoDataDir', dataDir)
  return () => rmSync(dataDir, { recursive: true, force: true })
}
