import type { DriftColumn } from '#core/contracts/drift-report.ts'
import type { Language } from '#core/contracts/language.ts'
import type { ViewDriftAnswer, WindowDistribution } from '#core/contracts/view-drift.ts'
import { inventedProvenance } from './invented-clients.ts'

type Say = (french: string, english: string) => string

const stable: Omit<DriftColumn, 'feature' | 'label'> = {
  kind: 'numerical',
  test: 'wasserstein',
  statistic: 0.031,
  threshold: 0.1,
  drifted: false,
  missingShareReference: 0.002,
  missingShareCurrent: 0.003,
  missingnessDrifted: false,
  newCategories: [],
  importance: 0.012,
}

function inventColumns(say: Say): DriftColumn[] {
  const named: DriftColumn[] = [
    {
      ...stable,
      feature: 'credit_to_annuity_ratio',
      label: say('Crédit ÷ échéance', 'Credit ÷ instalment'),
      statistic: 0.412,
      drifted: true,
      importance: 0.061,
    },
    {
      ...stable,
      feature: 'external_score2',
      label: say('Score externe 2', 'External score 2'),
      statistic: 0.134,
      drifted: true,
      importance: 0.052,
    },
    {
      ...stable,
      feature: 'contract_type_code',
      label: say('Type de contrat', 'Type of contract'),
      kind: 'categorical',
      test: 'jensenshannon',
      statistic: 0.187,
      drifted: true,
      newCategories: [say('Crédit affecté', 'Tied credit')],
    },
    {
      ...stable,
      feature: 'external_score1',
      label: say('Score externe 1', 'External score 1'),
      missingShareReference: 0.564,
      missingShareCurrent: 0.419,
      missingnessDrifted: true,
    },
    {
      ...stable,
      feature: 'employment_years',
      label: say('Ancienneté dans l’emploi', 'Time in the present job'),
      test: 'ks',
      statistic: 0.0004,
      threshold: 0.05,
      drifted: true,
      importance: 0.021,
    },
    {
      ...stable,
      feature: 'enquiry_hour_count',
      label: say('Consultations dans l’heure', 'Enquiries in the hour'),
      test: null,
      statistic: null,
      threshold: null,
      missingShareCurrent: 1,
      missingnessDrifted: true,
      importance: 0.0002,
    },
  ]
  const others = Array.from({ length: 30 }, (_, index): DriftColumn => {
    const number = index + 1
    return {
      ...stable,
      feature: `bureau_figure_${number}`,
      label: say(`Chiffre du bureau ${number}`, `Bureau figure ${number}`),
      statistic: 0.09 / number,
      importance: 0.02 / number,
    }
  })
  return [...named, ...others]
}

function inventDistributions(say: Say): WindowDistribution[] {
  const edges = [0, 6, 12, 18, 24, 30, 45]
  return [
    {
      feature: 'credit_to_annuity_ratio',
      label: say('Crédit ÷ échéance', 'Credit ÷ instalment'),
      unit: 'ratio',
      reference: { edges, counts: [420, 2810, 5230, 6480, 3310, 1750] },
      current: { edges, counts: [310, 940, 610, 380, 170, 90] },
    },
    {
      feature: 'contract_type_code',
      label: say('Type de contrat', 'Type of contract'),
      unit: 'code',
      ...inventCategories(say),
    },
  ]
}

function inventCategories(say: Say): Pick<WindowDistribution, 'reference' | 'current'> {
  const shared = {
    edges: [0.5, 1.5, 2.5, 3.5],
    values: [1, 2, 3],
    valueLabels: [
      say('Prêt personnel', 'Cash loan'),
      say('Crédit renouvelable', 'Revolving credit'),
      say('Crédit affecté', 'Tied credit'),
    ],
  }
  return {
    reference: { ...shared, counts: [18100, 1900, 0] },
    current: { ...shared, counts: [2390, 20, 90] },
  }
}

/** A made-up report: columns of every kind, drifted and not, and some distributions. */
export function inventDrift(language: Language, hasDatasetDrifted = false): ViewDriftAnswer {
  const say: Say = (french, english) => (language === 'fr' ? french : english)
  const columns = inventColumns(say)
  const driftedColumns = hasDatasetDrifted ? 20 : columns.filter(({ drifted }) => drifted).length
  const scores = [0.01, 0.03, 0.06, 0.1, 0.2, 0.5]
  return {
    report: {
      reference: { name: 'train', rows: 20000 },
      current: { name: 'test', rows: 2500 },
      dataset: {
        driftedColumns,
        columns: columns.length,
        share: driftedColumns / columns.length,
        threshold: 0.5,
        drifted: hasDatasetDrifted,
      },
      columns,
      columnsLeftOut: 0,
      prediction: {
        kind: 'numerical',
        test: 'wasserstein',
        statistic: hasDatasetDrifted ? 0.21 : 0.048,
        threshold: 0.1,
        drifted: hasDatasetDrifted,
        reference: {
          meanProbabilityOfDefault: 0.0806,
          refusedShare: 0.274,
          expectedCost: 10060,
          expectedCostPerClient: 0.503,
        },
        current: {
          meanProbabilityOfDefault: 0.0871,
          refusedShare: 0.301,
          expectedCost: 1346.5,
          expectedCostPerClient: 0.5386,
        },
      },
      provenance: inventedProvenance,
    },
    windows: [
      { name: '2026-09', clients: 1800 },
      { name: 'test', clients: 2500 },
    ],
    predictionDistribution: {
      feature: 'probabilityOfDefault',
      label: say('Probabilité de défaut', 'Probability of default'),
      unit: 'percent',
      reference: { edges: scores, counts: [5600, 6900, 4100, 2600, 800] },
      current: { edges: scores, counts: [640, 810, 560, 370, 120] },
    },
    distributions: inventDistributions(say),
  }
}
