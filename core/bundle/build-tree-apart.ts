import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { buildNeighbourTree, type NeighbourTree } from '../neighbours/build-neighbour-tree.ts'
import type { NeighbourClients } from '../neighbours/neighbour-clients.ts'

/** Fewer are sorted faster than a thread begins. */
const clientsWorthAThread = 50_000

/**
 * Builds the tree of the training clients without holding up this thread: with 300,000 of them it takes more than a
 * second, in which a server that opens a promoted model would answer nobody.
 */
export async function buildTreeApart(clients: NeighbourClients): Promise<NeighbourTree> {
  if (clients.targets.length < clientsWorthAThread) return buildNeighbourTree(clients)
  const url = new URL('./neighbour-tree-worker.ts', import.meta.url)
  const [tree] = await once(new Worker(url, { workerData: clients, execArgv: [] }), 'message')
  return tree
}
