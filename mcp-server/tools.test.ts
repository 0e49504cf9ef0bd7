import { describe, expect, test } from 'vitest'
import { toJSONSchema } from 'zod'
import { allTools } from './all-tools.ts'

/** A model's tokens are at least three characters of JSON on average: an upper bound that needs no tokenizer. */
const charactersPerToken = 3

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
  test('all definitions together stay within 6,000 tokens', () => {
    const definitions = allTools.map(({ name, title, description, inputSchema, outputSchema }) => ({
      name,
      title,
      description,
      inputSchema: toJSONSchema(inputSchema, { io: 'input' }),
      outputSchema: toJSONSchema(outputSchema, { io: 'output' }),
    }))
    expect(JSON.stringify(definitions).length / charactersPerToken).toBeLessThan(6000)
  })
})
