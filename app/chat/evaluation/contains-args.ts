/** Whether every expected value stands in the given ones, at any depth; lists are equal, in order. */
export function containsArgs(given: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(given) &&
      given.length === expected.length &&
      expected.every((item, index) => containsArgs(given[index], item))
    )
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof given !== 'object' || given === null) return false
    return Object.entries(expected).every(([key, value]) =>
      containsArgs((given as Record<string, unknown>)[key], value),
    )
  }
  return Object.is(given, expected)
}
