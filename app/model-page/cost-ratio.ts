export const ratioParameter = 'ratio'
export const ratioBounds = { min: 1, max: 50 } as const

/** Where the slider rests: every whole ratio while one step matters, then coarser. */
const usualStops = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 25, 30, 35, 40, 45, 50]

/** The slider's stops, ascending: the usual ones, and those that it must be able to show. */
export function listRatioStops(...alsoShown: readonly number[]): number[] {
  return [...new Set([...usualStops, ...alsoShown])].sort((a, b) => a - b)
}

/** A cost ratio as people type it, with at most one decimal; undefined when it is none or out of bounds. */
export function parseRatio(text: string): number | undefined {
  const compact = text.trim()
  if (!/^\d{1,2}([.,]\d)?$/.test(compact)) return undefined
  const ratio = Number(compact.replace(',', '.'))
  return ratio >= ratioBounds.min && ratio <= ratioBounds.max ? ratio : undefined
}

/**
 * The ratio that an address asks for. `rejected` holds at most 20 characters of what stood there and can't be used;
 * an empty value, as a form without scripts sends it, counts as absent.
 */
export function readRatio(
  parameters: URLSearchParams,
  served: number,
): { ratio: number; rejected: string | null } {
  const text = parameters.get(ratioParameter)?.trim() ?? ''
  if (text === '') return { ratio: served, rejected: null }
  const ratio = parseRatio(text)
  return ratio === undefined
    ? { ratio: served, rejected: Array.from(text).slice(0, 20).join('') }
    : { ratio, rejected: null }
}
