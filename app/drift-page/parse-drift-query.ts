import { type DriftQuery, driftSortKeys, mostOpen } from './drift-query.ts'

const longestSearch = 60

/** Reads the drift page's address. Nothing in it can make the page fail: what can't be used counts as absent. */
export function parseDriftQuery(parameters: URLSearchParams): DriftQuery {
  const window = parameters.get('window')?.trim()
  const sort = parameters.get('sort') ?? ''
  const names = parameters.getAll('open').filter((name) => /^[a-z][a-zA-Z0-9_]{0,59}$/.test(name))
  const open = [...new Set(names)].slice(-mostOpen)
  return {
    ...(window && window.length <= 100 && { window }),
    onlyDrifted: parameters.get('drifted') === '1',
    search: Array.from(parameters.get('column')?.trim() ?? '')
      .slice(0, longestSearch)
      .join(''),
    sort: driftSortKeys.find((key) => key === sort.replace(/^-/, '')) ?? 'rank',
    descending: sort.startsWith('-'),
    open,
    isWhole: parameters.get('columns') === 'all',
  }
}
