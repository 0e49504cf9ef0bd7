import { expect, test } from 'vitest'
import { findRequiredScope } from './find-required-scope.ts'

const scopeOfRead = (uri: unknown) =>
  findRequiredScope({ jsonrpc: '2.0', method: 'resources/read', params: { uri } })

test('Reading a client takes the scope of clients', () => {
  expect(scopeOfRead('client://100001/profile')).toBe('clients:read')
})

test('What is no address needs no scope: nothing is read for it', () => {
  for (const uri of [{ toString: 1, valueOf: 1 }, ['client://100001/profile'], 1, null, undefined])
    expect(scopeOfRead(uri)).toBeUndefined()
})
