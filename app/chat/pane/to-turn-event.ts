import type { TurnEvent } from '../conversation.ts'

type Field = 'string' | 'object' | 'array' | 'any'

/** What each event must hold to be shown. The server has checked the rest; browsers do without the schema library. */
const shapes: Record<TurnEvent['type'], Record<string, Field>> = {
  started: { turnId: 'string', model: 'string' },
  toolCall: { callId: 'string', tool: 'string', input: 'object' },
  toolResult: { callId: 'string', status: 'string', text: 'string', answer: 'any' },
  text: { text: 'string' },
  figure: { text: 'string', receipt: 'any' },
  suggestions: { questions: 'array' },
  ended: { reason: 'string' },
}

/** An event that the pane can show, or null for anything else: a newer server may send kinds that this page does not know. */
export function toTurnEvent(json: unknown): TurnEvent | null {
  if (!isObject(json) || typeof json.type !== 'string' || !Object.hasOwn(shapes, json.type)) return null
  const shape = shapes[json.type as TurnEvent['type']]
  return Object.entries(shape).every(([name, field]) => fits(json[name], field)) ? (json as TurnEvent) : null
}

function fits(value: unknown, field: Field): boolean {
  if (field === 'any') return value !== undefined
  if (field === 'array') return Array.isArray(value)
  return field === 'object' ? isObject(value) : typeof value === field
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
