import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { lockScoring } from './lock-scoring.ts'

test('One process scores a data directory at a time; one that is killed lets the next begin', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lock-scoring-'))
  const url = pathToFileURL(join(import.meta.dirname, 'lock-scoring.ts')).href
  const script = `import { lockScoring } from '${url}'
    await lockScoring(${JSON.stringify(dataDir)})
    console.log('locked')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  let isLocked = false
  const locking = lockScoring(dataDir).then((unlock) => {
    isLocked = true
    return unlock
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(isLocked).toBe(false)
  other.kill('SIGKILL')
  const unlock = await locking
  unlock()
  const unlockAgain = await lockScoring(dataDir)
  unlockAgain()
  rmSync(dataDir, { recursive: true })
})
