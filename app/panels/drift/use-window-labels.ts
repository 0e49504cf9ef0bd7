import type { Histogram } from '#core/contracts/compare-cohort.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { useMessages } from '../../components/use-messages.ts'
import { formatFeature } from '../../format/format-feature.ts'

export interface WindowLabels {
  /** What each bin holds. */
  bins: string[]
  /** What stands under the drawing, with its place in per cent of the width. */
  axis: { x: number; text: string }[]
}

const mostNames = 4

/** The words for a distribution's bins: ranges of values, or categories by name. */
export function useWindowLabels({ reference, unit }: WindowDistribution): WindowLabels {
  const messages = useMessages()
  const write = (figure: number) => formatFeature(figure, unit, messages)
  if (reference.values) return labelCategories(reference, reference.values, write)
  const { edges } = reference
  const bins = edges
    .slice(0, -1)
    .map((edge, index) =>
      messages.t('model.interval', { low: write(edge), high: write(edges[index + 1] as number) }),
    )
  const middle = Math.floor((edges.length - 1) / 2)
  const marked = edges.length > 3 ? [0, middle, edges.length - 1] : [0, edges.length - 1]
  return {
    bins,
    axis: marked.map((edge) => ({
      x: (edge / Math.max(1, edges.length - 1)) * 100,
      text: write(edges[edge] as number),
    })),
  }
}

function labelCategories(
  { valueLabels }: Histogram,
  values: readonly number[],
  write: (figure: number) => string,
): WindowLabels {
  const bins = values.map((value, index) => valueLabels?.[index] ?? write(value))
  const width = 100 / Math.max(1, bins.length)
  return {
    bins,
    axis: bins.length > mostNames ? [] : bins.map((text, index) => ({ x: (index + 0.5) * width, text })),
  }
}
