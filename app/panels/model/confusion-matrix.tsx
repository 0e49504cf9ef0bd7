import { useMessages } from '../../components/use-messages.ts'
import type { RatioDecision } from '../../model-page/decide-at-ratio.ts'

const cell = 'border-t border-line px-3 py-2.5 text-right align-top'

/** The four outcomes of a threshold: what was decided against what happened, and what each mistake adds to the cost. */
export function ConfusionMatrix({ decision }: { decision: RatioDecision }) {
  const { t, format } = useMessages()
  const { goodGranted, goodRefused, defaultsGranted, defaultsRefused, ratio } = decision
  const clients = goodGranted + goodRefused + defaultsGranted + defaultsRefused
  const write = (count: number, costEach: number) => (
    <>
      <span className="block text-lg font-[620]">{format.integer(count)}</span>
      <span className="block text-xs text-ink-3">{format.share(count / clients)}</span>
      <span className={`mt-1 block text-xs ${costEach > 0 ? 'font-[560] text-bad' : 'text-good'}`}>
        {costEach > 0
          ? t('model.matrix.costs', { cost: format.decimal((count * costEach) / clients, 3) })
          : t('model.matrix.right')}
      </span>
    </>
  )
  return (
    <table className="mt-4 w-full border-separate border-spacing-0">
      <caption className="sr-only">
        {t('model.matrix.caption', { threshold: format.share(decision.threshold) })}
      </caption>
      <thead className="text-xs text-ink-2">
        <tr>
          <td />
          <th scope="col" className="px-3 pb-1.5 text-right font-[560]">
            {t('model.matrix.granted')}
          </th>
          <th scope="col" className="px-3 pb-1.5 text-right font-[560]">
            {t('model.matrix.refused')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th
            scope="row"
            className="border-t border-line py-2.5 pr-2 text-left align-top text-xs font-[560] whitespace-nowrap text-ink-2"
          >
            {t('model.matrix.good')}
          </th>
          <td className={cell}>{write(goodGranted, 0)}</td>
          <td className={`${cell} bg-bad-soft/50`}>{write(goodRefused, 1)}</td>
        </tr>
        <tr>
          <th
            scope="row"
            className="border-t border-line py-2.5 pr-2 text-left align-top text-xs font-[560] whitespace-nowrap text-ink-2"
          >
            {t('model.matrix.default')}
          </th>
          <td className={`${cell} bg-bad-soft/50`}>{write(defaultsGranted, ratio)}</td>
          <td className={cell}>{write(defaultsRefused, 0)}</td>
        </tr>
      </tbody>
    </table>
  )
}
