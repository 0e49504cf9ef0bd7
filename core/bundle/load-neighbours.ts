import { countBelow } from '../cohort/count-below.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { NeighboursManifest } from '../contracts/bundle-manifest.ts'
import { noFold } from '../neighbours/compute-nearest-default-rate.ts'
import { computeNearestDefaultRates } from '../neighbours/compute-nearest-default-rates.ts'
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
   * @param values Row-major, one row a place: values of the `inputs`, NaN where unknown.
   * @param leftOutFold The client's own fold when they are a training client, else `noFold`.
   * @returns One rate a place.
   */
  compute(values: Float32Array, leftOutFold: number): Float32Array
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
  return {
    feature: neighbours.feature,
    inputs: neighbours.inputs,
    foldOf: (clientId) => {
      const at = countBelow(clients.clientIds, clientId)
      return clients.clientIds[at] === clientId ? (clients.folds[at] as number) : noFold
    },
    compute: (values, leftOutFold) => {
      const places = standardise(values, neighbours)
      return Float32Array.from(
        computeNearestDefaultRates(tree, { places, size: neighbours.size, leftOutFold }),
      )
    },
  }
}

function standardise(values: Float32Array, { fills, centres, scales }: NeighboursManifest): Float32Array {
  return values.map((value, i) => {
    const d = i % dimensions
    const known = Number.isNaN(value) ? (fills[d] as number) : value
    return (known - (centres[d] as number)) / (scales[d] as number)
  })
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
