import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import { useMessages } from '../../components/use-messages.ts'
import { Panel } from '../panel.tsx'
import { GridTable } from './grid-table.tsx'
import { SelectionRule } from './selection-rule.tsx'

/** How the model was found: the grid that was searched, and how its features were selected. */
export function SearchPanel({ grid, selection }: Pick<BundleEvaluation, 'grid' | 'selection'>) {
  const { t, format } = useMessages()
  const facts = [
    [t('model.search.candidates'), format.integer(selection.candidateFeatures)],
    [t('model.search.selected'), format.integer(selection.selectedFeatures)],
    [t('model.search.share'), format.share(selection.selectedFeatures / selection.candidateFeatures)],
  ]
  return (
    <Panel
      id="search"
      title={t('model.search.title')}
      note={t('model.search.note', { count: grid.length })}
      className="col-span-full print:break-inside-auto"
    >
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <GridTable grid={grid} />
        </div>
        <div className="min-w-0">
          <h3 className="mt-2 font-[580]">{t('model.search.features')}</h3>
          <dl className="mt-1 flex flex-wrap gap-x-8 gap-y-2 border-b border-line pb-3">
            {facts.map(([name, figure]) => (
              <div key={name}>
                <dt className="text-xs text-ink-2">{name}</dt>
                <dd className="text-lg font-[620]">{figure}</dd>
              </div>
            ))}
          </dl>
          <SelectionRule rule={selection.rule} />
        </div>
      </div>
    </Panel>
  )
}
