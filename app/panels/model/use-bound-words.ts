import { useMessages } from '../../components/use-messages.ts'
import type { FairnessBound } from './fairness-measures.ts'

/** Whether a bound is held, and what was found between which groups. */
export function useBoundWords(
  bound: FairnessBound,
  groupWords: (group: string) => string,
): { verdict: string; detail: string } {
  const { t, format } = useMessages()
  const isRatio = bound.measure === 'selectionRateRatio'
  const write = (figure: number) =>
    isRatio ? format.decimal(figure, 2) : t('model.fairness.points', { points: format.points(figure * 100) })
  const verdict = t(bound.held ? 'model.fairness.held' : 'model.fairness.notHeld')
  const limit = t(isRatio ? 'model.fairness.atLeast' : 'model.fairness.atMost', { bound: write(bound.bound) })
  if (bound.found === null) return { verdict, detail: t('model.fairness.tooFew', { limit }) }
  const [first, second] = bound.groups ?? []
  const between =
    first === undefined || second === undefined
      ? ''
      : first === second
        ? t('model.fairness.of', { group: groupWords(first) })
        : t('model.fairness.between', { first: groupWords(first), second: groupWords(second) })
  const isBeyond = isRatio ? bound.found < bound.bound : Math.abs(bound.found) > bound.bound
  const found = [
    t(isRatio ? 'model.fairness.ratio' : 'model.fairness.gap', { found: write(bound.found) }),
    between,
    bound.givenBaseRates ? t('model.fairness.givenBaseRates') : '',
  ]
  const text = `${found.filter(Boolean).join(' ')}. ${limit}`
  // Found beyond the bound, yet held: the interval reaches back to it.
  if (isBeyond && bound.held) return { verdict, detail: `${text} ${t('model.fairness.noise')}` }
  return { verdict, detail: text }
}
