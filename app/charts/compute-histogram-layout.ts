import type { Histogram } from '#core/contracts/compare-cohort.ts'

export interface HistogramBar {
  /** Per cent of the drawing's width and height. */
  x: number
  width: number
  height: number
  isClients: boolean
}

export interface HistogramLayout {
  bars: HistogramBar[]
  /** Where the client stands, per cent of the width; null when unknown. */
  client: number | null
  median: number | null
}

/**
 * Every bin gets the same width: the outer two reach to the extremes, and to scale they would squeeze all others.
 * Marks stand at their share of their bin; of values with a bin each, in its middle.
 */
export function computeHistogramLayout(
  { edges, counts, values }: Histogram,
  clientValue: number | null,
  median: number | null,
): HistogramLayout {
  const most = Math.max(...counts, 1)
  const width = 100 / Math.max(counts.length, 1)
  const place = (figure: number | null) => {
    if (figure === null || counts.length === 0) return null
    const bin = findBin(edges, figure)
    const [low, high] = [edges[bin] as number, edges[bin + 1] as number]
    const share = values ? 0.5 : Math.min(1, Math.max(0, (figure - low) / (high - low || 1)))
    return Math.round((bin + share) * width * 100) / 100
  }
  const own = clientValue === null || counts.length === 0 ? -1 : findBin(edges, clientValue)
  return {
    bars: counts.map((count, bin) => ({
      x: bin * width,
      width,
      height: (count / most) * 100,
      isClients: bin === own,
    })),
    client: place(clientValue),
    median: place(median),
  }
}

/** The bin that holds a figure; a figure outside counts to the nearest. */
function findBin(edges: readonly number[], figure: number): number {
  const next = edges.findIndex((edge) => edge > figure)
  const last = edges.length - 2
  return next < 0 ? last : Math.min(last, Math.max(0, next - 1))
}
