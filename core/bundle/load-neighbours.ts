import { countBelow } from '../cohort/count-below.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { NeighboursManifest } from '../contracts/bundle-manifest.ts'
import { computeNearestDefaultRate, noFold } from '../neighbours/compute-nearest-default-rate.ts'
import { dimensions, type NeighbourClients } from '../neighbours/neighbour-clients.ts'
import { buildTreeApart } from './build-tree-apart.ts'
import type { ModelBundle } from './load-bundle.ts'

/** The feature that the model computes itself: the default rate of the nearest training clients. */
export interface NearestDefaultRate {
  feature: string
  /** The features that say where a client stands. */
  inputs: readonly string[]
  /** The fold that judged a training client; `noFold` for anyone else. */
  foldOf(clientId: number): number
  /**
   * @param inputs Values of the `inputs`, NaN where unknown.
   * @param leftOutFold The client's own fold when they are a training client, else `noFold`.
   */
  compute(inputs: readonly number[], leftOutFold: number): number
}

const bytesPerClient = dimensions * 4 + 4 + 1 + 1

/**
 * Reads the training clients of a bundle whose model looks at the nearest of them; null for other models.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when the file does not hold as many clients as the manifest says.
 */
export async function loadNeighbours(bundle: ModelBundle): Promise<NearestDefaultRate | null> {
  const { neighbours } = bundle.manifest
  if (!neighbours) return null
  const clients = readClients(bundle, neighbours)
  const tree = await buildTreeApart(clients)
  const place = new Float32Array(dimensions)
  return {
    feature: neighbours.feature,
    inputs: neighbours.inputs,
    foldOf: (clientId) => {
      const at = countBelow(clients.clientIds, clientId)
      return clients.clientIds[at] === clientId ? (clients.folds[at] as number) : noFold
    },
    compute: (inputs, leftOutFold) => {
      for (let d = 0; d < dimensions; d++) {
        const known = Number.isNaN(inputs[d]) ? (neighbours.fills[d] as number) : (inputs[d] as number)
        place[d] = (known - (neighbours.centres[d] as number)) / (neighbours.scales[d] as number)
      }
      return Math.fround(computeNearestDefaultRate(tree, { place, size: neighbours.size, leftOutFold }))
    },
  }
}

function readClients(
  { directory, files }: ModelBundle,
  { file, clients }: NeighboursManifest,
): NeighbourClients {
  const bytes = files.get(file)
  if (bytes?.byteLength !== clients * bytesPerClient) {
    throw new AdvisorError('BUNDLE_CORRUPT', {
      found: `${file} of ${directory} holds ${bytes?.byteLength ?? 'no'} bytes.`,
      expected: `Expected ${clients * bytesPerClient}, for the ${clients} clients of the manifest.`,
      nextStep: 'Restore the bundle, or train and promote a new one.',
    })
  }
  // A pooled buffer need not start where floats may.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const idsAt = byteOffset + clients * dimensions * 4
  const targetsAt = idsAt + clients * 4
  return {
    coordinates: new Float32Array(buffer, byteOffset, clients * dimensions),
    clientIds: new Int32Array(buffer, idsAt, clients),
    targets: new Uint8Array(buffer, targetsAt, clients),
    folds: new Uint8Array(buffer, targetsAt + clients, clients),
  }
}
