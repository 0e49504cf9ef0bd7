import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isProcessRunning } from './is-process-running.ts'

const folder = mkdtempSync(join(tmpdir(), 'is-running-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('The process that writes a folder', () => {
  test('is at work while it runs, and no longer', async () => {
    const writer = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(writer, 'spawn')
    expect(isProcessRunning(writer.pid as number, folder)).toBe(true)
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    expect(isProcessRunning(writer.pid as number, folder)).toBe(false)
  })

  test.skipIf(!existsSync('/proc/stat'))('is another one when it began after the folder last changed', () => {
    const yesterday = new Date(Date.now() - 24 * 3600 * 1000)
    utimesSync(folder, yesterday, yesterday)
    expect(isProcessRunning(process.pid, folder)).toBe(false)
    const now = new Date()
    utimesSync(folder, now, now)
    expect(isProcessRunning(process.pid, folder)).toBe(true)
  })

  test.skipIf(!existsSync('/proc/stat'))('has ended though its parent has not yet taken notice', async () => {
    // The shell becomes another program that never asks after the child it began.
    const parent = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60'])
    const [printed] = await once(parent.stdout, 'data')
    await expect.poll(() => isProcessRunning(Number(String(printed)), folder)).toBe(false)
    expect(() => process.kill(Number(String(printed)), 0)).not.toThrow()
    parent.kill('SIGKILL')
  })
})
