import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EvidentlyVerdict } from '#core/drift/cases/evidently-verdict.ts'
import type { GeneratedColumn } from '#core/drift/cases/generate-columns.ts'

const projectDir = join(import.meta.dirname, '..')
export const python = join(projectDir, 'ml/.venv/bin/python')

export interface AskEvidentlyOptions {
  /** The test for every column; evidently's own choice unless given. */
  method?: string
  /** Makes no report, only asks for verdicts: a twentieth of a column's 0.05 s. */
  undrawn?: boolean
}

/** Has evidently judge each column by itself. */
export function askEvidently(
  columns: readonly GeneratedColumn[],
  { method, undrawn = false }: AskEvidentlyOptions = {},
): EvidentlyVerdict[] {
  const directory = mkdtempSync(join(tmpdir(), 'credit-advisor-drift-'))
  try {
    writeColumns(directory, columns)
    const script = join(projectDir, 'ml/bench/evidently_verdicts.py')
    const options = [...(method ? ['--method', method] : []), ...(undrawn ? ['--undrawn'] : [])]
    const output = execFileSync(python, ['-W', 'ignore', script, directory, ...options], {
      env: { ...process.env, OMP_NUM_THREADS: '1' },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(output) as EvidentlyVerdict[]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A column as the peers of `ml/bench` read it: the type of its arrays and the files of its windows. */
export interface WrittenColumn {
  name: string
  type: 'float32' | 'int32'
  reference: string
  current: string
}

/** Writes columns to files one after the other, and `columns.json`, which tells of them. */
export function writeColumns(directory: string, columns: Iterable<GeneratedColumn>): WrittenColumn[] {
  const written: WrittenColumn[] = []
  for (const { name, reference, current } of columns) {
    const files = { reference: `${name}.reference`, current: `${name}.current` }
    writeFileSync(join(directory, files.reference), reference)
    writeFileSync(join(directory, files.current), current)
    written.push({ name, type: reference instanceof Float32Array ? 'float32' : 'int32', ...files })
  }
  writeFileSync(join(directory, 'columns.json'), JSON.stringify(written))
  return written
}
