import { expect, test } from 'vitest'
import { buildNeighbourTree } from '../neighbours/build-neighbour-tree.ts'
import { dimensions } from '../neighbours/neighbour-clients.ts'
import { buildTreeApart } from './build-tree-apart.ts'

test('The tree of many clients is the same from another thread', async () => {
  const count = 60_000
  const clients = {
    coordinates: Float32Array.from({ length: count * dimensions }, (_, i) => Math.sin(i * i)),
    clientIds: Int32Array.from({ length: count }, (_, i) => 100_001 + i),
    targets: Uint8Array.from({ length: count }, (_, i) => Number(i % 12 === 0)),
    folds: Uint8Array.from({ length: count }, (_, i) => i % 5),
  }
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  expect(await buildTreeApart(clients)).toEqual(buildNeighbourTree(clients))
  clearInterval(counting)
  expect(turns).toBeGreaterThan(1)
})
