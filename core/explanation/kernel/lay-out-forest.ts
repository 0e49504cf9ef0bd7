import type { TreeEnsemble } from '../tree-ensemble.ts'
import { computeQuadrature } from './compute-quadrature.ts'
import { type TracedTree, traceTree } from './trace-tree.ts'

const forestBytes = 40
const treeBytes = 16
const splitBytes = 64
const pageBytes = 65_536

/** A forest in WebAssembly memory, as explain-rows.as reads it. */
export interface ForestMemory {
  memory: WebAssembly.Memory
  /** Where the kernel finds everything else. */
  forestAddress: number
  /** Rows to explain, row-major, to be written before a call. */
  rows: Float32Array
  /** Their contributions, row-major, to be zeroed before a call and read after it. */
  contributions: Float64Array
  baseValueLogOdds: number
}

/** Writes a forest, and room for `rowCapacity` rows and their contributions, into new WebAssembly memory. */
export function layOutForest(ensemble: TreeEnsemble, rowCapacity: number): ForestMemory {
  const { featureCount } = ensemble
  const traced = Array.from(ensemble.treeRoots, (root) => traceTree(ensemble, root))
  const baseValueLogOdds = traced.reduce((sum, tree) => sum + tree.meanLogOdds, ensemble.offsetLogOdds)
  const trees = traced.filter(({ splits }) => splits.length > 0)
  const widths = trees.map(pointBytes)
  const quadratureBytes = 2 * sum([...new Set(widths)])
  const most = (measure: (tree: TracedTree, index: number) => number) => Math.max(0, ...trees.map(measure))

  const allocator = createAllocator()
  const addresses = {
    forest: allocator.take(forestBytes),
    trees: allocator.take(trees.length * treeBytes),
    splits: allocator.take(sum(trees.map(({ splits }) => splits.length)) * splitBytes),
    leafValues: allocator.take(sum(trees.map(({ leafValues }) => leafValues.length)) * 8),
    quadratures: allocator.take(quadratureBytes),
    rows: allocator.take(rowCapacity * featureCount * 4),
    contributions: allocator.take(rowCapacity * featureCount * 8),
    coefficients: allocator.take(16 + most(({ splits }) => splits.length) * 16),
    products: allocator.take(most(({ splits }, i) => splits.length * (widths[i] as number))),
    sums: allocator.take(most(({ splits }, i) => (2 * splits.length + 1) * (widths[i] as number))),
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(allocator.end() / pageBytes) })
  const view = new DataView(memory.buffer)
  const {
    forest,
    trees: treesAt,
    splits,
    leafValues,
    rows,
    contributions,
    coefficients,
    products,
    sums,
  } = addresses
  const pointers = [treesAt, splits, leafValues, rows, contributions, coefficients, products, sums]
  writeInts(view, forest, [trees.length, featureCount, ...pointers])
  writeTrees(view, trees, addresses)
  return {
    memory,
    forestAddress: forest,
    rows: new Float32Array(memory.buffer, rows, rowCapacity * featureCount),
    contributions: new Float64Array(memory.buffer, contributions, rowCapacity * featureCount),
    baseValueLogOdds,
  }
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** An integrand of d conditions has degree d − 1: ⌈d/2⌉ points, made even to fill vectors of two. */
function pointBytes({ conditionCount }: TracedTree): number {
  return Math.ceil(conditionCount / 4) * 16
}

function createAllocator(): { take(bytes: number): number; end(): number } {
  let end = 0
  return {
    take(bytes) {
      const address = end
      end += Math.ceil(bytes / 64) * 64
      return address
    },
    end: () => end,
  }
}

function writeInts(view: DataView, address: number, integers: number[]): void {
  for (const [i, integer] of integers.entries()) view.setInt32(address + 4 * i, integer, true)
}

function writeDoubles(view: DataView, address: number, doubles: ArrayLike<number>): void {
  for (let i = 0; i < doubles.length; i++) view.setFloat64(address + 8 * i, doubles[i] as number, true)
}

function writeTrees(
  view: DataView,
  trees: TracedTree[],
  addresses: { trees: number; splits: number; leafValues: number; quadratures: number },
): void {
  const pointsByWidth = new Map<number, number>()
  let { trees: treeAt, splits: splitAt, leafValues: leafAt, quadratures: quadratureAt } = addresses
  for (const tree of trees) {
    const width = pointBytes(tree)
    if (!pointsByWidth.has(width)) {
      const { points, weights } = computeQuadrature(width / 8)
      writeDoubles(view, quadratureAt, points)
      writeDoubles(view, quadratureAt + width, weights)
      pointsByWidth.set(width, quadratureAt)
      quadratureAt += 2 * width
    }
    const points = pointsByWidth.get(width) as number
    writeInts(view, treeAt, [tree.splits.length, tree.leafValues.length, width, points])
    writeDoubles(view, leafAt, tree.leafValues)
    for (const split of tree.splits) {
      writeDoubles(view, splitAt, [split.oddsTrue, -1, split.oddsFalse])
      view.setFloat32(splitAt + 24, split.threshold, true)
      const { feature, missingTracksTrue, parent, parentEdge, parentEarlierEdge, earlierEdge } = split
      const links = [parent, parentEdge, parentEarlierEdge, earlierEdge, split.trueSlot, split.falseSlot]
      writeInts(view, splitAt + 28, [feature, missingTracksTrue, ...links])
      splitAt += splitBytes
    }
    treeAt += treeBytes
    leafAt += tree.leafValues.length * 8
  }
}
