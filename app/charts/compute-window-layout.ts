import type { Histogram } from '#core/contracts/compare-cohort.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'

export interface WindowBar {
  /** Per cent of the drawing's width. */
  x: number
  width: number
  /** Share of the window's known values, and its height in per cent of the drawing. */
  referenceShare: number
  referenceHeight: number
  currentShare: number
  currentHeight: number
}

export interface WindowLayout {
  bars: WindowBar[]
  /** Whether each bar is a value of its own, with a name, rather than a range. */
  isCategorical: boolean
}

function toShares({ counts }: Histogram): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => (total === 0 ? 0 : count / total))
}

/**
 * Two windows over the same bins, as shares of each: windows differ in size. Every bin gets the same width, for the
 * outer two may reach far out.
 */
export function computeWindowLayout({ reference, current }: WindowDistribution): WindowLayout {
  const referenceShares = toShares(reference)
  const currentShares = toShares(current)
  const most = Math.max(...referenceShares, ...currentShares) || 1
  const width = 100 / Math.max(1, referenceShares.length)
  const round = (figure: number) => Math.round(figure * 100) / 100
  return {
    bars: referenceShares.map((referenceShare, index) => {
      const currentShare = currentShares[index] ?? 0
      return {
        x: round(index * width),
        width: round(width),
        referenceShare,
        referenceHeight: round((referenceShare / most) * 100),
        currentShare,
        currentHeight: round((currentShare / most) * 100),
      }
    }),
    isCategorical: reference.values !== undefined,
  }
}

/** The line along the tops of the current window's bins, from the axis up and back to it. */
export function outlineCurrent(bars: readonly WindowBar[]): { x: number; y: number }[] {
  const last = bars.at(-1)
  if (!last) return []
  return [
    { x: 0, y: 0 },
    ...bars.map(({ x, currentHeight }) => ({ x, y: currentHeight })),
    { x: 100, y: last.currentHeight },
    { x: 100, y: 0 },
  ]
}
