import type { SortedValues } from '../sorted-values.ts'

/** What evidently says of a column. */
export interface EvidentlyVerdict {
  name: string
  /** Why its report gave up on the column, if it did. */
  raises?: string | undefined
  /** Absent, with all that follows, where a window holds no value. */
  test?: string | undefined
  /** Null for NaN. */
  statistic?: number | null | undefined
  threshold?: number | undefined
  drifted?: boolean | undefined
}

/** What we say of a column. */
export interface OurVerdict {
  test: string | null
  statistic: number | null
  threshold: number | null
  drifted: boolean
  reference: SortedValues
  current: SortedValues
}

const columns = ['asked', 'column', 'test', 'statistic', 'threshold', 'drifted', 'raises'] as const

export const verdictHead = ['reference', 'current', ...columns].join(',')

/** A line of a golden file: the windows' rows, the test asked for by name (empty for evidently's own choice), the verdict. */
export function formatVerdict(
  rows: { reference: number; current: number },
  asked: string,
  said: EvidentlyVerdict,
): string {
  const { name, test, statistic, threshold, drifted, raises } = said
  return [rows.reference, rows.current, asked, name, test, statistic, threshold, drifted, raises].join(',')
}

export interface GoldenVerdict extends EvidentlyVerdict {
  rows: { reference: number; current: number }
  asked: string
}

/** The verdicts of a golden file. */
export function parseVerdicts(text: string): GoldenVerdict[] {
  const [, ...lines] = text.trim().split('\n')
  return lines.map((line) => {
    const [reference, current, asked = '', name = '', test, statistic, threshold, drifted, ...raises] =
      line.split(',')
    return {
      rows: { reference: Number(reference), current: Number(current) },
      asked,
      name,
      test: test || undefined,
      statistic: statistic ? Number(statistic) : null,
      threshold: threshold ? Number(threshold) : undefined,
      drifted: drifted === 'true',
      raises: raises.join(',') || undefined,
    }
  })
}
