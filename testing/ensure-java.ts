import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const oldest = 17

/**
 * Makes sure of the Java that the Spark tests run on, JAVA_HOME's or the PATH's: Debian's own package, installed when
 * the user is root.
 *
 * @throws Error that says what to install when it can't be done here.
 */
export function ensureJava(): void {
  const found = findJavaVersion()
  if (found !== null && found >= oldest) return
  if (process.env.JAVA_HOME || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `Found ${found === null ? 'no Java' : `Java ${found}`}; the Spark tests need Java ${oldest} or newer. Run "sudo apt-get install openjdk-17-jre-headless" or set JAVA_HOME to one, then "npm test" again.`,
    )
  }
  console.error('Installing Java from Debian’s packages…')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env: environment })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'openjdk-17-jre-headless'], {
    stdio: ['ignore', 'ignore', 2],
    env: environment,
  })
}

/** The major version of the Java that Spark would start; null when none starts. */
function findJavaVersion(): number | null {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
  const told = spawnSync(java, ['-version'], { encoding: 'utf8' })
  const version = /version "(?:1\.)?(\d+)/.exec(told.stderr ?? '')?.[1]
  return told.status === 0 && version ? Number(version) : null
}
