import type { Reason } from '#core/contracts/explain-client.ts'
import type { WaterfallStep } from '../charts/compute-waterfall.ts'
import { WaterfallStepBar } from '../charts/waterfall-step-bar.tsx'
import { AskAbout } from '../chat/pane/ask-about.tsx'
import { SignedFigure } from '../components/signed-figure.tsx'
import { useMessages } from '../components/use-messages.ts'
import { formatSigned } from '../format/format-signed.ts'
import { typeset } from '../messages/typeset.ts'

/** Words, drawing, figure; on a phone the drawing stands below. */
export const reasonGrid =
  'grid grid-cols-[minmax(0,1fr)_4.5rem] items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_min(15rem,32%)_4.5rem]'

/** One reason: its sentence, the value beside the median client's, and how far it moves the score. */
export function ReasonRow({ step, base }: { step: WaterfallStep; base: number }) {
  const { t, format, language } = useMessages()
  const { reason, contributionLogOdds } = step
  const raisesRisk = contributionLogOdds > 0
  const details =
    reason && listUnsaid(reason, t('reasons.median', { median: reason.medianDisplayValue ?? '' }))
  return (
    <li className={`${reasonGrid} break-inside-avoid border-t border-line py-1 print:py-0.5`}>
      <div>
        <p className={reason ? undefined : 'text-ink-2'}>
          {reason ? typeset(language, reason.sentence) : t('reasons.others')}
          {reason && (
            <AskAbout
              isQuiet
              subject={reason.label}
              question={t('chat.ask.feature', { feature: reason.label })}
            />
          )}
        </p>
        {details && <p className="text-xs text-ink-3">{details}</p>}
      </div>
      <p className="text-right sm:order-last">
        <SignedFigure
          text={formatSigned(format, contributionLogOdds, 2)}
          isUp={raisesRisk}
          isFor={!raisesRisk}
        />
        <span className="sr-only"> {t(raisesRisk ? 'reasons.raises' : 'reasons.lowers')}</span>
      </p>
      <div className="max-sm:col-span-2">
        <WaterfallStepBar step={step} base={base} />
      </div>
    </li>
  )
}

/** Label, value and median as far as the sentence has not said them. */
function listUnsaid({ sentence, label, displayValue, medianDisplayValue }: Reason, median: string): string {
  const said = sentence.toLowerCase()
  const isUnsaid = (text: string) => !said.includes(text.toLowerCase())
  return [
    isUnsaid(label) ? label : '',
    isUnsaid(displayValue) ? displayValue : '',
    medianDisplayValue !== null && isUnsaid(medianDisplayValue) ? median : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
