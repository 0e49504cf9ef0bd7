import { expect, test } from 'vitest'
import { classifyEra } from './classify-era.ts'

const version = (name: string) => ({ 'mcp-protocol-version': name })
const claim = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
}
const list = { jsonrpc: '2.0' as const, id: 1, method: 'tools/list' }

test('A request belongs to the era that its body claims, and to the handshake’s when it claims none', () => {
  expect(classifyEra({}, list)).toBe('handshake')
  expect(classifyEra(version('2025-11-25'), list)).toBe('handshake')
  expect(classifyEra({}, { ...list, method: 'initialize', params: {} })).toBe('handshake')
  expect(classifyEra(version('2026-07-28'), { ...list, params: { _meta: claim } })).toBe('stateless')
})

test('A request whose header contradicts its body is refused in the way of the newer era', () => {
  expect(classifyEra(version('2026-07-28'), list)).toBe('stateless')
  expect(classifyEra(version('2025-11-25'), { ...list, params: { _meta: claim } })).toBe('stateless')
})

test('A version that nobody speaks belongs to no era', () => {
  expect(classifyEra(version('1999-01-01'), list)).toBe('unknown')
})
