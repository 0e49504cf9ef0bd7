import { describe, expect, test } from 'vitest'
import { composeAuditHref } from './compose-audit-href.ts'
import { parseAuditQuery } from './parse-audit-query.ts'

const parse = (search: string) => parseAuditQuery(new URLSearchParams(search))

describe('The address of the log', () => {
  test('chooses by client, actor, door, kind and day, and says beside which entry the page begins', () => {
    const { query, problems } = parse(
      'client=100%E2%80%AF001&who=user%3Au1&door=rest&kind=score&day=2026-03-29&older=12',
    )
    expect(query).toEqual({
      clientId: 100_001,
      actor: 'user:u1',
      door: 'rest',
      kind: 'score',
      day: '2026-03-29',
      place: { beside: 12, direction: 'older' },
    })
    expect(problems).toEqual([])
    expect(parse(composeAuditHref(query).split('?')[1] as string).query).toEqual(query)
  })

  test('holds nothing that can make the page fail: what can’t be used is left out and told', () => {
    const { query, problems } = parse(
      'client=abc&who=everyone&door=window&kind=__proto__&day=2026-02-30&newer=0',
    )
    expect(query).toEqual({ place: { beside: null } })
    expect(problems.map(({ parameter }) => parameter)).toEqual([
      'client',
      'who',
      'door',
      'kind',
      'day',
      'newer',
    ])
  })

  test('may leave a field empty, as a form without scripts does', () => {
    expect(parse('client=&who=&door=&kind=&day=')).toEqual({
      query: { place: { beside: null } },
      problems: [],
    })
  })
})
