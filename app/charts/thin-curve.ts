/**
 * Leaves out the points of a curve that no eye could tell from their neighbours, so that a page does not carry them.
 * The ends stay.
 * @param resolution Share of the axes below which two points count as one.
 */
export function thinCurve<Point>(
  points: readonly Point[],
  place: (point: Point) => readonly [x: number, y: number],
  resolution = 0.004,
): Point[] {
  let kept: readonly [number, number] | undefined
  return points.filter((point, index) => {
    const [x, y] = place(point)
    const isFar = !kept || Math.hypot(x - kept[0], y - kept[1]) >= resolution
    if (!isFar && index < points.length - 1) return false
    kept = [x, y]
    return true
  })
}
