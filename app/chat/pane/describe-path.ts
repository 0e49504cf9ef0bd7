import type { Messages } from '../../components/use-messages.ts'
import { nameKey } from './answer-keys.ts'
import type { ToolCall } from './compose-turn.ts'

/** Names that a row of an answer goes by, the best first. */
const rowNames = ['label', 'sentence', 'name', 'description'] as const

/**
 * A JSON pointer into a call's answer, or into its input after `/input`, in plain words: "Raisons › Score externe 2 ›
 * Contribution". Rows are called by their own names where they have one.
 */
export function describePath(path: string, { input, result }: ToolCall, messages: Messages): string {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
  const isInput = steps[0] === 'input'
  let place: unknown = isInput ? input : result?.answer
  const names = (isInput ? steps.slice(1) : steps).map((step) => {
    const isRow = Array.isArray(place)
    place = isObject(place) && Object.hasOwn(place, step) ? place[step] : undefined
    return isRow ? nameRow(place, Number(step)) : nameKey(step, messages)
  })
  return (isInput ? [messages.t('chat.receipt.asked'), ...names] : names).join(' › ')
}

function nameRow(row: unknown, index: number): string {
  const name = rowNames
    .map((key) => (isObject(row) ? row[key] : null))
    .find((text) => typeof text === 'string')
  return name ? String(name) : String(index + 1)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
