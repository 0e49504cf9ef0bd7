import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import { ChosenBadge } from '../../components/chosen-badge.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { FoldFigure } from './fold-figure.tsx'

type Grid = BundleEvaluation['grid']
type Setting = Grid[number]['parameters'][string] | undefined

/** The grid that was searched: what differs between its points as columns, what all share in a line below. */
export function GridTable({ grid }: { grid: Grid }) {
  const { t, format } = useMessages()
  const names = [...new Set(grid.flatMap(({ parameters }) => Object.keys(parameters)))]
  const varies = (name: string) => new Set(grid.map(({ parameters }) => parameters[name])).size > 1
  const varying = names.filter(varies)
  const shared = names.filter((name) => !varies(name))
  const write = (setting: Setting) => {
    if (typeof setting !== 'number') return setting === undefined || setting === null ? '–' : String(setting)
    return Number.isInteger(setting) ? format.integer(setting) : format.plain(setting)
  }
  const sorted = [...grid].sort((a, b) => b.auc.mean - a.auc.mean)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={t('model.grid.caption')} className="mt-2 overflow-x-auto">
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{t('model.grid.caption')}</caption>
          <thead className="text-xs text-ink-2">
            <tr className="[&>th]:border-b [&>th]:border-line [&>th]:py-2 [&>th]:align-bottom [&>th]:font-[560] [&>th+th]:pl-4">
              <th scope="col" className="pl-2 text-left">
                {t('model.grid.column.rank')}
              </th>
              {varying.map((name) => (
                <th key={name} scope="col" className="text-right">
                  <code className="font-sans">{name}</code>
                </th>
              ))}
              <th scope="col" className="text-right">
                {t('model.auc')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ parameters, auc, chosen }, index) => (
              <tr
                key={JSON.stringify(parameters)}
                className={`[&>*]:border-b [&>*]:border-line [&>*]:py-2 [&>td]:pl-4 ${chosen ? 'bg-accent-soft/60' : ''}`}
              >
                <th scope="row" className="pl-2 text-left font-[560] whitespace-nowrap">
                  {index + 1}
                  {chosen && <ChosenBadge />}
                </th>
                {varying.map((name) => (
                  <td key={name} className="text-right">
                    {write(parameters[name])}
                  </td>
                ))}
                <FoldFigure figure={auc} write={(figure) => format.decimal(figure, 4)} isStrong={chosen} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shared.length > 0 && (
        <p className="mt-3 text-xs text-ink-3">
          {t('model.grid.shared', {
            settings: shared.map((name) => `${name} ${write(grid[0]?.parameters[name])}`).join(', '),
          })}
        </p>
      )}
    </>
  )
}
