import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret of a demo, made once and kept beside its made-up data, for this user alone. */
export function loadDemoSecret(dataDir: string): string {
  const path = join(dataDir, 'demo-secret')
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new Error(
    `${path} holds no secret of 32 characters or more. Remove it; the next start makes another.`,
  )
}
