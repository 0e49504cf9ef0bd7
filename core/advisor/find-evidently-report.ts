import { createReadStream, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { resolveDataDir } from '#db/data-dir.ts'
import { type EvidentlyReport, evidentlyReportSchema } from '../contracts/evidently-report.ts'
import type { AdvisorContext } from './open-advisor.ts'

/** A folder's name, never a way out of it. */
const pointerSchema = z.object({ dataVersion: z.string().regex(/^[\w-][\w.-]{0,99}$/) })

interface FoundReport {
  summary: EvidentlyReport
  htmlPath: string
}

/**
 * evidently's report on the data that are served, otherwise the latest on any; null when there is none.
 *
 * @param dataDir Folder of all state; the environment's DATA_DIR unless given.
 */
export async function findEvidentlyReport(
  advisor: AdvisorContext,
  dataDir = resolveDataDir(),
): Promise<EvidentlyReport | null> {
  return locateReport(advisor, dataDir)?.summary ?? null
}

/** The HTML of the report that `findEvidentlyReport` finds; null when there is none. */
export async function openEvidentlyReport(
  advisor: AdvisorContext,
  dataDir = resolveDataDir(),
): Promise<Readable | null> {
  const found = locateReport(advisor, dataDir)
  if (!found) return null
  const file = await open(found.htmlPath).catch(() => null)
  return file && createReadStream(found.htmlPath, { fd: file })
}

function locateReport(advisor: AdvisorContext, dataDir: string): FoundReport | null {
  const driftDir = join(dataDir, 'drift')
  const served = readReport(driftDir, { dataVersion: advisor.servedDataset().dataVersion })
  return served ?? readReport(driftDir, readJson(join(driftDir, 'latest.json')))
}

function readReport(driftDir: string, pointer: unknown): FoundReport | null {
  const parsed = pointerSchema.safeParse(pointer)
  if (!parsed.success) return null
  const folder = join(driftDir, parsed.data.dataVersion)
  const summary = evidentlyReportSchema.safeParse(readJson(join(folder, 'summary.json')))
  return summary.success ? { summary: summary.data, htmlPath: join(folder, 'report.html') } : null
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
