export interface PlotScale {
  /** Where a figure lies, per cent of the axis; figures outside lie at its ends. */
  place(figure: number): number
  /** Whether a figure lies above the axis. */
  isAbove(figure: number): boolean
}

interface PlotScaleOptions {
  min: number
  max: number
  /** `root` spreads small shares and keeps zero; `log` spreads orders of magnitude. */
  kind?: 'linear' | 'root' | 'log'
}

const transforms: Record<NonNullable<PlotScaleOptions['kind']>, (figure: number) => number> = {
  linear: (figure) => figure,
  root: (figure) => Math.sqrt(Math.max(0, figure)),
  log: (figure) => Math.log(Math.max(figure, Number.MIN_VALUE)),
}

/** Places figures along an axis, to a hundredth of a per cent. */
export function createPlotScale({ min, max, kind = 'linear' }: PlotScaleOptions): PlotScale {
  const transform = transforms[kind]
  const [start, length] = [transform(min), transform(max) - transform(min)]
  return {
    place(figure) {
      const share = length > 0 ? (transform(figure) - start) / length : 0.5
      return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100
    },
    isAbove: (figure) => figure > max,
  }
}
