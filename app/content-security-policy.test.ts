import { expect, test } from 'vitest'
import { composeContentSecurityPolicy } from './content-security-policy.ts'

test('in production nothing inline runs without the page’s nonce, and no other site frames the page', () => {
  const policy = composeContentSecurityPolicy('abc', false)
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("script-src 'self' 'nonce-abc';")
  expect(policy).toContain("frame-ancestors 'none'")
})
