import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChampion } from '#core/bundle/find-champion.ts'
import type { BundleManifest } from '#core/contracts/bundle-manifest.ts'
import { parseTrees } from '#core/explanation/parse-trees.ts'

export interface BundleCopy {
  modelVersion: string
  /** The committed bundle's unless given. */
  threshold?: number
  /** Added to the raw score of every client; 0 leaves the model as it is. */
  shiftLogOdds?: number
}

/**
 * Writes a sound bundle beside the committed one's: the same trees but for one that is shifted, under its own
 * threshold. It is the champion after `promote`.
 */
export function writeBundleCopy(dataDir: string, copy: BundleCopy): string {
  const directory = join(dataDir, 'bundles', copy.modelVersion)
  mkdirSync(join(dataDir, 'bundles'), { recursive: true })
  // DATA_DIR has no champion when nothing was promoted: then this is the committed one.
  cpSync(findChampion(join(dataDir, 'none')), directory, { recursive: true })
  const modelPath = join(directory, 'model.onnx')
  const model = shiftFirstTree(readFileSync(modelPath), copy.shiftLogOdds ?? 0)
  writeFileSync(modelPath, model)
  changeManifest(directory, (manifest) => {
    const sha256 = createHash('sha256').update(model).digest('hex')
    manifest.modelVersion = copy.modelVersion
    manifest.model.sha256 = sha256
    if (manifest.files['model.onnx']) manifest.files['model.onnx'] = sha256
    if (copy.threshold !== undefined) {
      const band = { lower: copy.threshold * 0.9, upper: copy.threshold * 1.1 }
      manifest.decision = { ...manifest.decision, threshold: copy.threshold, reviewBand: band }
    }
  })
  return directory
}

/** Changes a bundle's manifest in place. */
export function changeManifest(directory: string, change: (manifest: BundleManifest) => void): void {
  const path = join(directory, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as BundleManifest
  change(manifest)
  writeFileSync(path, JSON.stringify(manifest))
}

/** Makes a bundle the champion in one step, as `npm run ml:promote` and `ml:rollback` do. */
export function promote(dataDir: string, modelVersion: string): void {
  const pointer = join(dataDir, 'bundles/champion.json')
  writeFileSync(`${pointer}.partial`, JSON.stringify({ modelVersion }))
  renameSync(`${pointer}.partial`, pointer)
}

/** Every client ends in one leaf of the first tree: all of its leaves are moved, wherever ONNX writes them. */
function shiftFirstTree(model: Buffer, shiftLogOdds: number): Buffer {
  const shifted = Buffer.from(model)
  if (shiftLogOdds === 0) return shifted
  const { treeRoots, leafValues } = parseTrees(model)
  for (let node = treeRoots[0] as number; node < (treeRoots[1] as number); node++) {
    const value = Buffer.from(Float32Array.of(leafValues[node] as number).buffer)
    const at = model.indexOf(value)
    if (leafValues[node] !== 0 && model.indexOf(value, at + 1) === -1) {
      shifted.writeFloatLE((leafValues[node] as number) + shiftLogOdds, at)
    }
  }
  return shifted
}
