// AssemblyScript, compiled to explain-rows.wasm.ts by the test beside it (npx vitest run core/explanation/kernel -u).
//
// Exact path-dependent TreeSHAP as an integral over t in (0, 1), two lanes a step. An edge that the row follows has
// the coefficient 1/share − 1 (share: of the training clients at the split, how many followed it), any other −1; its
// factor is 1 + coefficient·t. With P the product of the factors above a split and S the sum over the leaves below
// a node of value × product of the factors between, a split on a feature new to its path contributes
// ∫ P·(cTrue·STrue + cFalse·SFalse) dt. Where the path read the feature before, the earlier factor is divided out and
// the earlier contribution taken back. lay-out-forest.ts writes the structures below.

@unmanaged class Forest {
  treeCount: i32
  featureCount: i32
  trees: usize
  splits: usize
  leafValues: usize
  rows: usize
  contributions: usize
  coefficients: usize
  products: usize
  sums: usize
}

@unmanaged class Tree {
  splitCount: i32
  leafCount: i32
  // Bytes of one value a quadrature point: a whole number of vectors.
  width: i32
  // The quadrature's points, then its weights, which stand above the root.
  points: usize
}

// Parents before children. Edges are slots of coefficients, where slot 0 holds 0: no edge.
@unmanaged class Split {
  // The three are read by index: what is loaded, not where to branch, depends on the row.
  oddsTrue: f64
  unmet: f64
  oddsFalse: f64
  threshold: f32
  feature: i32
  missingTracksTrue: i32
  parent: i32
  parentEdge: i32
  parentEarlierEdge: i32
  earlierEdge: i32
  trueSlot: i32
  falseSlot: i32
  padding: i32
}

export function explainRows(address: usize, rowCount: i32): void {
  const forest = changetype<Forest>(address)
  let splits = forest.splits
  let leafValues = forest.leafValues
  for (let index = 0; index < forest.treeCount; index++) {
    const tree = changetype<Tree>(forest.trees + <usize>index * offsetof<Tree>())
    let row = forest.rows
    let contributions = forest.contributions
    for (let i = 0; i < rowCount; i++) {
      descend(forest, tree, splits, row)
      placeLeaves(forest, tree, leafValues)
      ascend(forest, tree, splits, contributions)
      row += <usize>forest.featureCount << 2
      contributions += <usize>forest.featureCount << 3
    }
    splits += <usize>tree.splitCount * offsetof<Split>()
    leafValues += <usize>tree.leafCount << 3
  }
}

// Every edge's coefficient, and the product of factors above every split.
function descend(forest: Forest, tree: Tree, splits: usize, row: usize): void {
  const coefficients = forest.coefficients
  const products = forest.products
  const width = <usize>tree.width
  const one = f64x2.splat(1)
  for (let n = 0; n < tree.splitCount; n++) {
    const split = changetype<Split>(splits + <usize>n * offsetof<Split>())
    const value = load<f32>(row + (<usize>split.feature << 2))
    const goesTrue = i32(value <= split.threshold) | (i32(value != value) & split.missingTracksTrue)
    const met = i32(load<f64>(coefficients + (<usize>split.earlierEdge << 3)) >= 0)
    const edges = coefficients + (<usize>n << 4)
    const odds = changetype<usize>(split)
    store<f64>(edges, load<f64>(odds + (<usize>(1 - (goesTrue & met)) << 3)), 16)
    store<f64>(edges, load<f64>(odds + (<usize>((1 - goesTrue) & met) << 3), 8), 24)

    const product = products + <usize>n * width
    const above = n == 0 ? tree.points + width : products + <usize>split.parent * width
    const coefficient = v128.load64_splat(coefficients + (<usize>split.parentEdge << 3))
    if (split.parentEarlierEdge == 0) {
      for (let q: usize = 0; q < width; q += 16) {
        const factor = f64x2.add(one, f64x2.mul(coefficient, v128.load(tree.points + q)))
        v128.store(product + q, f64x2.mul(v128.load(above + q), factor))
      }
    } else {
      const earlier = v128.load64_splat(coefficients + (<usize>split.parentEarlierEdge << 3))
      for (let q: usize = 0; q < width; q += 16) {
        const t = v128.load(tree.points + q)
        const factor = f64x2.add(one, f64x2.mul(coefficient, t))
        const divisor = f64x2.add(one, f64x2.mul(earlier, t))
        v128.store(product + q, f64x2.div(f64x2.mul(v128.load(above + q), factor), divisor))
      }
    }
  }
}

function placeLeaves(forest: Forest, tree: Tree, leafValues: usize): void {
  const width = <usize>tree.width
  let slot = forest.sums + <usize>tree.splitCount * width
  for (let leaf = 0; leaf < tree.leafCount; leaf++) {
    const value = v128.load64_splat(leafValues + (<usize>leaf << 3))
    const end = slot + width
    for (; slot < end; slot += 16) v128.store(slot, value)
  }
}

// The sum below every split, and from it the split's contribution.
function ascend(forest: Forest, tree: Tree, splits: usize, contributions: usize): void {
  const coefficients = forest.coefficients
  const sums = forest.sums
  const width = <usize>tree.width
  const one = f64x2.splat(1)
  for (let n = tree.splitCount - 1; n >= 0; n--) {
    const split = changetype<Split>(splits + <usize>n * offsetof<Split>())
    const cTrue = v128.load64_splat(coefficients + (<usize>n << 4), 16)
    const cFalse = v128.load64_splat(coefficients + (<usize>n << 4), 24)
    const belowTrue = sums + <usize>split.trueSlot * width
    const belowFalse = sums + <usize>split.falseSlot * width
    const sum = sums + <usize>n * width
    const product = forest.products + <usize>n * width
    let contribution = f64x2.splat(0)
    if (split.earlierEdge == 0) {
      for (let q: usize = 0; q < width; q += 16) {
        const sTrue = v128.load(belowTrue + q)
        const sFalse = v128.load(belowFalse + q)
        const difference = f64x2.add(f64x2.mul(cTrue, sTrue), f64x2.mul(cFalse, sFalse))
        const rise = f64x2.mul(v128.load(tree.points + q), difference)
        v128.store(sum + q, f64x2.add(f64x2.add(sTrue, sFalse), rise))
        contribution = f64x2.add(contribution, f64x2.mul(v128.load(product + q), difference))
      }
    } else {
      const earlier = v128.load64_splat(coefficients + (<usize>split.earlierEdge << 3))
      for (let q: usize = 0; q < width; q += 16) {
        const sTrue = v128.load(belowTrue + q)
        const sFalse = v128.load(belowFalse + q)
        const t = v128.load(tree.points + q)
        const inverse = f64x2.div(one, f64x2.add(one, f64x2.mul(earlier, t)))
        const difference = f64x2.add(f64x2.mul(cTrue, sTrue), f64x2.mul(cFalse, sFalse))
        const below = f64x2.mul(f64x2.add(f64x2.add(sTrue, sFalse), f64x2.mul(t, difference)), inverse)
        v128.store(sum + q, below)
        const change = f64x2.mul(f64x2.sub(difference, f64x2.mul(earlier, below)), inverse)
        contribution = f64x2.add(contribution, f64x2.mul(v128.load(product + q), change))
      }
    }
    const total = contributions + (<usize>split.feature << 3)
    store<f64>(total, load<f64>(total) + f64x2.extract_lane(contribution, 0) + f64x2.extract_lane(contribution, 1))
  }
}
