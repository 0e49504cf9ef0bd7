import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assessColumn } from '#core/drift/assess-column.ts'
import type { EvidentlyVerdict, OurVerdict } from '#core/drift/cases/evidently-verdict.ts'
import { findDisagreement } from '#core/drift/cases/find-disagreement.ts'
import type { ColumnValues } from '#core/drift/infer-column-kind.ts'
import { python, type WrittenColumn, writeColumns } from '#testing/ask-evidently.ts'
import { generateDriftColumns } from './prepare/generate-drift-columns.ts'

const projectDir = join(import.meta.dirname, '..')

interface PeerRun {
  seconds: number
  peakMb: number
  verdicts: EvidentlyVerdict[]
}

/**
 * Judges 120 columns of 307,511 reference and 48,744 current rows beside evidently's DataDriftPreset on the same arrays,
 * which must come to the same tests, statistics and verdicts. `seconds` counts reading each column from its file and
 * judging it, one at a time; evidently has all of them in memory before its time begins. `ratio` is its time ÷ ours.
 */
export async function run(): Promise<Record<string, number>> {
  execFileSync('bash', ['ml/setup.sh'], { cwd: projectDir, stdio: ['ignore', 2, 2] })
  const directory = mkdtempSync(join(tmpdir(), 'credit-advisor-drift-'))
  try {
    const columns = writeColumns(directory, generateDriftColumns())
    const start = performance.now()
    const judged = columns.map((column) => judge(directory, column))
    const seconds = (performance.now() - start) / 1000
    const peakMb = readPeakMb()
    const peer = runPeer(directory)
    const largestDifference = assertEqualToEvidently(judged, peer.verdicts)
    return {
      ratio: round(peer.seconds / seconds, 1),
      seconds: round(seconds, 3),
      peakMb: Math.round(peakMb),
      evidentlySeconds: round(peer.seconds, 1),
      evidentlyPeakMb: Math.round(peer.peakMb),
      columns: judged.length,
      driftedColumns: judged.filter(({ drifted }) => drifted).length,
      largestDifference,
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

interface Judged extends OurVerdict {
  name: string
}

function judge(directory: string, { name, type, reference, current }: WrittenColumn): Judged {
  const kind = type === 'float32' ? Float32Array : Int32Array
  const read = (file: string): ColumnValues => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(directory, file))
    return new kind(buffer, byteOffset, byteLength / kind.BYTES_PER_ELEMENT)
  }
  // The sorted windows are let go with the column.
  return { name, ...assessColumn(read(reference), read(current)), reference: none, current: none }
}

const none = new Float32Array(0)

function runPeer(directory: string): PeerRun {
  console.error('evidently is at work, for about two minutes')
  const output = execFileSync(
    python,
    ['-W', 'ignore', join(projectDir, 'ml/bench/evidently_preset.py'), directory],
    { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 2] },
  )
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as PeerRun
}

function assertEqualToEvidently(judged: readonly Judged[], verdicts: readonly EvidentlyVerdict[]): number {
  const byName = new Map(verdicts.map((verdict) => [verdict.name, verdict]))
  let largest = 0
  for (const { name, ...ours } of judged) {
    const said = byName.get(name)
    const disagreement = findDisagreement(ours, said)
    if (disagreement) throw new Error(`${name}: ${disagreement}. No figure is given.`)
    largest = Math.max(largest, Math.abs((ours.statistic as number) - (said?.statistic as number)))
  }
  return largest
}

function readPeakMb(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}

function round(figure: number, decimals: number): number {
  return Number(figure.toFixed(decimals))
}
