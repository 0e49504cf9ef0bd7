import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assessColumn } from './assess-column.ts'
import { caseSizes, generateColumns } from './cases/generate-columns.ts'
import { driftTests } from './drift-tests.ts'
import { inferColumnKind } from './infer-column-kind.ts'

/** What evidently said, from bench/prepare/write-drift-golden.ts. */
const said = readFileSync(join(import.meta.dirname, 'cases/evidently.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [reference, current, asked, column, test, statistic, threshold, drifted, raises] = line.split(',')
    return {
      rows: `${reference} × ${current}`,
      asked,
      column: column as string,
      test,
      statistic: Number(statistic),
      threshold: Number(threshold),
      drifted: drifted === 'true',
      raises,
    }
  })

const toleranceOf = (test: string | undefined) =>
  test === 'wasserstein' || test === 'jensenshannon' ? 1e-6 : 1e-4

describe.each(caseSizes)('Of $reference reference and $current current rows', (sizes) => {
  const columns = generateColumns(sizes)
  const verdicts = said.filter(({ rows }) => rows === `${sizes.reference} × ${sizes.current}`)

  test('every column gets evidently’s test, statistic and verdict', () => {
    for (const { name, reference, current } of columns) {
      const expected = verdicts.find(({ asked, column }) => asked === '' && column === name)
      const found = assessColumn(reference, current)
      if (expected?.test === '') {
        // evidently judges no column of which a window holds no value.
        expect(expected.raises, name).toContain('An empty column')
        expect(found, name).toMatchObject({ test: null, statistic: null, threshold: null })
        continue
      }
      const { test, threshold, drifted, statistic } = found
      expect({ test, threshold, drifted }, name).toEqual({
        test: expected?.test,
        threshold: expected?.threshold,
        drifted: expected?.drifted,
      })
      expect(Math.abs((statistic as number) - (expected?.statistic as number)), name).toBeLessThan(
        toleranceOf(expected?.test),
      )
    }
  })

  test('Jensen–Shannon asked for by name bins numerical columns as evidently does', () => {
    for (const { name, reference, current } of columns) {
      const expected = verdicts.find(({ asked, column }) => asked === 'jensenshannon' && column === name)
      if (expected?.test === '') continue
      const sorted = assessColumn(reference, current)
      const compute = driftTests.jensenshannon.compute[inferColumnKind(current)]
      const found = compute(sorted.reference, sorted.current)
      expect(Math.abs(found - (expected?.statistic as number)), name).toBeLessThan(1e-6)
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
  ])('has drifted when it is not both: %s', (_, reference, current, drifted) => {
    expect(assessColumn(reference, current)).toMatchObject({ test: null, statistic: null, drifted })
  })
  test('is nothing special when a window holds no row at all', () => {
    expect(assessColumn(known, new Float32Array(0))).toMatchObject({ test: null, drifted: true })
  })
})
