import type { FeatureComparison } from '#core/contracts/compare-cohort.ts'
import type { Reason } from '#core/contracts/explain-client.ts'
import { mostFeatures } from '../client-page/client-page-query.ts'
import { StateForm } from '../components/state-form.tsx'
import { StateLink } from '../components/state-link.tsx'
import { useMessages } from '../components/use-messages.ts'

interface FeatureChoiceProps {
  /** What can be chosen: the features that weigh most for this client. */
  reasons: Reason[]
  shown: FeatureComparison[]
  /** Whether the address chooses; otherwise the strongest reasons are shown. */
  isChosen: boolean
}

/** Which features to compare, from those that weigh most for the client and those already shown. */
export function FeatureChoice({ reasons, shown, isChosen }: FeatureChoiceProps) {
  const { t } = useMessages()
  const names = new Set(shown.map(({ feature }) => feature))
  const extra = shown.filter(({ feature }) => !reasons.some((reason) => reason.feature === feature))
  const options = [...reasons, ...extra]
  if (options.length === 0) return null
  return (
    <details className="mt-1 text-xs print:hidden">
      <summary className="link inline-block rounded-sm py-1">{t('compare.choose')}</summary>
      <StateForm parameters={['feature']} anchor="comparison" label={t('compare.choose')} className="mt-2">
        <fieldset>
          <legend className="text-ink-2">{t('compare.choose.hint', { count: mostFeatures })}</legend>
          <div className="mt-1 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
            {options.map(({ feature, label }) => (
              <label key={`${feature} ${names.has(feature)}`} className="flex items-start gap-2 py-1.5">
                <input
                  type="checkbox"
                  name="feature"
                  value={feature}
                  defaultChecked={names.has(feature)}
                  className="mt-0.5 size-4 shrink-0 accent-accent"
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="mt-2 flex flex-wrap gap-2">
          <button type="submit" className="button">
            {t('filter.apply')}
          </button>
          {isChosen && (
            <StateLink changes={{ feature: null }} anchor="comparison" className="button text-ink-2">
              {t('compare.choose.reset')}
            </StateLink>
          )}
        </p>
      </StateForm>
    </details>
  )
}
