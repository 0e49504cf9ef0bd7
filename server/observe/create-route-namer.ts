import type { ServerBuild } from '@remix-run/node'
import { restOperations } from '../rest/operations.ts'

/** Where a request came in, and the pattern of its path: never the path itself, which may name a client. */
export interface NamedRoute {
  door: 'page' | 'rest' | 'mcp' | 'static' | 'operations'
  route: string
}

type Routes = Pick<ServerBuild, 'routes'>['routes']

const restPath = '/api/v1'
const fixed: Record<string, NamedRoute> = {
  '/mcp': { door: 'mcp', route: '/mcp' },
  '/healthz': { door: 'operations', route: '/healthz' },
  '/metrics': { door: 'operations', route: '/metrics' },
  [`${restPath}/openapi.json`]: { door: 'rest', route: `${restPath}/openapi.json` },
}

/**
 * Names the route of each path by patterns that are known beforehand: there are as many names as routes, whatever is
 * asked for.
 *
 * @param pageRoutes Those of the built application; without them every page is `/*`.
 */
export function createRouteNamer(pageRoutes: Routes = {}): (path: string) => NamedRoute {
  const findRest = createMatcher(restOperations.map(({ path }) => restPath + path))
  const findPage = createMatcher(listPagePatterns(pageRoutes))
  return (path) => {
    if (Object.hasOwn(fixed, path)) return fixed[path] as NamedRoute
    if (path.startsWith('/assets/')) return { door: 'static', route: '/assets/*' }
    if (path.startsWith('/.well-known/')) return { door: 'operations', route: '/.well-known/*' }
    if (path === restPath || path.startsWith(`${restPath}/`)) {
      return { door: 'rest', route: findRest(path) ?? `${restPath}/*` }
    }
    return { door: 'page', route: findPage(nameOfPage(path)) ?? '/*' }
  }
}

/** The page that a path belongs to: scripts ask for the data of `/clients` as `/clients.data`. */
function nameOfPage(path: string): string {
  const page = path.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  return page.length > 1 ? page.replace(/\/+$/, '') || '/' : page
}

function listPagePatterns(routes: Routes): string[] {
  const patternOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    if (!route) return ''
    return [patternOf(route.parentId), route.path].filter(Boolean).join('/')
  }
  return Object.keys(routes)
    .filter((id) => id !== 'root')
    .map((id) => `/${patternOf(id)}`)
    .filter((pattern) => !pattern.endsWith('*'))
}

function createMatcher(patterns: readonly string[]): (path: string) => string | undefined {
  const isParameter = (segment: string) => /^[:{]/.test(segment)
  const compiled = patterns
    .map((pattern) => ({ pattern, segments: pattern.split('/') }))
    // A fixed word before any word: /clients/search is no client.
    .sort((a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length)
  return (path) => {
    const segments = path.split('/')
    const matches = (known: string[]) =>
      known.length === segments.length &&
      known.every((segment, i) => (isParameter(segment) ? segments[i] !== '' : segment === segments[i]))
    return compiled.find((known) => matches(known.segments))?.pattern
  }
}
