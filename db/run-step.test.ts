import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { runStep } from './run-step.ts'

const scratchDir = mkdtempSync(join(tmpdir(), 'run-step-'))
afterAll(() => rmSync(scratchDir, { recursive: true }))

function writeScript(name: string, text: string): string {
  const path = join(scratchDir, name)
  writeFileSync(path, text)
  return path
}

describe('A step', () => {
  test.each([
    ['waits', 'setInterval(() => {}, 1000)'],
    ['hears nothing', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
  ])('that %s ends with the process that runs it, even when that is killed', async (name, work) => {
    const step = writeScript(`${name}.mjs`, `console.error("working"); ${work}`)
    const runStepUrl = pathToFileURL(join(import.meta.dirname, 'run-step.ts')).href
    const parent = writeScript(
      'parent.mjs',
      `import { runStep } from '${runStepUrl}'\nawait runStep(['node', ${JSON.stringify(step)}])`,
    )
    const process_ = spawn(process.execPath, [parent], { stdio: ['ignore', 'ignore', 'pipe'] })
    await once(process_.stderr, 'data')
    process_.kill('SIGKILL')
    // The step holds the same stderr: it closes when both are gone.
    await once(process_.stderr, 'close')
  })

  test('that has nothing left to do is over, and one that fails is named', async () => {
    await runStep(['node', writeScript('done.mjs', '')])
    const failing = writeScript('failing.mjs', 'process.exitCode = 3')
    await expect(runStep(['node', failing, '--flag'])).rejects.toThrow(`${failing} --flag" ended with code 3`)
    const killed = writeScript('killed.mjs', 'process.kill(process.pid, "SIGKILL")')
    await expect(runStep(['node', killed])).rejects.toThrow('was ended by SIGKILL')
  })
})
