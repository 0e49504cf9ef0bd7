import { setImmediate as nextTurn } from 'node:timers/promises'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'
import { readProbabilities } from '#db/store/queries/read-probabilities.ts'
import type { Language } from '../contracts/language.ts'
import {
  type ViewDriftAnswer,
  type ViewDriftInput,
  viewDriftInputSchema,
  type WindowDistribution,
} from '../contracts/view-drift.ts'
import { formatFeatureValue } from '../contracts/wording/format-feature-value.ts'
import { compareHistograms } from '../drift/compare-histograms.ts'
import { chooseWindows, listOtherWindows } from './choose-windows.ts'
import { type ComparedWindows, pickMembers } from './compute-drift.ts'
import { createUnknownFeatureError } from './create-unknown-feature-error.ts'
import { labelBins } from './describe-standing.ts'
import { driftReport } from './drift-report.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'

const defaultDistributions = 6

/**
 * All that the drift page shows: the whole report, and how some features are distributed in both windows.
 *
 * @throws AdvisorError as `driftReport` does.
 */
export async function viewDrift(
  advisor: AdvisorContext,
  input: ViewDriftInput = {},
): Promise<ViewDriftAnswer> {
  const { window, distributions, language } = parseInput(viewDriftInputSchema, input)
  const { manifest } = advisor.scorer.bundle
  const unknown = distributions?.find((feature) => !manifest.features.includes(feature))
  if (unknown !== undefined) throw createUnknownFeatureError(manifest.features, unknown, 'the first ones')
  const report = await driftReport(advisor, { language, ...(window !== undefined && { window }) })
  const dataset = advisor.servedDataset()
  const windows = chooseWindows(advisor, report.current.name)
  const features =
    distributions ?? report.columns.slice(0, defaultDistributions).map(({ feature }) => feature)
  const answer = {
    report,
    windows: listOtherWindows(advisor.store, manifest.trainingData.window).map(({ name, clients }) => ({
      name,
      clients,
    })),
    predictionDistribution: {
      feature: 'probabilityOfDefault',
      label: predictionLabels[language],
      unit: 'percent',
      ...compareColumn(readProbabilities(advisor.store), windows),
    },
    distributions: await compareFeatures(advisor, { windows, features, language }),
  }
  // A load or a scoring came between: report and distributions would be of other data.
  return advisor.servedDataset() === dataset ? answer : viewDrift(advisor, input)
}

const predictionLabels: Record<Language, string> = {
  fr: 'Probabilité de défaut',
  en: 'Probability of default',
}

async function compareFeatures(
  advisor: AdvisorContext,
  asked: { windows: ComparedWindows; features: readonly string[]; language: Language },
): Promise<WindowDistribution[]> {
  const compared: WindowDistribution[] = []
  for (const name of asked.features) {
    compared.push(compareFeature(advisor, name, asked))
    await nextTurn()
  }
  return compared
}

function compareFeature(
  advisor: AdvisorContext,
  name: string,
  { windows, language }: { windows: ComparedWindows; language: Language },
): WindowDistribution {
  const histograms = compareColumn(readFeatureColumn(advisor.store, name), windows)
  const feature = advisor.servedDataset().featureWords(language).get(name)
  if (!feature) return { feature: name, label: name, unit: '', ...histograms }
  const say = (exact: number) => formatFeatureValue(exact, feature, { language, currency: advisor.currency })
  return {
    feature: name,
    label: feature.label,
    unit: feature.unit,
    reference: labelBins(histograms.reference, feature, say),
    current: labelBins(histograms.current, feature, say),
  }
}

function compareColumn(byClient: Float32Array, { reference, current }: ComparedWindows) {
  return compareHistograms(pickMembers(byClient, reference), pickMembers(byClient, current))
}
