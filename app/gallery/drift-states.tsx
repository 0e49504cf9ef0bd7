import { parseDriftQuery } from '../drift-page/parse-drift-query.ts'
import { ColumnsPanel } from '../panels/drift/columns-panel.tsx'
import { EvidentlyPanel } from '../panels/drift/evidently-panel.tsx'
import { LeadingPanel } from '../panels/drift/leading-panel.tsx'
import { PredictionPanel } from '../panels/drift/prediction-panel.tsx'
import { VerdictPanel } from '../panels/drift/verdict-panel.tsx'
import { WindowSwitch } from '../panels/drift/window-switch.tsx'
import type { GalleryState } from './gallery-state.ts'
import { inventDrift } from './invent-drift.ts'

const evidently = { createdAt: '2026-11-24T20:10:00Z', dataVersion: 'demo-1', modelVersion: 'lgbm-1' }

function columns(name: string, search: string): Omit<GalleryState, 'page'> {
  const query = parseDriftQuery(new URLSearchParams(search))
  return {
    name: `drift: ${name}`,
    address: `/drift?${search}`,
    render: (language) => {
      const { report, distributions } = inventDrift(language)
      const opened = distributions.filter(({ feature }) => query.open.includes(feature))
      return <ColumnsPanel report={report} distributions={opened} query={query} />
    },
  }
}

const states: Omit<GalleryState, 'page'>[] = [
  { name: 'drift: stable', render: (language) => <VerdictPanel report={inventDrift(language).report} /> },
  {
    name: 'drift: drifted',
    render: (language) => <VerdictPanel report={inventDrift(language, true).report} />,
  },
  {
    name: 'drift: prediction',
    render: (language) => {
      const { report, predictionDistribution } = inventDrift(language)
      return <PredictionPanel report={report} distribution={predictionDistribution} />
    },
  },
  {
    name: 'drift: leading columns',
    render: (language) => {
      const { report, distributions } = inventDrift(language)
      return <LeadingPanel report={report} distributions={distributions} />
    },
  },
  columns('columns, two of them open', 'open=credit_to_annuity_ratio&open=contract_type_code'),
  columns('only drifted columns, by importance', 'drifted=1&sort=-importance'),
  columns('no column found', 'column=xyz'),
  {
    name: 'drift: windows',
    render: (language) => <WindowSwitch windows={inventDrift(language).windows} current="test" />,
  },
  {
    name: 'drift: evidently’s report',
    render: () => (
      <EvidentlyPanel report={evidently} served={{ dataVersion: 'demo-1', modelVersion: 'lgbm-1' }} />
    ),
  },
  {
    name: 'drift: evidently’s report on other data',
    render: () => (
      <EvidentlyPanel report={evidently} served={{ dataVersion: 'demo-2', modelVersion: 'lgbm-1' }} />
    ),
  },
  {
    name: 'drift: evidently’s report on another model',
    render: () => (
      <EvidentlyPanel report={evidently} served={{ dataVersion: 'demo-1', modelVersion: 'lgbm-2' }} />
    ),
  },
  {
    name: 'drift: no report of evidently’s',
    render: () => <EvidentlyPanel report={null} served={{ dataVersion: 'demo-2', modelVersion: 'lgbm-1' }} />,
  },
]

/** The panels of the drift page. */
export const driftStates: GalleryState[] = states.map((state) => ({ ...state, page: 'drift' }))
