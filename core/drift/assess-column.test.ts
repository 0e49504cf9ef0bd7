import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assessColumn } from './assess-column.ts'
import { parseVerdicts } from './cases/evidently-verdict.ts'
import { findDisagreement } from './cases/find-disagreement.ts'
import { caseSizes, generateColumns } from './cases/generate-columns.ts'
import { driftTests } from './drift-tests.ts'
import { inferColumnKind } from './infer-column-kind.ts'

/** What evidently said, by bench/prepare/write-drift-golden.ts. */
const golden = parseVerdicts(readFileSync(join(import.meta.dirname, 'cases/evidently.csv'), 'utf8'))

describe.each(caseSizes)('Of $reference reference and $current current rows', (sizes) => {
  const columns = generateColumns(sizes)
  const verdicts = golden.filter(
    ({ rows }) => rows.reference === sizes.reference && rows.current === sizes.current,
  )

  test('every column gets evidently’s test, statistic and verdict', () => {
    const disagreements = columns.map(({ name, reference, current }) => {
      const said = verdicts.find((verdict) => verdict.asked === '' && verdict.name === name)
      return [name, findDisagreement(assessColumn(reference, current), said)]
    })
    expect(disagreements.filter(([, disagreement]) => disagreement !== null)).toEqual([])
  })

  test('Jensen–Shannon asked for by name bins numerical columns as evidently does', () => {
    const asked = verdicts.filter(({ asked, test }) => asked === 'jensenshannon' && test)
    expect(asked.length).toBeGreaterThan(20)
    for (const { name, statistic } of asked) {
      const column = columns.find((each) => each.name === name) as (typeof columns)[number]
      const { reference, current } = assessColumn(column.reference, column.current)
      const found = driftTests.jensenshannon.compute[inferColumnKind(column.current)](reference, current)
      expect(Math.abs(found - (statistic ?? 0)), name).toBeLessThan(1e-6)
    }
  })
})

describe('A column of which a window holds no value', () => {
  const known = Float32Array.of(1, 2, 3)
  const unknown = Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY)
  test.each([
    ['the reference', unknown, known, true],
    ['the current window', known, unknown, true],
    ['both windows', unknown, unknown, false],
    ['the current window, which has no row at all', known, new Float32Array(0), true],
  ])('has drifted when it is not both: %s', (_, reference, current, drifted) => {
    expect(assessColumn(reference, current)).toMatchObject({ test: null, statistic: null, drifted })
  })
})
