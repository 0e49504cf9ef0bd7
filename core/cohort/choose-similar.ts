import type { SimilarityMatrix } from './build-similarity-matrix.ts'
import type { ChosenClients } from './chosen-clients.ts'

/** After so many features a client is dropped who is already farther than the group. */
const stride = 4

/**
 * The `size` clients nearest to a client, who is not among them; of equally near ones those with lower ids. All the
 * others when there are no more than `size`.
 *
 * @param client Number of the client in the order of ids.
 */
export function chooseSimilar(matrix: SimilarityMatrix, client: number, size: number): ChosenClients {
  const { clientCount } = matrix
  const mask = new Uint8Array(clientCount)
  const count = Math.min(size, clientCount - 1)
  if (count <= 0) return { mask, members: new Uint32Array() }
  const nearest = createNearest(count)
  scan(matrix, client, nearest)
  for (const chosen of nearest.clients) mask[chosen] = 1
  return { mask, members: nearest.clients }
}

/** Offers every other client by rising id, so that a later one of equal distance is never nearer. */
function scan(
  { clientCount, featureCount, places }: SimilarityMatrix,
  client: number,
  nearest: Nearest,
): void {
  const own = places.slice(client * featureCount, (client + 1) * featureCount)
  let farthest = Number.POSITIVE_INFINITY
  for (let other = 0; other < clientCount; other++) {
    let distance = 0
    const row = other * featureCount
    for (let start = 0; start < featureCount && distance < farthest; start += stride) {
      const end = Math.min(start + stride, featureCount)
      for (let i = start; i < end; i++) {
        const difference = places[row + i]! - own[i]!
        distance += difference * difference
      }
    }
    if (distance < farthest && other !== client) farthest = nearest.add(other, distance)
  }
}

interface Nearest {
  clients: Uint32Array
  /** Takes a client in, for the farthest one when there is no room; gives the distance to be below from now on. */
  add(client: number, distance: number): number
}

/** A binary heap with the farthest client on top; of equally far ones the one with the higher id. */
function createNearest(count: number): Nearest {
  const clients = new Uint32Array(count)
  const distances = new Float64Array(count)
  let filled = 0
  const isFarther = (a: number, b: number) =>
    distances[a]! > distances[b]! || (distances[a] === distances[b] && clients[a]! > clients[b]!)
  const swap = (a: number, b: number) => {
    const [client, distance] = [clients[a]!, distances[a]!]
    clients[a] = clients[b]!
    distances[a] = distances[b]!
    clients[b] = client
    distances[b] = distance
  }
  const rise = (from: number) => {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (!isFarther(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  const sink = () => {
    let at = 0
    while (true) {
      const left = 2 * at + 1
      if (left >= count) return
      const child = left + 1 < count && isFarther(left + 1, left) ? left + 1 : left
      if (!isFarther(child, at)) return
      swap(at, child)
      at = child
    }
  }
  return {
    clients,
    add(client, distance) {
      const at = filled < count ? filled++ : 0
      clients[at] = client
      distances[at] = distance
      if (at > 0 || filled === 1) rise(at)
      else sink()
      return filled < count ? Number.POSITIVE_INFINITY : distances[0]!
    },
  }
}
