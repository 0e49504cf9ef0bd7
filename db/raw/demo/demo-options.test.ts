import { describe, expect, it } from 'vitest'
import { fullSizeClients, parseDemoOptions } from './demo-options.ts'

describe('the command line of the demo', () => {
  it('makes 20,000 clients of seed 7 unless told otherwise', () => {
    expect(parseDemoOptions([])).toEqual({ clients: 20_000, seed: 7 })
  })

  it('takes a number of clients and a seed', () => {
    expect(parseDemoOptions(['--clients', '500', '--seed', '0'])).toEqual({ clients: 500, seed: 0 })
  })

  it("makes the competition's 356,255 clients with --full", () => {
    expect(parseDemoOptions(['--full']).clients).toBe(fullSizeClients)
  })

  it.each([
    [['--clients', '0'], '--clients is "0", expected a whole number from 1 to 1000000'],
    [['--clients', 'abc'], '--clients is "abc"'],
    [['--clients', '1e3'], '--clients is "1e3"'],
    [['--clients=-5'], '--clients is "-5"'],
    [['--clients', '1000001'], '--clients is "1000001"'],
    [['--seed', 'x'], '--seed is "x", expected a whole number from 0 to 2147483647'],
    [['--seed', '1.5'], '--seed is "1.5"'],
    [['--full', '--clients', '9'], '--full and --clients exclude each other'],
    [['--client', '9'], "Unknown option '--client'"],
    [['9'], "Unexpected argument '9'"],
    [['--clients'], "Option '--clients <value>' argument missing"],
  ])('refuses %j, saying what was found and how to call', (args, message) => {
    expect(() => parseDemoOptions(args)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
    )
    expect(() => parseDemoOptions(args)).toThrow('npm run data:demo -- --clients N --seed S')
  })
})
