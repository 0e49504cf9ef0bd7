import { dimensions } from './neighbour-clients.ts'

/** Places near to each other, with the box that holds them. */
export interface PlaceGroup {
  places: Float32Array[]
  low: Float32Array
  high: Float32Array
}

/** Numbers of the places (row-major, `places × 4`) along the coordinate in which they differ most: the next is near. */
export function orderPlaces(places: Float32Array): Uint32Array {
  const count = places.length / dimensions
  const { low, high } = groupPlaces(Array.from({ length: count }, (_, i) => placeAt(places, i)))
  let widest = 0
  for (let d = 1; d < dimensions; d++) {
    if (high[d]! - low[d]! > high[widest]! - low[widest]!) widest = d
  }
  const along = (place: number) => places[place * dimensions + widest]!
  return Uint32Array.from({ length: count }, (_, place) => place).sort((a, b) => along(a) - along(b))
}

/** The coordinates of place number `place`. */
export function placeAt(places: Float32Array, place: number): Float32Array {
  return places.subarray(place * dimensions, (place + 1) * dimensions)
}

/** Puts at least one place in a group. */
export function groupPlaces(places: Float32Array[]): PlaceGroup {
  const low = places[0]!.slice()
  const high = places[0]!.slice()
  for (const place of places) {
    for (let d = 0; d < dimensions; d++) {
      if (place[d]! < low[d]!) low[d] = place[d]!
      if (place[d]! > high[d]!) high[d] = place[d]!
    }
  }
  return { places, low, high }
}

/** How far two places are from each other; not squared. */
export function measureWay(from: Float32Array, to: Float32Array): number {
  let squared = 0
  for (let d = 0; d < dimensions; d++) squared += (from[d]! - to[d]!) ** 2
  return Math.sqrt(squared)
}
