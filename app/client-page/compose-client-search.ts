/** New values of parameters; null or an empty list takes a parameter out. */
export type ParameterChanges = Record<string, string | number | readonly string[] | null>

/** The page's search string with some parameters changed: every panel keeps the state of the others. */
export function composeClientSearch(search: string, changes: ParameterChanges): string {
  const parameters = new URLSearchParams(search)
  for (const [name, text] of [...parameters]) {
    if (text === '') parameters.delete(name, text)
  }
  for (const [name, change] of Object.entries(changes)) {
    parameters.delete(name)
    if (change === null) continue
    for (const text of Array.isArray(change) ? change : [change]) parameters.append(name, String(text))
  }
  const composed = parameters.toString()
  return composed && `?${composed}`
}
