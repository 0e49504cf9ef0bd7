const anyOrigin = 'http://origin.invalid'

/**
 * Where to go back to after a form: a path of this site, whatever was submitted.
 * Anything that a browser would read as another origin leads to `/`.
 */
export function resolveReturnPath(submitted: unknown): string {
  if (typeof submitted !== 'string' || !submitted.startsWith('/')) return '/'
  if (!URL.canParse(submitted, anyOrigin)) return '/'
  const url = new URL(submitted, anyOrigin)
  if (url.origin !== anyOrigin || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search
}
