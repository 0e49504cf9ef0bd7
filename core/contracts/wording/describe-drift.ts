import type { DriftColumn, DriftReportAnswer } from '../drift-report.ts'
import type { Language } from '../language.ts'
import { formatNumber, formatPercent } from './format-number.ts'

const mostColumns = 3

/** The verdict on the dataset, what it does to the prediction and its cost, and the columns that matter most. */
export function describeDrift(answer: DriftReportAnswer, language: Language): string {
  return [
    describeDataset(answer, language),
    describePrediction(answer, language),
    describeColumns(answer.columns, language),
    answer.provenance.notice,
  ]
    .filter(Boolean)
    .join(' ')
}

function describeDataset({ reference, current, dataset }: DriftReportAnswer, language: Language): string {
  const rows = (count: number) => formatNumber(count, language)
  const share = formatPercent(dataset.share, language)
  const threshold = formatPercent(dataset.threshold, language, 0)
  const { driftedColumns, columns } = dataset
  if (language === 'fr') {
    const verdict = dataset.drifted ? 'les données ont dérivé' : 'pas de dérive d’ensemble'
    return `Fenêtre ${current.name} (${rows(current.rows)} clients) comparée à ${reference.name} (${rows(reference.rows)}) : ${driftedColumns} caractéristique${driftedColumns > 1 ? 's' : ''} sur ${columns} ${driftedColumns > 1 ? 'ont' : 'a'} dérivé (${share}, seuil ${threshold}), ${verdict}.`
  }
  const verdict = dataset.drifted ? 'the data have drifted' : 'no drift overall'
  return `Window ${current.name} (${rows(current.rows)} clients) compared with ${reference.name} (${rows(reference.rows)}): ${driftedColumns} of ${columns} features drifted (${share}, threshold ${threshold}), ${verdict}.`
}

function describePrediction({ prediction }: DriftReportAnswer, language: Language): string {
  const { reference, current, drifted } = prediction
  const mean = (window: typeof reference) => formatPercent(window.meanProbabilityOfDefault, language)
  const cost = (window: typeof reference) => formatNumber(window.expectedCostPerClient, language, 3)
  if (language === 'fr') {
    return `La prédiction ${drifted ? 'a dérivé' : 'n’a pas dérivé'} : probabilité moyenne de défaut ${mean(current)} contre ${mean(reference)}, coût attendu par client ${cost(current)} contre ${cost(reference)}.`
  }
  return `The prediction ${drifted ? 'has drifted' : 'has not drifted'}: mean probability of default ${mean(current)} against ${mean(reference)}, expected cost per client ${cost(current)} against ${cost(reference)}.`
}

function describeColumns(columns: readonly DriftColumn[], language: Language): string {
  const drifted = columns.filter((column) => column.drifted).slice(0, mostColumns)
  if (drifted.length === 0) return ''
  const head = language === 'fr' ? 'Ce qui compte le plus : ' : 'What matters most: '
  const separator = language === 'fr' ? ' ; ' : '; '
  return `${head}${drifted.map(({ label }) => label).join(separator)}.`
}
