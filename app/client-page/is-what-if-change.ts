import { whatIfParameters } from '../what-if/what-if-request.ts'

/** Whether two addresses of a page differ in the what-if alone: the panel then asks for its score itself. */
export function isWhatIfChange(current: URL, next: URL): boolean {
  return current.pathname === next.pathname && keepOthers(current) === keepOthers(next)
}

function keepOthers({ searchParams }: URL): string {
  return [...searchParams]
    .filter(([name, text]) => text !== '' && !whatIfParameters.includes(name))
    .map((entry) => entry.join('='))
    .sort()
    .join('&')
}
