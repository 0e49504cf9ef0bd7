import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const chromiumPath = '/usr/bin/chromium'

/**
 * Makes sure that the browser of the journeys is there: Debian's own package, installed when the user is root.
 *
 * @throws Error that says what to install when it can't be done here.
 */
export function ensureChromium(): void {
  if (existsSync(chromiumPath)) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `No browser at ${chromiumPath}; the browser journeys need Debian's Chromium. Run "sudo apt-get install chromium", then "npm test" again.`,
    )
  }
  console.error('Installing Chromium from Debian’s packages…')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env: environment })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 2],
    env: environment,
  })
}
