import { describe, expect, test } from 'vitest'
import { guardRequest } from './guard-request.ts'

const headers = {
  host: '127.0.0.1:3000',
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
}
const statusOf = (changes: Record<string, string | undefined>, method = 'POST', hosts: string[] = []) =>
  guardRequest(method, { ...headers, ...changes }, hosts)?.status ?? 200

describe('A request to /mcp', () => {
  test('passes from this machine under each of its names', () => {
    for (const host of ['127.0.0.1', 'localhost:3000', '[::1]:3000']) expect(statusOf({ host })).toBe(200)
  })
  test('is refused under a host name that is not ours, as DNS rebinding would send', () => {
    for (const host of ['evil.example', 'localhost.evil.example', '', undefined])
      expect(statusOf({ host })).toBe(403)
  })
  test('is refused under a port that no address can have', () => {
    for (const host of ['localhost:99999', '127.0.0.1:65536', '[::1]:123456'])
      expect(statusOf({ host })).toBe(403)
    expect(statusOf({ host: 'score.example:99999' }, 'POST', ['score.example'])).toBe(403)
    expect(statusOf({ host: 'localhost:65535' })).toBe(200)
  })
  test('passes under a host name that the operator allowed', () => {
    expect(statusOf({ host: 'score.example:443' }, 'POST', ['score.example'])).toBe(200)
  })
  test('is refused when a page of another origin sends it', () => {
    for (const origin of ['https://evil.example', 'null', 'not a url']) expect(statusOf({ origin })).toBe(403)
    expect(statusOf({ origin: 'http://localhost:3000' })).toBe(200)
  })
  test('must be a POST, since a stateless endpoint keeps no stream and no session', () => {
    for (const method of ['GET', 'DELETE', 'PUT']) expect(statusOf({}, method)).toBe(405)
  })
  test('must carry JSON and accept JSON', () => {
    expect(statusOf({ 'content-type': 'text/plain' })).toBe(415)
    expect(statusOf({ 'content-type': 'application/json; charset=utf-8' })).toBe(200)
    expect(statusOf({ accept: 'text/html' })).toBe(406)
    expect(statusOf({ accept: '*/*' })).toBe(200)
  })
})
