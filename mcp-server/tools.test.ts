import { describe, expect, test } from 'vitest'
import { allTools } from './all-tools.ts'

describe('The rules of the house hold for every tool', () => {
  test('names are unique and in camelCase', () => {
    const names = allTools.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)*$/)
  })
  test.each(allTools)('$name says what it is for, and what each argument means', (tool) => {
    expect(tool.title.length).toBeGreaterThan(5)
    expect(tool.description.length).toBeGreaterThan(60)
    for (const [argument, schema] of Object.entries(tool.inputSchema.shape)) {
      if (['limit'].includes(argument)) continue
      expect((schema as { description?: string }).description, argument).toBeTruthy()
    }
  })
  test.each(allTools)('$name declares how it behaves and only reads', ({ annotations }) => {
    expect(annotations).toEqual({
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    })
  })
  test.each(allTools)('$name answers with its provenance', ({ outputSchema }) => {
    expect(Object.keys(outputSchema.shape)).toContain('provenance')
  })
})
