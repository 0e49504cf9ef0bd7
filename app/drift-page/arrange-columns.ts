import type { DriftColumn } from '#core/contracts/drift-report.ts'
import type { Language } from '#core/contracts/language.ts'
import type { DriftQuery, DriftSortKey } from './drift-query.ts'

/** A column and its place by drift × importance, from 1. */
export interface RankedColumn extends DriftColumn {
  rank: number
}

/**
 * How far a column lies beyond its threshold: 1 is at it. A p-value is far when it is small, by powers of ten; a column
 * that can't be tested comes last.
 */
export function measureStrength({ test, statistic, threshold }: DriftColumn): number {
  if (test === null || statistic === null || threshold === null) return -1
  if (test === 'wasserstein' || test === 'jensenshannon') return statistic / threshold
  return Math.log(Math.max(statistic, 1e-300)) / Math.log(threshold)
}

const measures: Record<Exclude<DriftSortKey, 'label'>, (column: RankedColumn) => number> = {
  rank: ({ rank }) => rank,
  strength: measureStrength,
  missing: ({ missingShareReference, missingShareCurrent }) =>
    Math.abs(missingShareCurrent - missingShareReference),
  importance: ({ importance }) => importance,
}

/** Text without accents and capitals, as it is searched for. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

/** The columns that the page lists, in its order. `columns` come by drift × importance. */
export function arrangeColumns(
  columns: readonly DriftColumn[],
  {
    onlyDrifted,
    search,
    sort,
    descending,
  }: Pick<DriftQuery, 'onlyDrifted' | 'search' | 'sort' | 'descending'>,
  language: Language,
): RankedColumn[] {
  const sought = fold(search)
  const direction = descending ? -1 : 1
  const { compare } = new Intl.Collator(language, { numeric: true })
  return columns
    .map((column, index) => ({ ...column, rank: index + 1 }))
    .filter(({ drifted, missingnessDrifted }) => !onlyDrifted || drifted || missingnessDrifted)
    .filter(({ label, feature }) => fold(label).includes(sought) || fold(feature).includes(sought))
    .sort((a, b) => {
      const order = sort === 'label' ? compare(a.label, b.label) : measures[sort](a) - measures[sort](b)
      return direction * order || a.rank - b.rank
    })
}
