import type { CategoryLabels } from '../../category-labels.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { FairnessAttribute } from './fairness-measures.ts'

/** What a group of the audit is called; a value without words shows as the data write it. */
export function useGroupWords(
  attribute: FairnessAttribute['attribute'],
  labels: CategoryLabels,
): (group: string) => string {
  const { t } = useMessages()
  return (group) => {
    if (attribute === 'familyStatus') return labels.familyStatus?.[group] ?? group
    if (attribute === 'sex') {
      if (group === 'female') return t('model.fairness.female')
      return group === 'male' ? t('model.fairness.male') : group
    }
    const range = /^(\d+)-(\d+)$/.exec(group)
    if (range) return t('model.fairness.ages', { from: range[1] as string, to: range[2] as string })
    const from = /^(\d+)\+$/.exec(group)
    return from ? t('model.fairness.agesFrom', { from: from[1] as string }) : group
  }
}
