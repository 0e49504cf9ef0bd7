import { roundDigits } from '../cohort/round-digits.ts'
import {
  type DriftColumn,
  type DriftReportAnswer,
  type DriftReportInput,
  driftReportInputSchema,
} from '../contracts/drift-report.ts'
import type { Language } from '../contracts/language.ts'
import { formatFeatureValue } from '../contracts/wording/format-feature-value.ts'
import type { Verdict } from '../drift/assess-windows.ts'
import type { ComputedColumn } from './compute-drift.ts'
import { createProvenance } from './create-provenance.ts'
import { createUnknownFeatureError } from './create-unknown-feature-error.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { type DriftWait, readDrift } from './read-drift.ts'

export interface DriftReportOptions extends DriftWait {
  /** Columns listed at most, those first that matter most; all unless given. */
  mostColumns?: number
}

/**
 * Compares a window of clients with the one that the model was trained on, as evidently would: which features drifted,
 * whether the dataset did, how the prediction moved and what the model expects it to cost.
 *
 * @throws AdvisorError INVALID_INPUT, UNKNOWN_WINDOW, UNKNOWN_FEATURE, NO_WINDOW_TO_COMPARE; PORTFOLIO_NOT_SCORED while
 *   the served model has not scored every client. The signal's reason when it aborts.
 */
export async function driftReport(
  advisor: AdvisorContext,
  input: DriftReportInput = {},
  { mostColumns = Number.POSITIVE_INFINITY, ...wait }: DriftReportOptions = {},
): Promise<DriftReportAnswer> {
  const { window, features, onlyDrifted, language } = parseInput(driftReportInputSchema, input)
  const modelFeatures = advisor.scorer.bundle.manifest.features
  const unknown = features?.find((feature) => !modelFeatures.includes(feature))
  if (unknown !== undefined) throw createUnknownFeatureError(modelFeatures, unknown, 'all of the model’s')
  const { reference, current, dataset, columns, prediction } = await readDrift(advisor, window, wait)
  const chosen = columns.filter(
    ({ feature, drifted }) => (features?.includes(feature) ?? true) && (drifted || !onlyDrifted),
  )
  const listed = chosen.slice(0, mostColumns)
  return {
    reference,
    current,
    dataset: { ...dataset, share: roundDigits(dataset.share, 6) },
    columns: listed.map((column) => describeColumn(advisor, column, language)),
    columnsLeftOut: chosen.length - listed.length,
    prediction: {
      ...roundVerdict(prediction),
      reference: roundFigures(prediction.reference),
      current: roundFigures(prediction.current),
    },
    provenance: createProvenance(advisor, advisor.servedDataset(), language),
  }
}

function describeColumn(
  advisor: AdvisorContext,
  { newValues, ...column }: ComputedColumn,
  language: Language,
): DriftColumn {
  const words = advisor.servedDataset().featureWords(language).get(column.feature)
  const format = { language, currency: advisor.currency }
  return {
    ...column,
    ...roundVerdict(column),
    label: words?.label ?? column.feature,
    missingShareReference: roundDigits(column.missingShareReference, 6),
    missingShareCurrent: roundDigits(column.missingShareCurrent, 6),
    newCategories: newValues.map((category) =>
      words ? formatFeatureValue(category, words, format) : String(category),
    ),
    importance: roundDigits(column.importance, 6),
  }
}

/** A p-value by its digits, since it may be tiny; a distance by its decimals. */
function roundVerdict({ kind, test, statistic, threshold, drifted }: Verdict): Verdict {
  const isPValue = test === 'ks' || test === 'chisquare' || test === 'z'
  const round = (exact: number) => (isPValue ? roundDigits(exact) : Number(exact.toFixed(8)))
  return { kind, test, statistic: statistic === null ? null : round(statistic), threshold, drifted }
}

function roundFigures<Figures extends Record<string, number>>(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [name, roundDigits(figure)]),
  ) as Figures
}
