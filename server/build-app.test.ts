import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from './build-app.ts'
import { hashSources } from './hash-sources.ts'

const scratchDir = mkdtempSync(join(tmpdir(), 'build-app-'))
afterAll(() => rmSync(scratchDir, { recursive: true }))

describe('A build of the application', () => {
  const buildsDir = join(scratchDir, 'build')
  const addBuild = (name: string, ageDays: number) => {
    const usedAt = new Date(Date.now() - ageDays * 24 * 60 * 60 * 1000)
    mkdirSync(join(buildsDir, name), { recursive: true })
    utimesSync(join(buildsDir, name), usedAt, usedAt)
  }

  test('has a folder of its own by the state of the sources, and leaves other builds as they are', async () => {
    addBuild('aaaaaaaaaaaa', 0)
    const buildDir = await buildApp(buildsDir)
    expect(buildDir).toMatch(/\/[0-9a-f]{12}$/)
    expect(existsSync(join(buildDir, 'server/index.js'))).toBe(true)
    expect(readdirSync(join(buildDir, 'client/assets')).length).toBeGreaterThan(5)
    expect(existsSync(join(buildDir, 'mcp-apps/index.html'))).toBe(true)
    expect(readdirSync(buildsDir)).toHaveLength(2)
  })

  test('is made once for the same sources', async () => {
    const buildDir = await buildApp(buildsDir)
    writeFileSync(join(buildDir, 'mark'), '')
    expect(await buildApp(buildsDir)).toBe(buildDir)
    expect(existsSync(join(buildDir, 'mark'))).toBe(true)
  })

  test('goes when unused for a day, but for the three newest', async () => {
    const names = ['bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd', 'eeeeeeeeeeee']
    for (const [index, name] of names.entries()) addBuild(name, 2 + index)
    addBuild('.partial-999999', 2)
    addBuild('latest', 9)
    await buildApp(buildsDir)
    expect(readdirSync(buildsDir).filter((name) => /^(.)\1{11}$|^\D{1,8}$|partial/.test(name))).toEqual([
      'aaaaaaaaaaaa',
      'bbbbbbbbbbbb',
      'cccccccccccc',
      'latest',
    ])
  })
})

describe('The hash of the sources', () => {
  test('is of names and contents: not of times, nor of tests', () => {
    const write = (name: string, text: string) => writeFileSync(join(scratchDir, 'app', name), text)
    const hash = () => hashSources(scratchDir, ['app', 'lock'])
    mkdirSync(join(scratchDir, 'app/deep'), { recursive: true })
    writeFileSync(join(scratchDir, 'lock'), '1')
    write('deep/a.ts', 'one')
    const before = hash()
    write('deep/a.ts', 'one')
    write('deep/a.test.ts', 'a test')
    expect(hash()).toBe(before)
    write('deep/a.ts', 'two')
    expect(hash()).not.toBe(before)
    write('deep/a.ts', 'one')
    write('b.ts', '')
    expect(hash()).not.toBe(before)
  })
})
