import { useId, useState } from 'react'
import { SliderTrack } from '../../charts/slider-track.tsx'
import { StateForm } from '../../components/state-form.tsx'
import { StateLink } from '../../components/state-link.tsx'
import { useHydrated } from '../../components/use-hydrated.ts'
import { useMessages } from '../../components/use-messages.ts'
import { listRatioStops, parseRatio, ratioParameter } from '../../model-page/cost-ratio.ts'

interface RatioSliderProps {
  ratio: number
  served: number
  onChange(ratio: number): void
}

/**
 * How many refused good clients a missed default costs: a slider and its figure, either moves the other. The tick on
 * the track marks the served ratio. Without scripts the figure is sent.
 */
export function RatioSlider({ ratio, served, onChange }: RatioSliderProps) {
  const { t, format } = useMessages()
  const id = useId()
  const isHydrated = useHydrated()
  const [draft, setDraft] = useState<string | null>(null)
  const stops = listRatioStops(served, ratio)
  const share = (stop: number) => (stops.indexOf(stop) / (stops.length - 1)) * 100
  return (
    <StateForm
      parameters={[ratioParameter]}
      anchor="cost"
      label={t('model.ratio.form')}
      className="mt-4 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
      {...(isHydrated && { onSubmit: () => undefined })}
    >
      <label htmlFor={`${id}-ratio`} className="cursor-auto">
        {t('model.ratio.label')}
        <span className="block text-xs text-ink-3">
          {t('model.ratio.served', { ratio: format.compact(served) })}
          {ratio !== served && (
            <>
              {' · '}
              <StateLink changes={{ [ratioParameter]: null }} anchor="cost" className="link rounded-sm">
                {t('model.ratio.reset')}
              </StateLink>
            </>
          )}
        </span>
      </label>
      <div className="relative col-span-2 px-2 max-sm:order-last sm:col-span-1 print:hidden">
        <SliderTrack shown={share(ratio)} present={share(served)} />
        <input
          type="range"
          aria-label={t('model.ratio.slider')}
          aria-valuetext={t('model.ratio', { ratio: format.compact(ratio) })}
          min={0}
          max={stops.length - 1}
          step={1}
          value={stops.indexOf(ratio)}
          disabled={!isHydrated}
          onChange={(event) => onChange(stops[event.currentTarget.valueAsNumber] as number)}
          className="slider"
        />
      </div>
      <span className="flex items-center gap-2">
        <input
          id={`${id}-ratio`}
          type="text"
          inputMode="decimal"
          name={ratioParameter}
          maxLength={6}
          value={draft ?? format.compact(ratio)}
          aria-invalid={draft !== null && parseRatio(draft) === undefined}
          onChange={(event) => {
            setDraft(event.currentTarget.value)
            const typed = parseRatio(event.currentTarget.value)
            if (typed !== undefined) onChange(typed)
          }}
          onBlur={() => setDraft(null)}
          className="field w-16 text-right font-[560] tabular-nums"
        />
        <span aria-hidden="true" className="whitespace-nowrap text-ink-2">
          {t('model.ratio.unit')}
        </span>
      </span>
      <noscript>
        <button type="submit" className="button col-span-full print:hidden">
          {t('model.ratio.apply')}
        </button>
      </noscript>
    </StateForm>
  )
}
