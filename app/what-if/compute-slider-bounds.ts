import type { SliderField } from './what-if-request.ts'

export interface SliderBounds {
  min: number
  max: number
  step: number
}

/** How far each slider reaches, in shares of the present value. */
const reaches: Record<
  Exclude<SliderField, 'termMonths'>,
  { least: number; most: number; largest: number }
> = {
  creditAmount: { least: 0.4, most: 1.5, largest: 5_000_000 },
  goodsPriceAmount: { least: 0.4, most: 1.5, largest: 5_000_000 },
  annualIncomeAmount: { least: 0.5, most: 2, largest: 20_000_000 },
}
/** Terms that lenders of this kind offer, in instalments. */
const terms = { least: 6, most: 60 }
const positions = 110

/** Bounds in round figures about the present value that hold the shown value too. */
export function computeSliderBounds(field: SliderField, present: number, shown: number): SliderBounds {
  if (field === 'termMonths') {
    return {
      min: Math.min(terms.least, present, shown),
      max: Math.max(terms.most, present, shown),
      step: 1,
    }
  }
  const { least, most, largest } = reaches[field]
  const step = chooseStep((present * (most - least)) / positions)
  const low = Math.min(present * least, shown)
  const high = Math.min(largest, Math.max(present * most, shown))
  return {
    min: Math.max(step, Math.floor(low / step) * step),
    max: Math.max(Math.ceil(high / step) * step, 2 * step),
    step,
  }
}

/** The figure of a slider's position: at the present value's own position the present value itself. */
export function readSlider(position: number, present: number, bounds: SliderBounds): number {
  return position === placeOnSlider(present, bounds) ? present : position
}

/** The slider's position nearest to a figure. */
export function placeOnSlider(figure: number, { min, max, step }: SliderBounds): number {
  const position = min + Math.round((figure - min) / step) * step
  return Math.min(max, Math.max(min, position))
}

/** 1, 2 or 5 times a power of ten, at least one. */
function chooseStep(exact: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(exact, 1)))
  const digit = [1, 2, 5, 10].find((candidate) => candidate * power >= exact) ?? 10
  return digit * power
}
