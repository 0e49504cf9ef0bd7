import type { Language } from '#core/contracts/language.ts'
import type { Figure } from './figure.ts'
import { readFigures } from './read-figures.ts'

/** A call of a tool, with what it answered. */
export interface AnsweredCall {
  callId: string
  tool: string
  input: Record<string, unknown>
  answer: Record<string, unknown>
}

/** How a stored number is meant: a share from 0 to 1, a percentage, an amount of money, or neither. */
export type ValueUnit = 'share' | 'percent' | 'money' | 'plain' | 'letter'

/** A value that a figure may be bound to. */
export interface KnownValue {
  callId: string
  tool: string
  /** JSON pointer into the answer; into the input where it starts with `/input`. */
  path: string
  /** Names along the path, without positions in lists. */
  keys: readonly string[]
  value: number | string
  unit: ValueUnit
  /** What the value belongs to, in words: a feature, a theme, a cohort. */
  owner: string | null
  /** For a figure that stands within a text of the answer: the figure itself. */
  figure: Figure | null
  /** The client whom the answer is about; null where it is about none. */
  clientId: number | null
}

interface Place {
  path: string
  keys: readonly string[]
  owner: string | null
  ownUnit: string | null
}

const shareKeys = /probability|share|rate$|accuracy|importance|threshold/i
const moneyKeys = /amount$/i
/** Texts that name things and hold no figures of their own; their digits belong to names. */
const nameKeys = new Set([
  'feature',
  'modelVersion',
  'modelSha256',
  'dataVersion',
  'language',
  'test',
  'theme',
  'uri',
])
/** What stands behind an answer or is drawn of it, and counts for nothing that is said of a client. */
const silentKeys = new Set(['provenance', 'histogram', 'label', 'additivityError'])
const letterKeys = new Set(['riskClass', 'advice', 'turnsTo'])

/** Every value of a call's answer, and of its input, that a figure in a text may name. */
export function listKnownValues(call: AnsweredCall, language: Language): KnownValue[] {
  const values: KnownValue[] = []
  const clientId = typeof call.answer.clientId === 'number' ? call.answer.clientId : null
  const walk = (node: unknown, place: Place): void => {
    if (Array.isArray(node)) walkList(node, place)
    else if (typeof node === 'object' && node !== null) walkObject(node as Record<string, unknown>, place)
    else if (typeof node === 'number' && Number.isFinite(node)) keep(place, node, unitOf(place), null)
    else if (typeof node === 'string') walkText(node, place)
  }
  const keep = (place: Place, value: number | string, unit: ValueUnit, figure: Figure | null) => {
    const { path, keys, owner } = place
    values.push({ callId: call.callId, tool: call.tool, path, keys, value, unit, owner, figure, clientId })
  }
  const walkList = (list: unknown[], place: Place) => {
    list.forEach((item, index) => {
      walk(item, { ...place, path: `${place.path}/${index}` })
    })
  }
  const walkObject = (object: Record<string, unknown>, place: Place) => {
    const owner = typeof object.label === 'string' ? object.label : place.owner
    const ownUnit = typeof object.unit === 'string' ? object.unit : place.ownUnit
    for (const [key, child] of Object.entries(object)) {
      if (silentKeys.has(key)) continue
      const path = `${place.path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      walk(child, { path, keys: [...place.keys, key], owner, ownUnit })
    }
  }
  const walkText = (text: string, place: Place) => {
    const key = place.keys.at(-1) ?? ''
    // What was asked for in words proves nothing.
    if (nameKeys.has(key) || place.keys[0] === 'input') return
    if (letterKeys.has(key)) keep(place, text, 'letter', null)
    else for (const figure of readFigures(text, language)) keep(place, figure.text, 'plain', figure)
  }
  walk(call.input, { path: '/input', keys: ['input'], owner: null, ownUnit: null })
  walk(call.answer, { path: '', keys: [], owner: null, ownUnit: null })
  return values
}

/** Names of the parts of an estimate: what it is of, says the name above. */
const partKeys = /^(?:estimate|value|mean|deviation|low|high|lower|upper)$/

function unitOf({ keys, ownUnit }: Place): ValueUnit {
  const key = keys.findLast((name) => !partKeys.test(name)) ?? ''
  if (key === 'percentile') return 'percent'
  if (shareKeys.test(key)) return 'share'
  if (moneyKeys.test(key)) return 'money'
  if (ownUnit === 'percent') return 'share'
  if (ownUnit === 'amount') return 'money'
  return 'plain'
}
