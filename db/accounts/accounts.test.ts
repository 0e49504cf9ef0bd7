import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Accounts, openAccounts } from './open-accounts.ts'
import { countAttempt, forgetAttempts } from './queries/count-attempt.ts'
import { readChangeCounter } from './read-change-counter.ts'

let dataDir: string
let accounts: Accounts

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accounts-'))
  accounts = openAccounts(dataDir)
})
afterEach(() => {
  accounts.close()
  rmSync(dataDir, { recursive: true })
})

describe('The file of accounts', () => {
  test('is for this user alone, and knows itself from every other', () => {
    expect(statSync(accounts.path).mode & 0o777).toBe(0o600)
    const again = openAccounts(dataDir)
    expect(again.instanceId).toBe(accounts.instanceId)
    again.close()
    const otherDir = mkdtempSync(join(tmpdir(), 'accounts-'))
    const other = openAccounts(otherDir)
    expect(other.instanceId).not.toBe(accounts.instanceId)
    other.close()
    rmSync(otherDir, { recursive: true })
  })

  test('counts every write, of this connection too', () => {
    const before = readChangeCounter(accounts)
    expect(readChangeCounter(accounts)).toBe(before)
    accounts.database.exec("insert into instance values ('x')")
    expect(readChangeCounter(accounts)).not.toBe(before)
    expect(() => accounts.reader.exec("insert into instance values ('y')")).toThrow(/readonly/)
  })
})

describe('Attempts to sign in', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const windowMs = 900_000
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  const attempt = (account: string, address: string, at = now) =>
    countAttempt(
      accounts,
      [
        { key: account, most: 3 },
        { key: address, most: 5 },
      ],
      { now: at, windowMs },
    )

  test('are counted per account and per address, whichever is used up first', () => {
    expect([1, 2, 3, 4].map(() => attempt('ana', 'here'))).toEqual([0, 0, 0, 900])
    expect(attempt('ana', 'elsewhere')).toBe(900)
    expect(attempt('bob', 'here')).toBe(0)
    expect(attempt('eve', 'here')).toBe(0)
    expect(attempt('zoé', 'here')).toBe(900)
    expect(attempt('zoé', 'elsewhere')).toBe(0)
  })

  test('that were turned away do not prolong the wait', () => {
    for (let i = 0; i < 3; i++) attempt('ana', 'here')
    expect(attempt('ana', 'here', later(600_000))).toBe(300)
    expect(attempt('ana', 'here', later(windowMs))).toBe(1)
    expect(attempt('ana', 'here', later(windowMs + 1))).toBe(0)
  })

  test('of an account are forgotten when one succeeds', () => {
    for (let i = 0; i < 3; i++) attempt('ana', 'here')
    forgetAttempts(accounts, ['ana'])
    expect([attempt('ana', 'here'), attempt('ana', 'here'), attempt('ana', 'here')]).toEqual([0, 0, 900])
  })

  test('leave no address or account in the file', () => {
    attempt('ana@bank.example', '203.0.113.7')
    accounts.database.pragma('wal_checkpoint(TRUNCATE)')
    const content = readFileSync(accounts.path)
    for (const trace of ['ana@bank', '203.0.113.7']) expect(content.includes(trace)).toBe(false)
  })
})
