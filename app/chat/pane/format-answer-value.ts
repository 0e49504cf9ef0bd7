import type { ClientField } from '#core/contracts/client-profile.ts'
import type { CategoryLabels } from '../../category-labels.ts'
import type { Messages } from '../../components/use-messages.ts'
import { formatDuration } from '../../format/format-duration.ts'
import { formatSigned } from '../../format/format-signed.ts'
import type { MessageKey } from '../../messages/fr.ts'

const words: Record<string, MessageKey> = {
  'advice grant': 'advice.grant',
  'advice review': 'advice.review',
  'advice refuse': 'advice.refuse',
  'turnsTo grant': 'advice.grant',
  'turnsTo review': 'advice.review',
  'direction raisesRisk': 'reasons.raises',
  'direction lowersRisk': 'reasons.lowers',
  'outcome found': 'chat.key.outcome.found',
  'outcome none': 'chat.key.outcome.none',
  'outcome notNeeded': 'chat.key.outcome.notNeeded',
  'kind all': 'chat.cohort.all',
  'kind similar': 'chat.cohort.similar',
  'kind filter': 'chat.cohort.filter',
  'kind numerical': 'chat.key.kind.numerical',
  'kind categorical': 'chat.key.kind.categorical',
}

/** A value of a tool's input or answer in the page's words and formats; what it is follows from its name. */
export function formatAnswerValue(
  key: string,
  value: string | number | boolean | null,
  labels: CategoryLabels,
  messages: Messages,
): string {
  const { t } = messages
  if (value === null) return '–'
  if (typeof value === 'boolean') return t(value ? 'profile.yes' : 'profile.no')
  if (typeof value === 'number') return formatFigure(key, value, messages)
  if (/^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)))
    return messages.format.moment(value)
  const message = words[`${key} ${value}`]
  return message ? t(message) : (findLabel(labels, key, value) ?? value)
}

function findLabel(labels: CategoryLabels, key: string, value: string): string | undefined {
  const ofField = Object.hasOwn(labels, key) ? labels[key as ClientField] : undefined
  return ofField && Object.hasOwn(ofField, value) ? ofField[value] : undefined
}

function formatFigure(key: string, figure: number, { format, language }: Messages): string {
  if (/^(?:clientId|clientIds)$/.test(key)) return format.clientId(figure)
  if (/probability/i.test(key)) return format.probability(figure)
  if (/(?:share|rate)$|^decisionThreshold$|^importance$/i.test(key)) return format.share(figure)
  if (key.endsWith('LogOdds')) return formatSigned(format, figure, 2)
  if (key === 'mark') return formatSigned(format, figure, 0)
  if (key.endsWith('Amount')) return format.money(figure)
  if (key === 'percentile') return format.compact(figure)
  if (key.endsWith('Years')) return formatDuration(language, figure)
  if (Number.isInteger(figure)) return format.integer(figure)
  return format.plain(Number(figure.toPrecision(4)))
}
