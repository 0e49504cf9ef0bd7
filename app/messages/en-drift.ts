import type { frDrift } from './fr-drift.ts'

/** The same in English. */
export const enDrift = {
  'drift.title': 'Drift',
  'drift.lead':
    'Do new clients still resemble those that the model learnt from? The tests are evidently’s; none waits for the outcome of a credit.',
  'drift.loading': 'Comparing the two windows…',
  'drift.windows': 'Window compared with the reference',
  'drift.points': '{points} pt',
  'drift.drifted': 'Drifted',
  'drift.stable': 'Stable',
  'drift.missingness': 'Unknowns',
  'drift.problem.window': 'The address asks for a window that does not exist, or has no clients to compare.',
  'drift.problem.none':
    'There are no two windows to compare: it takes the one that the model learnt from, and another. Import a later window.',
  'drift.problem.notScored':
    'The model is still scoring every client: the comparison will be possible after that.',
  'drift.problem.other': 'The comparison did not go through. Nothing is shown rather than a doubtful figure.',
  'drift.problem.latest': 'Compare the latest window',

  'drift.verdict.title': 'Verdict',
  'drift.verdict.note': 'evidently’s rules',
  'drift.verdict.drifted': 'The data have drifted',
  'drift.verdict.stable': 'Stable data',
  'drift.verdict.sentence':
    '{count, plural, =0 {No column of {columns} drifts ({share}).} one {One column of {columns} drifts ({share}).} other {{drifted} columns of {columns} drift ({share}).}} The data count as drifted from {threshold} of the columns.',
  'drift.verdict.threshold': 'threshold {threshold}',
  'drift.verdict.weight': 'of the model’s weight rests on them',
  'drift.verdict.missing': '{count, plural, one {column} other {columns}} whose share of unknowns drifts',
  'drift.verdict.new': '{count, plural, one {column} other {columns}} with a new category',
  'drift.verdict.windows':
    'Reference: {reference} ({referenceRows} clients). Compared: {current} ({currentRows} clients).',

  'drift.leading.title': 'What moves and weighs',
  'drift.leading.note': 'the first columns by drift × importance',
  'drift.leading.weight': '{test} {statistic} · importance {importance}',

  'drift.prediction.title': 'Prediction and cost',
  'drift.prediction.test': '{test} {statistic}, drifts if {threshold}',
  'drift.prediction.same': 'The expected cost per client stays: {before}, then {after} ({percent}%).',
  'drift.prediction.dearer':
    'A client of the window compared costs {percent}% more on average: {after} instead of {before}.',
  'drift.prediction.cheaper':
    'A client of the window compared costs {percent}% less on average: {after} instead of {before}.',
  'drift.prediction.caption': 'What the model predicts for each window',
  'drift.prediction.refused': 'Share above the refusal threshold',
  'drift.prediction.cost': 'Expected cost per client',
  'drift.prediction.total': 'Expected cost of the window',
  'drift.prediction.explained':
    'The expected cost is computed without outcomes, from calibrated probabilities: 10 a missed default, 1 a refused good client. It does not see a drift of the link between clients and their outcome.',

  'drift.columns.title': 'Columns',
  'drift.columns.note': 'ranked by drift × importance',
  'drift.columns.caption': 'Test, verdict and weight of each column',
  'drift.columns.switch': 'Columns listed',
  'drift.columns.everything': 'All ({count})',
  'drift.columns.onlyDrifted': 'Drifted, values or unknowns ({count})',
  'drift.columns.search': 'Find a column',
  'drift.columns.placeholder': 'Column’s name…',
  'drift.columns.listed': '{count, plural, =0 {No column.} one {# column.} other {{total} columns.}}',
  'drift.columns.none': 'No column matches.',
  'drift.columns.all': 'See all {count} columns',
  'drift.columns.fewer': 'See only the first {count}',
  'drift.columns.key':
    'Vertical tick: the test’s threshold. A distance drifts from its threshold on, a p-value up to it. Unknowns: the share of missing values drifts, not necessarily the values. Open a column to see its two distributions.',
  'drift.column.rank': 'Rank',
  'drift.column.column': 'Column',
  'drift.column.verdict': 'Verdict',
  'drift.column.test': 'Test',
  'drift.column.statistic': 'Statistic',
  'drift.column.threshold': 'Drifts if',
  'drift.column.missing': 'Unknown',
  'drift.column.importance': 'Importance',
  'drift.column.name': 'Technical name',
  'drift.column.kind': 'Kind',
  'drift.column.values': 'Values',
  'drift.column.difference': 'Difference, in points',
  'drift.column.change': 'Change',
  'drift.numerical': 'numerical',
  'drift.categorical': 'categorical',
  'drift.newCategories': '{count, plural, one {New category: {names}} other {New categories: {names}}}',
  'drift.test.ks': 'Kolmogorov–Smirnov',
  'drift.test.chisquare': 'Chi-square',
  'drift.test.z': 'Z-test of proportions',
  'drift.test.wasserstein': 'Normed Wasserstein',
  'drift.test.jensenshannon': 'Jensen–Shannon',
  'drift.test.none': 'none: a window without values',
  'drift.statistic.tiny': '< {smallest}',
  'drift.threshold.distance': '≥ {threshold}',
  'drift.threshold.p': '≤ {threshold}',
  'drift.distribution.none': 'No value known in both windows.',
  'drift.distribution.description':
    '{label}: the largest difference is at {bin}, {reference} of the reference and {current} of the window compared.',
  'drift.distribution.moved': 'Largest difference: {bin}, {reference} → {current}.',
  'drift.distribution.caption': '{label}: share of each window',

  'drift.evidently.title': 'evidently’s report',
  'drift.evidently.note': 'the reference tool, on the same data',
  'drift.evidently.lead':
    'The whole of evidently’s report, with its own charts. It opens apart, without access to the rest of the application.',
  'drift.evidently.open': 'Open the report',
  'drift.evidently.made': 'Made on {date} · data {dataVersion} · features of the model {modelVersion}',
  'drift.evidently.other':
    'This report is about other data ({found}) than those served ({served}): make it again with npm run ml:drift.',
  'drift.evidently.otherModel':
    'This report is about the features of another model ({found}) than the served one ({served}): make it again with npm run ml:drift.',
  'drift.evidently.frame': 'evidently’s report, in English',
  'drift.evidently.alone': 'Full screen',
  'drift.evidently.back': 'Back to drift',
  'drift.evidently.missing.title': 'There is no report of evidently’s yet',
  'drift.evidently.missing.body':
    'The command npm run ml:drift makes it, as HTML and JSON; it then opens here.',
  'drift.evidently.none': 'There is none yet. The command npm run ml:drift makes it, as HTML and JSON.',
} as const satisfies Record<keyof typeof frDrift, string>
