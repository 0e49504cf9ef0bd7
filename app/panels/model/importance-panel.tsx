import { useSearchParams } from '@remix-run/react'
import type { ViewModelAnswer } from '#core/contracts/view-model.ts'
import { DataTable } from '../../charts/data-table.tsx'
import { WeightBar } from '../../charts/weight-bar.tsx'
import { StateLink } from '../../components/state-link.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { sumThemes, type ThemeImportance } from '../../model-page/sum-themes.ts'
import { Panel } from '../panel.tsx'

type Importance = ViewModelAnswer['importance']

const fewest = 20

/** What weighs most over all clients: features with their themes, and the themes summed. */
export function ImportancePanel({ importance }: { importance: Importance }) {
  const { t, format } = useMessages()
  const [parameters] = useSearchParams()
  const isWhole = parameters.get('importance') === 'all'
  const { features, clientsExplained } = importance
  const shown = isWhole ? features : features.slice(0, fewest)
  const most = features[0]?.meanAbsoluteContributionLogOdds || 1
  const more = 'link inline-block rounded-sm py-1'
  return (
    <Panel
      id="importance"
      title={t('model.importance.title')}
      note={t('model.importance.note', { clients: format.integer(clientsExplained) })}
      className="col-span-full print:break-inside-auto"
    >
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <ol className="mt-2">
            {shown.map(({ feature, label, themeLabel, meanAbsoluteContributionLogOdds }) => (
              <li
                key={feature}
                className="grid grid-cols-[minmax(0,1fr)_3rem] items-center gap-x-4 border-t border-line py-1.5 first:border-0 sm:grid-cols-[minmax(0,22rem)_minmax(0,1fr)_3rem]"
              >
                <span>
                  {label}
                  <span className="block text-xs text-ink-3">{themeLabel}</span>
                </span>
                <span className="text-right font-[560] tabular-nums sm:order-last">
                  {format.decimal(meanAbsoluteContributionLogOdds, 3)}
                </span>
                <span className="max-sm:col-span-2">
                  <WeightBar share={meanAbsoluteContributionLogOdds / most} />
                </span>
              </li>
            ))}
          </ol>
          {features.length > fewest && (
            <p className="mt-2 text-xs print:hidden">
              <StateLink
                changes={{ importance: isWhole ? null : 'all' }}
                anchor="importance"
                className={more}
              >
                {isWhole
                  ? t('model.importance.fewer', { count: fewest })
                  : t('model.importance.all', { count: format.integer(features.length) })}
              </StateLink>
            </p>
          )}
        </div>
        <Themes themes={sumThemes(features)} />
      </div>
      <DataTable
        caption={t('model.importance.caption')}
        columns={[
          t('model.column.feature'),
          t('themes.column.theme'),
          t('model.importance.column.contribution'),
          t('model.importance.column.gain'),
        ]}
        rows={shown.map((row) => ({
          key: row.feature,
          cells: [
            row.label,
            row.themeLabel,
            format.decimal(row.meanAbsoluteContributionLogOdds, 3),
            format.share(row.gainShare),
          ],
        }))}
      />
    </Panel>
  )
}

function Themes({ themes }: { themes: ThemeImportance[] }) {
  const { t, format } = useMessages()
  const total = themes.reduce((sum, theme) => sum + theme.meanAbsoluteContributionLogOdds, 0) || 1
  const most = themes[0]?.meanAbsoluteContributionLogOdds || 1
  return (
    <div className="min-w-0">
      <h3 className="mt-2 font-[580]">{t('model.importance.themes')}</h3>
      <p className="text-xs text-ink-3">{t('model.importance.themes.note')}</p>
      <ul className="mt-2">
        {themes.map(({ theme, label, featureCount, meanAbsoluteContributionLogOdds }) => (
          <li key={theme} className="border-t border-line py-1.5 first:border-0">
            <span className="flex items-baseline gap-x-3">
              <span className="min-w-0">
                {label}{' '}
                <span className="text-xs text-ink-3">
                  {t('model.importance.themes.features', { count: featureCount })}
                </span>
              </span>
              <span className="ml-auto font-[560] tabular-nums">
                {format.share(meanAbsoluteContributionLogOdds / total)}
              </span>
            </span>
            <WeightBar share={meanAbsoluteContributionLogOdds / most} />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-ink-3">{t('model.importance.key')}</p>
    </div>
  )
}
