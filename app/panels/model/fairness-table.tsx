import type { Estimate } from '#core/contracts/bundle-evaluation.ts'
import type { CategoryLabels } from '../../category-labels.ts'
import { DataTable } from '../../charts/data-table.tsx'
import { useIntervalWords } from '../../components/use-interval-words.ts'
import { useMessages } from '../../components/use-messages.ts'
import { formatSigned } from '../../format/format-signed.ts'
import { type FairnessAttribute, fairnessMeasures } from './fairness-measures.ts'
import { useGroupWords } from './use-group-words.ts'

interface FairnessTableProps {
  attribute: FairnessAttribute
  labels: CategoryLabels
  caption: string
}

/** Every group's figures with their intervals. */
export function FairnessTable({ attribute, labels, caption }: FairnessTableProps) {
  const { t, format } = useMessages()
  const interval = useIntervalWords()
  const groupWords = useGroupWords(attribute.attribute, labels)
  const write = (estimate: Estimate | null, isGap: boolean) => {
    if (!estimate) return '–'
    const figure = isGap
      ? (share: number) => formatSigned(format, share * 100, 1)
      : (share: number) => format.share(share)
    return (
      <>
        {figure(estimate.estimate)}
        <span className="block text-ink-3">{interval(estimate, figure)}</span>
      </>
    )
  }
  return (
    <DataTable
      caption={caption}
      columns={[
        t('model.fairness.column.group'),
        t('model.column.clients'),
        t('model.column.defaults'),
        ...fairnessMeasures.map(({ name }) => t(name)),
        t('model.auc'),
      ]}
      rows={attribute.groups.map((group) => ({
        key: group.group,
        cells: [
          `${groupWords(group.group)}${group.tooSmallToTell ? ' *' : ''}`,
          format.integer(group.clients),
          format.integer(group.defaults),
          ...fairnessMeasures.map(({ read, isGap }) => write(read(group), isGap)),
          group.auc === null ? '–' : format.decimal(group.auc, 3),
        ],
      }))}
    />
  )
}
