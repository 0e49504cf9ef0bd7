import type { BatchScores } from './batch-scores.ts'

type Run = (rows: Float32Array, clientCount: number) => Promise<BatchScores>

interface Waiting {
  rows: Float32Array
  clientCount: number
  resolve: (scores: BatchScores) => void
  reject: (error: unknown) => void
}

/**
 * Runs the model once for all who ask in one turn of the event loop: beginning a run takes as long as half of a client's
 * trees. Each gets their own rows' scores, to the last bit those of a run alone.
 */
export function joinRuns(run: Run): Run {
  let waiting: Waiting[] = []
  const runGroup = async () => {
    const group = waiting
    waiting = []
    try {
      const scores = await run(join(group), countClients(group))
      let from = 0
      for (const { clientCount, resolve } of group) {
        resolve(takeScores(scores, from, from + clientCount))
        from += clientCount
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
  return (rows, clientCount) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(runGroup)
      waiting.push({ rows, clientCount, resolve, reject })
    })
}

function countClients(group: readonly Waiting[]): number {
  return group.reduce((sum, { clientCount }) => sum + clientCount, 0)
}

function join(group: readonly Waiting[]): Float32Array {
  const [first] = group
  if (first && group.length === 1) return first.rows
  const joined = new Float32Array(group.reduce((sum, { rows }) => sum + rows.length, 0))
  let from = 0
  for (const { rows } of group) {
    joined.set(rows, from)
    from += rows.length
  }
  return joined
}

function takeScores({ rawScoresLogOdds, probabilitiesOfDefault }: BatchScores, from: number, to: number) {
  return {
    rawScoresLogOdds: rawScoresLogOdds.subarray(from, to),
    probabilitiesOfDefault: probabilitiesOfDefault.subarray(from, to),
  }
}
