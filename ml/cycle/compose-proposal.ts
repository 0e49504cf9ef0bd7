import type { RetrainingDecision } from './decide-retraining.ts'
import type { DriftSummary, Evaluated } from './findings.ts'

const listedFeatures = 20

/** What one turn of the life cycle found, in Markdown, for the people who decide. Figures of groups, never of a client. */
export function composeProposal(found: {
  drift: DriftSummary
  decision: RetrainingDecision
  candidate: Evaluated | null
}): string {
  const { drift, decision, candidate } = found
  return `${[
    `# Model life cycle: ${drift.dataVersion}`,
    decision.reason,
    '## Drift',
    describeDrift(drift),
    candidate ? `# Candidate\n\n${candidate.report.trim()}` : '',
    candidate ? 'Nothing was promoted: that is for a person to do.' : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

function describeDrift(drift: DriftSummary): string {
  const { reference, current, driftedFeatures, leftOut } = drift
  const share = `${(100 * drift.share).toFixed(0)} %`
  const lines = [
    `${drift.drifted ? '**Drifted**' : 'Not drifted'}: ${drift.driftedColumns} of ${drift.columns} columns (${share}), ` +
      `${count(current.rows)} clients of \`${current.name}\` against ${count(reference.rows)} of \`${reference.name}\`, ` +
      `the features of \`${drift.modelVersion}\`. By evidently’s own defaults; its report: \`${drift.folder}/report.html\`.`,
  ]
  if (driftedFeatures.length > 0) lines.push(`Drifted: ${listNames(driftedFeatures)}.`)
  if (leftOut.length > 0) {
    lines.push(
      `Without a value in one of the windows: ${listNames(leftOut.map((column) => column.feature))}.`,
    )
  }
  return lines.join('\n\n')
}

function listNames(names: string[]): string {
  const rest = names.length - listedFeatures
  const listed = names.slice(0, listedFeatures).map((name) => `\`${name}\``)
  return listed.join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

function count(value: number): string {
  return value.toLocaleString('en')
}
