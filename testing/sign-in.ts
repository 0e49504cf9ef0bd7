import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a request shows to be let in: a token at the doors of programs, a session at the pages. */
export interface Credentials {
  authorization: string
  cookie: string
}

/**
 * Signs in to a running demo, as its page does.
 *
 * @returns Null where it is no demo.
 */
export async function signInToDemo(url: string, dataDir: string): Promise<Credentials | null> {
  const tokenPath = join(dataDir, 'demo-token')
  if (!existsSync(tokenPath)) return null
  const cookie = await signIn(url, { intent: 'demo' })
  return { authorization: `Bearer ${readFileSync(tokenPath, 'utf8').trim()}`, cookie }
}

/**
 * Sends the form of the sign-in page.
 *
 * @returns The session's cookie, as a request sends it.
 * @throws Error when it is refused.
 */
export async function signIn(url: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams(fields),
  })
  const [cookie] = response.headers.getSetCookie()
  if (response.status === 302 && cookie) return cookie.split(';')[0] as string
  throw new Error(`Signing in was answered with ${response.status}: ${(await response.text()).slice(0, 500)}`)
}
