import { DataError } from '#db/data-error.ts'
import { rawSchema } from '../raw-schema.ts'
import type { TableSource } from './table-source.ts'

/**
 * Makes sure that a table has its columns, each once, in whatever order.
 * @throws DataError COLUMN_MISMATCH naming the column that is missing, renamed, too many or there twice.
 */
export function checkColumns(source: TableSource, found: string[]): void {
  const expected = rawSchema[source.table].map((column) => column.name)
  const twice = found.find((name, index) => found.indexOf(name) !== index)
  if (twice !== undefined) {
    throw mismatch(source, `has column "${twice}" twice`, 'Each column once is expected. Remove one of them.')
  }
  const missing = expected.filter((name) => !found.includes(name))
  const extra = found.filter((name) => !expected.includes(name))
  for (const name of missing) {
    const renamed = missing.length === 1 && extra.length === 1 ? extra[0] : nearestName(name, extra)
    if (renamed === undefined) continue
    throw mismatch(source, `has column "${renamed.slice(0, 60)}"`, `"${name}" is expected. Rename it so.`)
  }
  if (missing.length > 0) {
    const others =
      missing.length > 1 ? ` (and ${missing.length - 1} more: ${missing.slice(1, 5).join(', ')})` : ''
    throw mismatch(
      source,
      `lacks column "${missing[0]}"${others}`,
      `The ${expected.length} columns of the competition are expected. Add it; leave its values blank where they are unknown.`,
    )
  }
  if (extra.length > 0) {
    throw mismatch(
      source,
      `has column "${extra[0]?.slice(0, 60)}" (number ${found.indexOf(extra[0] ?? '') + 1}), which table ${source.table} does not have`,
      `The ${expected.length} columns of the competition are expected. Remove it.`,
    )
  }
}

function mismatch(source: TableSource, found: string, remedy: string): DataError {
  return new DataError('COLUMN_MISMATCH', `${source.name} (table ${source.table}) ${found}. ${remedy}`)
}

/** The name that is most likely meant, when one differs by little; null otherwise. */
function nearestName(name: string, candidates: string[]): string | undefined {
  const bound = Math.max(1, Math.floor(name.length / 4))
  let nearest: string | undefined
  let least = bound + 1
  for (const candidate of candidates) {
    const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')
    const edits =
      plain(name) === plain(candidate) ? 0 : countEdits(name.toUpperCase(), candidate.toUpperCase())
    if (edits >= least) continue
    nearest = candidate
    least = edits
  }
  return nearest
}

/** Levenshtein's distance, for names of columns: longer texts are cut. */
function countEdits(from: string, to: string): number {
  const target = to.slice(0, 100)
  let row = Array.from({ length: target.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= target.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === target[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[target.length] ?? 0
}
