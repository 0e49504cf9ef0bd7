import {
  type DriftColumn,
  type DriftReportAnswer,
  type DriftTest,
  driftReportAnswerSchema,
} from '#core/contracts/drift-report.ts'
import type { Language } from '#core/contracts/language.ts'
import type { Intent } from '../../understanding/reading.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { upperFirst } from './upper-first.ts'

const mostColumns = 5
/** Statistics are shown to three decimals. */
const smallestStatistic = 0.001

type Dataset = Record<'drifted' | 'columns' | 'share' | 'threshold', string>
type Sides = Record<'now' | 'before', string>

interface Words {
  drifted: string
  steady: string
  dataset: (dataset: Dataset) => string
  windows: (current: string, currentRows: string, reference: string, referenceRows: string) => string
  prediction: Record<'drifted' | 'steady', (risk: Sides, cost: Sides) => string>
  leading: string
  none: string
  verdict: Record<'drifted' | 'steady', string>
  tests: Record<DriftTest, string>
  column: (label: string, verdict: string, test: string, importance: string) => string
  statistic: (test: string, statistic: string) => string
  untested: string
}

const words: Record<Language, Words> = {
  fr: {
    drifted: '**Oui, les données ont dérivé**',
    steady: '**Non, pas de dérive d’ensemble**',
    dataset: ({ drifted, columns, share, threshold }) =>
      ` : ${drifted} caractéristiques sur ${columns} ont dérivé, soit ${share}. Le seuil à partir duquel l’ensemble a dérivé est de ${threshold}.`,
    windows: (current, currentRows, reference, referenceRows) =>
      `Période actuelle « ${current} » (${currentRows} clients), comparée à la référence « ${reference} » (${referenceRows} clients).`,
    prediction: {
      drifted: (risk, cost) =>
        `La prédiction a dérivé : probabilité moyenne de défaut de ${risk.now} à présent, de ${risk.before} à l’entraînement. Coût attendu par client : ${cost.now} à présent, ${cost.before} à l’entraînement.`,
      steady: (risk, cost) =>
        `La prédiction n’a pas dérivé : probabilité moyenne de défaut de ${risk.now} à présent, de ${risk.before} à l’entraînement. Coût attendu par client : ${cost.now} à présent, ${cost.before} à l’entraînement.`,
    },
    leading: 'Ce qui a le plus dérivé, selon son poids dans le modèle :',
    none: 'Aucune caractéristique n’a dérivé.',
    verdict: { drifted: 'a dérivé', steady: 'n’a pas dérivé' },
    tests: {
      ks: 'valeur p de Kolmogorov–Smirnov',
      chisquare: 'valeur p du khi-deux',
      z: 'valeur p du test z',
      wasserstein: 'distance de Wasserstein normée',
      jensenshannon: 'distance de Jensen–Shannon',
    },
    column: (label, verdict, test, importance) =>
      `${label} : ${verdict} (importance ${importance}). ${upperFirst(test)}.`,
    statistic: (test, statistic) => `${test} : ${statistic}`,
    untested: 'sans valeurs à comparer',
  },
  en: {
    drifted: '**Yes, the data have drifted**',
    steady: '**No, there is no drift overall**',
    dataset: ({ drifted, columns, share, threshold }) =>
      `: ${drifted} of ${columns} features have drifted, or ${share}. The threshold from which the whole counts as drifted is ${threshold}.`,
    windows: (current, currentRows, reference, referenceRows) =>
      `Current window “${current}” (${currentRows} clients), compared with the reference “${reference}” (${referenceRows} clients).`,
    prediction: {
      drifted: (risk, cost) =>
        `The prediction has drifted: mean probability of default ${risk.now} now, ${risk.before} in training. Expected cost per client: ${cost.now} now, ${cost.before} in training.`,
      steady: (risk, cost) =>
        `The prediction has not drifted: mean probability of default ${risk.now} now, ${risk.before} in training. Expected cost per client: ${cost.now} now, ${cost.before} in training.`,
    },
    leading: 'What drifted most, by its weight in the model:',
    none: 'No feature has drifted.',
    verdict: { drifted: 'has drifted', steady: 'has not drifted' },
    tests: {
      ks: 'Kolmogorov–Smirnov p-value',
      chisquare: 'chi-square p-value',
      z: 'z-test p-value',
      wasserstein: 'normed Wasserstein distance',
      jensenshannon: 'Jensen–Shannon distance',
    },
    column: (label, verdict, test, importance) =>
      `${label}: ${verdict} (importance ${importance}). ${upperFirst(test)}.`,
    statistic: (test, statistic) => `${test}: ${statistic}`,
    untested: 'no values to compare',
  },
}

/** The verdict on the data, what it does to the prediction, and the columns that matter most or were asked for. */
export function composeDrift(
  { features }: Extract<Intent, { kind: 'drift' }>,
  context: AnswerContext,
): string | null {
  const answer = readAnswer(context.results, 'driftReport', driftReportAnswerSchema)
  if (!answer) return null
  const columns = features?.length
    ? answer.columns.map((column) => `- ${sayColumn(column, context)}`).join('\n')
    : listLeading(answer.columns, context)
  const parts = [sayDataset(answer, context), sayPrediction(answer, context)]
  // What was asked for comes first.
  return (features?.length ? [columns, ...parts] : [...parts, columns]).filter(Boolean).join('\n\n')
}

function sayDataset({ dataset, current, reference }: DriftReportAnswer, { language, format }: AnswerContext) {
  const say = words[language]
  const figures: Dataset = {
    drifted: format.integer(dataset.driftedColumns),
    columns: format.integer(dataset.columns),
    share: format.share(dataset.share),
    threshold: format.compactShare(dataset.threshold),
  }
  const rows = [format.integer(current.rows), format.integer(reference.rows)] as const
  return `${dataset.drifted ? say.drifted : say.steady}${say.dataset(figures)} ${say.windows(current.name, rows[0], reference.name, rows[1])}`
}

function sayPrediction({ prediction }: DriftReportAnswer, { language, format }: AnswerContext): string {
  const { reference, current, drifted } = prediction
  const risk = {
    now: format.probability(current.meanProbabilityOfDefault),
    before: format.probability(reference.meanProbabilityOfDefault),
  }
  const cost = {
    now: format.decimal(current.expectedCostPerClient, 3),
    before: format.decimal(reference.expectedCostPerClient, 3),
  }
  return words[language].prediction[drifted ? 'drifted' : 'steady'](risk, cost)
}

function listLeading(columns: readonly DriftColumn[], context: AnswerContext): string {
  const { leading, none } = words[context.language]
  const drifted = columns.filter((column) => column.drifted).slice(0, mostColumns)
  if (drifted.length === 0) return none
  return [leading, ...drifted.map((column) => `- ${sayColumn(column, context)}`)].join('\n')
}

function sayColumn(column: DriftColumn, { language, format }: AnswerContext): string {
  const say = words[language]
  const { test, statistic } = column
  const tested =
    test === null || statistic === null
      ? say.untested
      : say.statistic(say.tests[test], sayStatistic(statistic, format))
  return say.column(
    column.label,
    say.verdict[column.drifted ? 'drifted' : 'steady'],
    tested,
    format.share(column.importance),
  )
}

function sayStatistic(statistic: number, format: AnswerContext['format']): string {
  return statistic > 0 && statistic < smallestStatistic
    ? `<\u202f${format.decimal(smallestStatistic, 3)}`
    : format.decimal(statistic, 3)
}
