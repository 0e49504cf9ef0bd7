import { Icon } from '../../components/icon.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'

export const modelSections: { id: string; name: MessageKey }[] = [
  { id: 'identity', name: 'model.identity.title' },
  { id: 'figures', name: 'model.figures.title' },
  { id: 'cost', name: 'model.cost.title' },
  { id: 'candidates', name: 'model.candidates.title' },
  { id: 'ranking', name: 'model.ranking.short' },
  { id: 'calibration', name: 'model.calibration.title' },
  { id: 'search', name: 'model.search.title' },
  { id: 'importance', name: 'model.importance.title' },
  { id: 'fairness', name: 'model.fairness.title' },
  { id: 'limits', name: 'model.limits.title' },
]

interface ModelHeadingProps {
  hasEvaluation: boolean
}

/** What the page is about, what can be taken away, and the way to each part. */
export function ModelHeading({ hasEvaluation }: ModelHeadingProps) {
  const { t } = useMessages()
  const onlyEvaluated = new Set(['cost', 'ranking', 'calibration', 'search', 'fairness'])
  const sections = modelSections.filter(({ id }) => hasEvaluation || !onlyEvaluated.has(id))
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title font-[640] tracking-[-0.015em]">{t('model.title')}</h1>
          <p className="mt-0.5 max-w-prose text-ink-2">{t('model.lead')}</p>
        </div>
        <ul className="ml-auto flex flex-wrap gap-2 max-sm:ml-0 print:hidden">
          <li>
            <a href="/model/model-card.md" download className="button">
              <Icon name="download" />
              {t('model.card')}
            </a>
          </li>
          {hasEvaluation && (
            <li>
              <a href="/model/evaluation.json" download className="button">
                <Icon name="download" />
                {t('model.evaluation')}
              </a>
            </li>
          )}
        </ul>
      </div>
      <nav aria-label={t('model.sections')} className="mt-4 print:hidden">
        <ul className="flex flex-wrap gap-x-1 gap-y-1 border-y border-line py-1.5">
          {sections.map(({ id, name }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-7 items-center rounded-md px-2 text-xs text-ink-2 hover:bg-sunken hover:text-ink"
              >
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
