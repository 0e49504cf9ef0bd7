import type { Request, RequestHandler, Response } from 'express'
import type { Person } from '#core/contracts/accounts.ts'
import { isOwnOrigin } from './is-own-origin.ts'
import type { Access } from './open-access.ts'
import { toWebHeaders } from './to-web-headers.ts'

interface GuardPagesOptions {
  access: Pick<Access, 'identifySession'>
  allowedHosts: readonly string[]
}

/** What strangers may see: the door, how it looks, and which scripts the pages have. */
const openPaths = ['/sign-in', '/preferences', '/__manifest']
/** What is left to who must choose a password first. */
const pathsOfNewcomers = ['/account', '/sign-out', ...openPaths]
/** Largest form, bytes. */
const longestForm = 65_536

/**
 * Lets nobody on to the pages who has not signed in, whatever route there is or will be: they are led to the door.
 * Who has signed in is `response.locals.person` from here on.
 */
export function guardPages({ access, allowedHosts }: GuardPagesOptions): RequestHandler {
  return async (request, response, next) => {
    try {
      if (refuseForeign(request, response, allowedHosts)) return
      const signedIn = await access.identifySession(toWebHeaders(request.headers))
      for (const cookie of signedIn?.setCookies ?? []) response.append('Set-Cookie', cookie)
      const person = signedIn?.person ?? null
      response.locals.person = person
      const destination = chooseDestination(person, request)
      if (destination === null) next()
      else lead(request, response, { next, destination })
    } catch (error) {
      next(error)
    }
  }
}

/** Turns away what no page of ours sends: what changes something but comes from elsewhere, or is too large. */
function refuseForeign(request: Request, response: Response, allowedHosts: readonly string[]): boolean {
  const refuse = (status: number, text: string) => {
    request.resume()
    response.status(status).set('Connection', 'close').type('text/plain').send(text)
    return true
  }
  // Such as `//`: Remix would take what follows for a host. How former pages asked for one loader's data; ours don't.
  const isRead = URL.canParse(request.originalUrl, 'http://host.invalid')
  if (!isRead || '_data' in request.query) return refuse(400, 'This address cannot be read. Check it.')
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (!isOwnOrigin(request.headers, allowedHosts)) return refuse(403, 'A form of this service is expected.')
  const length = Number(request.headers['content-length'])
  if (!Number.isInteger(length)) return refuse(411, 'The length of the form is expected.')
  if (length > longestForm) return refuse(413, 'The form is larger than the 64 kB that are expected.')
  return false
}

/** Where to go instead of the page; null to stay. */
function chooseDestination(person: Person | null, request: Request): string | null {
  const path = nameOfPage(request.path)
  if (!person) {
    if (openPaths.includes(path)) return null
    const isVisit = request.method === 'GET' && path !== '/' && path !== '/sign-out'
    const query = new URL(request.originalUrl, 'http://host.invalid').searchParams
    query.delete('_routes')
    const asked = query.size > 0 ? `${path}?${query}` : path
    return isVisit ? `/sign-in?next=${encodeURIComponent(asked)}` : '/sign-in'
  }
  return person.mustChangePassword && !pathsOfNewcomers.includes(path) ? '/account' : null
}

/** The page that a path belongs to: scripts ask for the data of `/clients` as `/clients.data`. */
function nameOfPage(path: string): string {
  const page = path.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  return page.length > 1 ? page.replace(/\/+$/, '') || '/' : page
}

/** Scripts of a page, which would take the door for their answer, ask for no HTML. */
function isAskedByScript({ headers }: Request): boolean {
  const mode = headers['sec-fetch-mode']
  return mode !== undefined && mode !== 'navigate' && !headers.accept?.includes('text/html')
}

function lead(
  request: Request,
  response: Response,
  { next, destination }: { next: () => void; destination: string },
): void {
  if (request.path.endsWith('.data')) {
    // Scripts understand no redirect but Remix's own: the sign-in page's loader gives it.
    request.method = 'GET'
    request.originalUrl = `/sign-in.data?leadTo=${encodeURIComponent(destination)}`
    next()
    return
  }
  if (isAskedByScript(request)) {
    response.status(401).set('Cache-Control', 'no-store').json({ code: 'UNAUTHENTICATED' })
    return
  }
  response.set('Cache-Control', 'no-store').redirect(request.method === 'GET' ? 302 : 303, destination)
}
