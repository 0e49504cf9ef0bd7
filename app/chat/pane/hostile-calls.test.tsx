import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMessages } from '../../components/create-messages.ts'
import { inventedProfile, inventLabels } from '../../gallery/invented-clients.ts'
import { renderPanel } from '../../testing/render-panel.tsx'
import type { TurnEvent } from '../conversation.ts'
import { shapeAnswer } from './answer-shape.ts'
import { composeTurn } from './compose-turn.ts'
import { formatAnswerValue } from './format-answer-value.ts'
import { toPanelPlace } from './to-panel-place.ts'
import { TurnBoundary } from './turn-boundary.tsx'
import { type TurnContext, TurnContextOfPane } from './turn-context.ts'
import { TurnView } from './turn-view.tsx'

const messages = createMessages({ language: 'fr', currency: 'EUR', timeZone: 'Europe/Paris' })
const say = (key: string, value: string) => formatAnswerValue(key, value, inventLabels('fr'), messages)
const objectNames = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty']
const textless = { toString: 1, valueOf: 1 }
/** As it comes over the wire: `__proto__` is then a name of its own. */
const parse = (json: string): Record<string, unknown> => JSON.parse(json)

/** A turn as the page draws it, whose one call was refused and is cited all the same. */
function draw(tool: string, input: Record<string, unknown>, answer: Record<string, unknown> | null = null) {
  const receipt = { callId: 'c', path: '/input/at', value: 12, label: 'Valeur' }
  const events: TurnEvent[] = [
    { type: 'toolCall', callId: 'c', tool, input },
    { type: 'toolResult', callId: 'c', status: 'refused', text: 'Refused as it was asked.', answer },
    { type: 'figure', text: '12', receipt },
    { type: 'ended', reason: 'done' },
  ]
  const { calls } = composeTurn({ events })
  const context: TurnContext = {
    profile: inventedProfile,
    labels: inventLabels('fr'),
    findCall: (callId) => calls.find((call) => call.callId === callId) ?? null,
    isBesidePanels: () => false,
    toHref: (place) => (place.kind === 'page' ? place.href : `#${place.panel}`),
    show: () => {},
    move: () => {},
  }
  const turn = { key: 't', turnId: 't', question: 'Pourquoi ?', askedAt: '2026-11-24T20:00:00Z', events }
  return renderPanel(
    'fr',
    <TurnContextOfPane.Provider value={context}>
      <TurnView turn={turn} isRunning={false} page="" retry={null} remove={async () => true} />
    </TurnContextOfPane.Provider>,
  )
}

const tools = [
  ...['scoreClient', 'explainClient', 'compareCohort', 'simulateClient', 'suggestChanges'],
  ...['driftReport', 'searchClients', 'readResource', ...objectNames],
]

describe('A refused call, whatever a model made its input up of,', () => {
  test.each(objectNames)('is laid out when it names something “%s”', async (name) => {
    const input = parse(`{"${name}":[{"a":1,"${name}":2},{"b":3}]}`)
    expect(shapeAnswer(input, 'fr')).toMatchObject([
      { kind: 'table', key: name, columns: ['a', name], leftOut: 0 },
    ])
    expect(await draw('scoreClient', input)).toContain('Refused as it was asked.')
    expect(await draw(name, {})).toContain(`</span><span class="sr-only">, `)
  })

  test.each(objectNames)('says “%s” as it is, not as a part of the program', (name) => {
    expect(say(name, 'toString')).toBe('toString')
    expect(say('incomeType', name)).toBe(name)
  })

  test('says a moment that there is none of as it was written', () => {
    expect(say('at', '2026-99-99T')).toBe('2026-99-99T')
    expect(say('at', '2026-11-24T20:00:00Z')).toMatch(/^24 novembre 2026/)
  })

  test.each<[tool: string, input: Record<string, unknown>]>([
    ['searchClients', { query: textless }],
    ['searchClients', { query: '\ud800' }],
    ['readResource', { uri: textless }],
    ['compareCohort', { cohort: { kind: textless } }],
    ['compareCohort', { cohort: null, features: [textless] }],
    ['compareCohort', { cohort: { kind: 'filter', filters: { ageYears: null } } }],
    ['compareCohort', { cohort: { kind: 'filter', filters: { regionRating: null } } }],
    ['simulateClient', { changes: { creditAmount: textless } }],
    ['simulateClient', { changes: 'all' }],
    ['explainClient', { maxReasons: textless }],
    ['scoreClient', { clientId: textless }],
  ])('is shown where %s was given %j', async (tool, input) => {
    const own = { clientId: inventedProfile.clientId, ...input }
    expect(() => toPanelPlace({ tool, input: own }, inventedProfile)).not.toThrow()
    expect(await draw(tool, own)).toContain('Refused as it was asked.')
  })

  test('is drawn with any JSON in it', async () => {
    const name = fc.constantFrom(
      ...['clientId', 'cohort', 'kind', 'filters', 'ageYears', 'min', 'changes', 'creditAmount', 'features'],
      ...['query', 'uri', 'maxReasons', 'fr', 'en', 'label', 'reasons', 'ageYears', ...objectNames],
    )
    const { held } = fc.letrec<{ held: unknown }>((tie) => ({
      held: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom(null, true, 1e308, -0.5, '', 'filter', '2026-99-99T', '\ud800', textless),
        fc.array(tie('held'), { maxLength: 3 }),
        fc.array(fc.tuple(name, tie('held')), { maxLength: 4 }).map((entries) => toJson(entries)),
      ),
    }))
    const json = fc.array(fc.tuple(name, held), { maxLength: 5 }).map((entries) => toJson(entries))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tools), json, fc.option(json), fc.boolean(), async (...given) => {
        const [tool, input, answer, isOwn] = given
        const asked = isOwn ? { ...input, clientId: inventedProfile.clientId } : input
        expect(await draw(tool, asked, answer)).toContain('Pourquoi ?')
      }),
      { numRuns: 200 },
    )
  })
})

/** Names as JSON has them: `__proto__` is one like any other. */
function toJson(entries: [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries(entries)
}

test('a turn that cannot be drawn gives way to a sentence, one that can stands as it is', () => {
  const boundary = new TurnBoundary({ fallback: 'fallback', children: 'children' })
  expect(boundary.render()).toBe('children')
  boundary.state = TurnBoundary.getDerivedStateFromError()
  expect(boundary.render()).toBe('fallback')
})
