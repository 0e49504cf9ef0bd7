import { describe, expect, test } from 'vitest'
import { createMessages } from '../../components/create-messages.ts'
import { inventComparison } from '../../gallery/invent-comparison.ts'
import { inventExplanation } from '../../gallery/invent-explanation.ts'
import { inventSuggestions } from '../../gallery/invent-simulation.ts'
import { inventedProfile, inventLabels } from '../../gallery/invented-clients.ts'
import { type AnswerPart, shapeAnswer } from './answer-shape.ts'
import { describePath } from './describe-path.ts'
import { findTurnMove } from './find-turn-move.ts'
import { formatAnswerValue } from './format-answer-value.ts'

const messages = createMessages({ language: 'fr', currency: 'EUR', timeZone: 'Europe/Paris' })
const readable = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const say = (key: string, value: string | number | boolean | null) =>
  readable(formatAnswerValue(key, value, inventLabels('fr'), messages))
const call = (tool: string, answer: object, input: Record<string, unknown> = {}) => ({
  callId: 'c',
  tool,
  input: { clientId: inventedProfile.clientId, ...input },
  number: 1,
  result: { status: 'answered' as const, text: '', answer: answer as Record<string, unknown> },
})

describe('A tool’s answer', () => {
  const findTable = (parts: AnswerPart[], key: string) =>
    parts.find((part) => part.kind === 'table' && part.key === key) as Extract<AnswerPart, { kind: 'table' }>

  test('is laid out without what says nothing to a reader', () => {
    const parts = shapeAnswer(inventComparison('fr', 'filter') as unknown as Record<string, unknown>, 'fr')
    expect(parts.map(({ key }) => key)).toEqual(['clientId', 'cohort', 'score', 'features'])
    expect(JSON.stringify(parts)).not.toMatch(/histogram|modelSha256/)
  })

  test('shows rows by name, in the few columns that a narrow pane has room for', () => {
    const parts = shapeAnswer(inventExplanation('fr', 'usual') as unknown as Record<string, unknown>, 'fr')
    expect(findTable(parts, 'reasons').columns).toEqual(['label', 'displayValue', 'contributionLogOdds'])
    const suggestions = shapeAnswer(
      inventSuggestions('fr', 'found', 3) as unknown as Record<string, unknown>,
      'fr',
    )
    expect(findTable(suggestions, 'suggestions').columns).toEqual([
      'sentence',
      'probabilityOfRepayment',
      'turnsTo',
    ])
  })

  test('says of a long table how many rows it leaves out, and ends in the depth', () => {
    const rows = Array.from({ length: 33 }, (_, index) => ({ name: `n${index}` }))
    expect(findTable(shapeAnswer({ rows }, 'fr'), 'rows')).toMatchObject({ leftOut: 13, columns: ['name'] })
    const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } }
    expect(shapeAnswer(deep, 'fr')).toEqual([])
    expect(shapeAnswer({ list: [1, 2], empty: [] }, 'fr')).toEqual([
      { kind: 'list', key: 'list', values: [1, 2] },
      { kind: 'list', key: 'empty', values: [] },
    ])
  })

  test('that is given in both languages is read in the page’s', () => {
    const fields = [{ field: 'ageYears', label: { fr: 'Âge', en: 'Age' } }]
    const [table] = shapeAnswer({ fields, nullMeaning: { fr: 'inconnu', en: 'unknown' } }, 'en').slice(0, 1)
    expect(table).toMatchObject({ columns: ['field', 'label'], rows: [{ field: 'ageYears', label: 'Age' }] })
  })

  test('has its values in the page’s words', () => {
    expect(say('probabilityOfDefault', 0.136)).toBe('13,6 %')
    expect(say('observedDefaultRate', 0.054)).toBe('5,4 %')
    expect(say('contributionLogOdds', -0.24)).toBe('−0,24')
    expect(say('creditAmount', 331000)).toBe('331 000 €')
    expect(say('clientId', 104218)).toBe('104 218')
    expect(say('advice', 'refuse')).toBe('Refus conseillé')
    expect(say('incomeType', 'Pensioner')).toBe('Retraité')
    expect(say('anything', 'toString')).toBe('toString')
    expect(say('statistic', 0.123456)).toBe('0,1235')
    expect(say('drifted', true)).toBe('Oui')
    expect(say('median', null)).toBe('–')
  })
})

describe('The place of a value', () => {
  const explained = call('explainClient', inventExplanation('fr', 'usual'), { maxReasons: 6 })

  test('is said by the names of what holds it', () => {
    expect(describePath('/reasons/0/contributionLogOdds', explained, messages)).toBe(
      'Raisons › Score externe 2 › Contribution',
    )
    expect(describePath('/probabilityOfRepayment', explained, messages)).toBe('Probabilité de remboursement')
    expect(describePath('/input/maxReasons', explained, messages)).toBe('en entrée › Raisons demandées')
  })

  test('is said as far as it is known, even where the answer holds no such place', () => {
    expect(describePath('/reasons/99/contributionLogOdds', explained, messages)).toBe(
      'Raisons › 100 › Contribution',
    )
    expect(describePath('/__proto__/shoeSize', explained, messages)).toBe('__proto__ › shoe size')
  })
})

describe('A turn', () => {
  const compared = call('compareCohort', inventComparison('fr', 'similar'), { cohort: { kind: 'similar' } })
  const simulated = call('simulateClient', {}, { changes: { creditAmount: 331000, termMonths: 20 } })

  test('moves the page to the states of all its calls and shows the last one’s panel', () => {
    expect(findTurnMove([compared, simulated], inventedProfile)).toMatchObject({
      panel: 'what-if',
      changes: { cohort: 'similar', creditAmount: 331000 },
    })
  })

  test('moves nothing for a call that was refused, for another client, or for a state that no panel has', () => {
    const refused = { ...compared, result: { status: 'refused' as const, text: 'Non', answer: null } }
    const other = { ...compared, input: { ...compared.input, clientId: 7 } }
    const fifty = { ...compared, input: { ...compared.input, cohort: { kind: 'similar', size: 50 } } }
    expect(findTurnMove([refused, other, fifty], inventedProfile)).toBeNull()
  })
})
