import type { ExplainClientAnswer, ThemeContribution } from '#core/contracts/explain-client.ts'
import { DataTable } from '../charts/data-table.tsx'
import { ThemeMarkBar } from '../charts/theme-mark-bar.tsx'
import { SignedFigure } from '../components/signed-figure.tsx'
import { useMessages } from '../components/use-messages.ts'
import { formatSigned } from '../format/format-signed.ts'
import type { PanelAnswer } from '../panel-answer.ts'
import { Panel } from './panel.tsx'
import { PanelProblemNote } from './panel-problem.tsx'

/** What weighs, by theme: a whole mark each, against the client on the left and for on the right. */
export function ThemePanel({ explanation }: { explanation: PanelAnswer<ExplainClientAnswer> }) {
  const { t } = useMessages()
  return (
    <Panel
      id="themes"
      title={t('themes.title')}
      note={t('themes.scale')}
      className="flex flex-col lg:col-span-7 print:col-span-6"
    >
      {explanation.answer ? (
        <ThemeMarks themes={explanation.answer.themes} />
      ) : (
        <PanelProblemNote problem={explanation.problem} />
      )}
    </Panel>
  )
}

function ThemeMarks({ themes }: { themes: ThemeContribution[] }) {
  const { t, format } = useMessages()
  const sorted = [...themes].sort((a, b) => a.mark - b.mark || b.contributionLogOdds - a.contributionLogOdds)
  return (
    <>
      <p className="mt-1 text-ink-2">{useThemeSummary(sorted)}</p>
      <ul className="mt-3 flex flex-1 flex-col justify-evenly">
        {sorted.map(({ theme, label, mark }) => (
          <li
            key={theme}
            className="grid grid-cols-[minmax(0,1fr)_2.75rem] items-center gap-x-4 py-1 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)_2.75rem]"
          >
            <span>{label}</span>
            <span className="text-right sm:order-last">
              {mark === 0 ? (
                <span className="text-ink-2">0</span>
              ) : (
                <SignedFigure text={formatSigned(format, mark, 0)} isUp={mark > 0} isFor={mark > 0} />
              )}
            </span>
            <span className="max-sm:col-span-2">
              <ThemeMarkBar mark={mark} />
            </span>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('themes.caption')}
        columns={[t('themes.column.theme'), t('themes.column.mark'), t('reasons.column.contribution')]}
        rows={sorted.map(({ theme, label, mark, contributionLogOdds }) => ({
          key: theme,
          cells: [label, formatSigned(format, mark, 0), formatSigned(format, contributionLogOdds, 2)],
        }))}
      />
    </>
  )
}

/** The strongest theme on each side, in a sentence. */
function useThemeSummary(sorted: ThemeContribution[]): string {
  const { t, format } = useMessages()
  const [worst, best] = [sorted[0], sorted.at(-1)]
  const parts = [
    worst && worst.mark < 0
      ? t('themes.worst', { theme: worst.label, mark: formatSigned(format, worst.mark, 0) })
      : t('themes.noneAgainst'),
    best && best.mark > 0
      ? t('themes.best', { theme: best.label, mark: formatSigned(format, best.mark, 0) })
      : t('themes.noneFor'),
  ]
  return parts.join(' ')
}
