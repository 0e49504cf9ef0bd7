interface FoldFigureProps {
  /** Over the folds. */
  figure: { mean: number; deviation: number }
  write(figure: number): string
  isStrong?: boolean
}

/** A cell with a mean over the folds, and its standard deviation below. */
export function FoldFigure({ figure, write, isStrong = false }: FoldFigureProps) {
  return (
    <td className="text-right last:pr-2">
      <span className={isStrong ? 'font-[600]' : undefined}>{write(figure.mean)}</span>
      <span className="block text-xs text-ink-3">±&nbsp;{write(figure.deviation)}</span>
    </td>
  )
}
