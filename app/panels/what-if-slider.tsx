import { useId, useState } from 'react'
import { SliderTrack } from '../charts/slider-track.tsx'
import { useMessages } from '../components/use-messages.ts'
import { groupDigits } from '../format/create-formatters.ts'
import type { MessageKey } from '../messages/fr.ts'
import { computeSliderBounds, placeOnSlider, readSlider } from '../what-if/compute-slider-bounds.ts'
import { parseFigure } from '../what-if/parse-what-if.ts'
import type { SliderField } from '../what-if/what-if-request.ts'

const labels: Record<SliderField, MessageKey> = {
  creditAmount: 'field.creditAmount',
  termMonths: 'whatIf.term',
  goodsPriceAmount: 'field.goodsPriceAmount',
  annualIncomeAmount: 'field.annualIncomeAmount',
}

interface WhatIfSliderProps {
  field: SliderField
  present: number
  shown: number
  /** Whether scripts run: without them the figure alone is sent. */
  isLive: boolean
  onChange(figure: number): void
}

/** A slider and its figure: either moves the other. The tick on the track marks the present value. */
export function WhatIfSlider({ field, present, shown, isLive, onChange }: WhatIfSliderProps) {
  const { t, format } = useMessages()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const bounds = computeSliderBounds(field, present, shown)
  const position = placeOnSlider(shown, bounds)
  const share = (figure: number) => ((figure - bounds.min) / (bounds.max - bounds.min)) * 100
  const say = (figure: number) =>
    field === 'termMonths' ? t('whatIf.instalments', { count: figure }) : format.money(figure)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] items-center gap-x-3 gap-y-0.5 @md:grid-cols-[minmax(0,10rem)_minmax(0,1fr)_7.5rem] print:grid-cols-[minmax(0,1fr)_7.5rem]">
      <label htmlFor={`${id}-figure`} className="cursor-auto">
        {t(labels[field])}
        <span className="block text-xs text-ink-3">{t('whatIf.present', { present: say(present) })}</span>
      </label>
      <div className="relative col-span-2 px-2 @max-md:order-last @md:col-span-1 print:hidden">
        <SliderTrack shown={share(position)} present={share(placeOnSlider(present, bounds))} />
        <input
          type="range"
          aria-label={t('whatIf.slider', { field: t(labels[field]) })}
          aria-valuetext={say(shown)}
          {...bounds}
          value={position}
          disabled={!isLive}
          onChange={(event) => onChange(readSlider(event.currentTarget.valueAsNumber, present, bounds))}
          className="slider"
        />
      </div>
      <input
        id={`${id}-figure`}
        type="text"
        inputMode="numeric"
        name={field}
        maxLength={20}
        value={draft ?? groupDigits(String(shown))}
        aria-invalid={draft !== null && parseFigure(draft) === undefined}
        onChange={(event) => {
          setDraft(event.currentTarget.value)
          const figure = parseFigure(event.currentTarget.value)
          if (figure !== undefined && (field !== 'termMonths' || (figure >= 2 && figure <= 600))) {
            onChange(figure)
          }
        }}
        onBlur={() => setDraft(null)}
        className="field text-right font-[560] tabular-nums"
      />
    </div>
  )
}
