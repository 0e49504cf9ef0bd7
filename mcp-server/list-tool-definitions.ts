import { z } from 'zod'
import { allTools } from './all-tools.ts'
import { panelUri } from './panel-resources.ts'
import type { ToolDefinition } from './tool-definition.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

/**
 * What `tools/list` answers, in as few words as tell an assistant everything: what says nothing (the bounds of a whole
 * number, the dialect, that an answer has no other fields) is left out, and a shape that returns is told once.
 *
 * @param hasPanels Whether the panels are there that hosts show answers in.
 */
export function listToolDefinitions({ hasPanels }: { hasPanels: boolean }) {
  return allTools.map(({ name, title, description, inputSchema, outputSchema, annotations, panel }) => ({
    name,
    title,
    description,
    inputSchema: toJsonSchema(inputSchema, 'input'),
    outputSchema: toJsonSchema(outputSchema, 'output'),
    annotations,
    ...(hasPanels && panel && { _meta: { ui: { resourceUri: panelUri(panel) } } }),
  }))
}

function toJsonSchema(schema: ToolDefinition['inputSchema'], io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => shorten(jsonSchema, io),
  })
  return rest as JsonSchema & { type: 'object' }
}

function shorten(schema: JsonSchema, io: 'input' | 'output'): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (io === 'output') delete schema.additionalProperties
}
