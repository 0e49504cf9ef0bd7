/**
 * Round figures from `min` to `max`, some `count` of them: steps of 1, 2 or 5 times a power of ten.
 * @returns Ascending, each free of the noise that adding steps would leave.
 */
export function listTicks(min: number, max: number, count = 5): number[] {
  const rough = (max - min) / Math.max(1, count)
  if (!(rough > 0)) return [min]
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}
