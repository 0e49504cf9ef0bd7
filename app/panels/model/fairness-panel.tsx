import type { CategoryLabels } from '../../category-labels.ts'
import { useMessages } from '../../components/use-messages.ts'
import { VerdictBadge } from '../../components/verdict-badge.tsx'
import type { MessageKey } from '../../messages/fr.ts'
import { Panel } from '../panel.tsx'
import { FairnessMeasureChart } from './fairness-measure-chart.tsx'
import { type Fairness, type FairnessAttribute, fairnessMeasures } from './fairness-measures.ts'
import { FairnessTable } from './fairness-table.tsx'

const attributeNames: Record<FairnessAttribute['attribute'], MessageKey> = {
  sex: 'model.fairness.sex',
  ageBand: 'model.fairness.age',
  familyStatus: 'model.fairness.family',
}

interface FairnessPanelProps {
  fairness: Fairness | null
  labels: CategoryLabels
}

/** The audit by groups: what each is granted and refused, with intervals, and the bounds that promotion enforces. */
export function FairnessPanel({ fairness, labels }: FairnessPanelProps) {
  const { t } = useMessages()
  return (
    <Panel
      id="fairness"
      title={t('model.fairness.title')}
      note={t('model.fairness.note')}
      className="col-span-full print:break-inside-auto"
    >
      {fairness ? (
        <>
          <p className="mt-1 max-w-[80ch] text-ink-2">{t('model.fairness.lead')}</p>
          {fairness.attributes.map((attribute) => (
            <Attribute key={attribute.attribute} attribute={attribute} labels={labels} />
          ))}
          {fairness.alternative && <Alternative alternative={fairness.alternative} />}
        </>
      ) : (
        <p className="mt-2 max-w-prose text-ink-2">{t('model.fairness.none')}</p>
      )}
    </Panel>
  )
}

function Attribute({ attribute, labels }: { attribute: FairnessAttribute; labels: CategoryLabels }) {
  const { t, format } = useMessages()
  const broken = attribute.bounds.filter(({ held }) => !held).length
  return (
    <div className="mt-5 break-inside-avoid border-t border-line pt-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-[620]">{t(attributeNames[attribute.attribute])}</span>
        <VerdictBadge
          isGood={broken === 0}
          text={
            broken === 0
              ? t('model.fairness.allHeld', { count: attribute.bounds.length })
              : t('model.fairness.broken', { count: broken })
          }
        />
        <span className="ml-auto text-xs text-ink-3">
          {t('model.fairness.smallest', { clients: format.integer(attribute.smallestGroupClients) })}
        </span>
      </h3>
      <div className="mt-3 grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-2">
        {fairnessMeasures.map((measure) => (
          <FairnessMeasureChart key={measure.bound} measure={measure} attribute={attribute} labels={labels} />
        ))}
      </div>
      {attribute.groups.some(({ tooSmallToTell }) => tooSmallToTell) && (
        <p className="mt-3 text-xs text-ink-3">{t('model.fairness.tooSmall')}</p>
      )}
      <FairnessTable attribute={attribute} labels={labels} caption={t(attributeNames[attribute.attribute])} />
    </div>
  )
}

function Alternative({ alternative }: { alternative: NonNullable<Fairness['alternative']> }) {
  const { t, format } = useMessages()
  const values = {
    auc: format.decimal(alternative.auc, 3),
    cost: format.decimal(alternative.costPerClient, 3),
    count: alternative.withoutFeatures.length,
  }
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="font-[620]">{t('model.fairness.alternative')}</h3>
      <p lang="en" className="mt-1 max-w-[80ch] text-ink-2">
        {alternative.description}
      </p>
      <p className="mt-1 max-w-[80ch] text-ink-2">
        {t(
          alternative.boundsHeld ? 'model.fairness.alternative.held' : 'model.fairness.alternative.broken',
          values,
        )}
      </p>
    </div>
  )
}
