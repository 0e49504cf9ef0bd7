import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { inventEvaluation } from '#app/gallery/invent-evaluation.ts'
import { committedBundlesDir, findChampion } from '#core/bundle/find-champion.ts'

/**
 * Copies a prepared DATA_DIR and puts the committed champion in it with an evaluation of made-up applicants, or with
 * none, as bundles had before. The caller removes it.
 *
 * @returns The new DATA_DIR.
 */
export function prepareModelRecords(preparedDataDir: string, hasEvaluation: boolean): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'model-records-'))
  cpSync(preparedDataDir, dataDir, { recursive: true })
  rmSync(join(dataDir, 'bundles'), { recursive: true, force: true })
  const champion = findChampion(dataDir)
  const bundle = join(dataDir, 'bundles', basename(champion))
  cpSync(champion, bundle, { recursive: true })
  cpSync(join(committedBundlesDir, 'champion.json'), join(dataDir, 'bundles/champion.json'))
  const manifest = JSON.parse(readFileSync(join(bundle, 'manifest.json'), 'utf8'))
  const evaluationPath = join(bundle, 'evaluation.json')
  delete manifest.files['evaluation.json']
  rmSync(evaluationPath, { force: true })
  if (hasEvaluation) {
    const text = JSON.stringify(inventEvaluation())
    writeFileSync(evaluationPath, text)
    manifest.files['evaluation.json'] = hash(text)
  }
  const manifestText = JSON.stringify(manifest)
  writeFileSync(join(bundle, 'manifest.json'), manifestText)
  writeRun(bundle, hasEvaluation ? hash(manifestText) : null)
  return dataDir
}

function writeRun(bundle: string, bundleSha256: string | null): void {
  const path = join(bundle, 'run.json')
  if (existsSync(path)) rmSync(path)
  if (bundleSha256 === null) return
  const run = {
    startedAt: '2026-11-24T20:10:00Z',
    seconds: 734,
    secondsByCandidate: { lightgbm: 48 },
    commit: null,
    hasUncommittedChanges: null,
    bundleSha256,
    modelCardSha256: 'a'.repeat(64),
  }
  writeFileSync(path, JSON.stringify(run))
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
