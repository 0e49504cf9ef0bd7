import type { Language } from '#core/contracts/language.ts'
import type { ModelEvaluation } from '../model-page/model-page.ts'
import { BareCandidatesPanel } from '../panels/model/bare-candidates-panel.tsx'
import { CalibrationPanel } from '../panels/model/calibration-panel.tsx'
import { CandidatesPanel } from '../panels/model/candidates-panel.tsx'
import { CostPanel } from '../panels/model/cost-panel.tsx'
import { FairnessPanel } from '../panels/model/fairness-panel.tsx'
import { FiguresPanel } from '../panels/model/figures-panel.tsx'
import { IdentityPanel } from '../panels/model/identity-panel.tsx'
import { ImportancePanel } from '../panels/model/importance-panel.tsx'
import { PrecisionRecallPanel, RocPanel } from '../panels/model/ranking-panels.tsx'
import { SearchPanel } from '../panels/model/search-panel.tsx'
import type { GalleryState } from './gallery-state.ts'
import { inventModel } from './invent-model.ts'
import { inventLabels } from './invented-clients.ts'

let known: ModelEvaluation | undefined

/** Made up when it is first shown: the server loads this file with every start. */
function inventOnce(): ModelEvaluation {
  known ??= inventModel('fr').evaluation as ModelEvaluation
  return known
}

function renderCost(statedCost = inventOnce().figures.costPerClient.estimate) {
  return <CostPanel decisions={inventOnce().decisions} served={served} statedCost={statedCost} />
}

const served = { ratio: 10, threshold: 0.0884 }

function withMarriedLabel(language: Language) {
  return { ...inventLabels(language), familyStatus: { Married: language === 'fr' ? 'Marié' : 'Married' } }
}

const states: Omit<GalleryState, 'page'>[] = [
  {
    name: 'model: identity',
    render: (language) => <IdentityPanel model={inventModel(language)} />,
  },
  {
    name: 'model: identity without evaluation',
    render: (language) => <IdentityPanel model={inventModel(language, false)} />,
  },
  { name: 'model: figures', render: (language) => <FiguresPanel model={inventModel(language)} /> },
  {
    name: 'model: figures without evaluation',
    render: (language) => <FiguresPanel model={inventModel(language, false)} />,
  },
  {
    name: 'model: cost',
    render: () => renderCost(),
  },
  {
    name: 'model: cost that training states otherwise',
    render: () => renderCost(0.532),
  },
  {
    name: 'model: cost at another ratio, asked for in vain',
    address: '/model?ratio=0',
    render: () => renderCost(),
  },
  {
    name: 'model: cost at another ratio',
    address: '/model?ratio=2,5',
    render: () => renderCost(),
  },
  {
    name: 'model: candidates',
    render: (language) => <CandidatesPanel evaluation={inventOnce()} run={inventModel(language).run} />,
  },
  {
    name: 'model: candidates without evaluation',
    render: (language) => <BareCandidatesPanel candidates={inventModel(language, false).candidates} />,
  },
  {
    name: 'model: ROC curve',
    render: () => <RocPanel evaluation={inventOnce()} servedThreshold={served.threshold} />,
  },
  {
    name: 'model: precision and recall',
    render: () => <PrecisionRecallPanel evaluation={inventOnce()} servedThreshold={served.threshold} />,
  },
  { name: 'model: calibration', render: () => <CalibrationPanel evaluation={inventOnce()} /> },
  {
    name: 'model: search and selection',
    render: () => <SearchPanel grid={inventOnce().grid} selection={inventOnce().selection} />,
  },
  {
    name: 'model: importance',
    render: (language) => <ImportancePanel importance={inventModel(language).importance} />,
  },
  {
    name: 'model: every importance',
    address: '/model?importance=all',
    render: (language) => <ImportancePanel importance={inventModel(language).importance} />,
  },
  {
    name: 'model: fairness',
    render: (language) => (
      <FairnessPanel fairness={inventOnce().fairness} labels={withMarriedLabel(language)} />
    ),
  },
  {
    name: 'model: fairness without groups',
    render: (language) => <FairnessPanel fairness={null} labels={inventLabels(language)} />,
  },
]

/** The panels of the model's page. */
export const modelStates: GalleryState[] = states.map((state) => ({ ...state, page: 'model' }))
