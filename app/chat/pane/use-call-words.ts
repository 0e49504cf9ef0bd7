import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import { nameKey } from './answer-keys.ts'
import { isScalar } from './answer-shape.ts'
import type { ToolCall } from './compose-turn.ts'
import { formatAnswerValue } from './format-answer-value.ts'
import { useTurnContext } from './turn-context.ts'

const toolMessages: Record<string, MessageKey> = {
  scoreClient: 'chat.tool.scoreClient',
  explainClient: 'chat.tool.explainClient',
  compareCohort: 'chat.tool.compareCohort',
  simulateClient: 'chat.tool.simulateClient',
  suggestChanges: 'chat.tool.suggestChanges',
  driftReport: 'chat.tool.driftReport',
  searchClients: 'chat.tool.searchClients',
}
const resourceMessages: [uri: RegExp, message: MessageKey][] = [
  [/^client:\/\/\d+\/profile$/, 'chat.tool.profile'],
  [/^model:\/\/card$/, 'chat.tool.card'],
  [/^model:\/\/evaluation$/, 'chat.tool.evaluation'],
  [/^features:\/\/catalog$/, 'chat.tool.catalog'],
]

export interface CallWords {
  /** What the tool does, in plain words. */
  name: string
  /** What it was asked in particular; empty where the name says it all. */
  subject: string
}

/** What a call is, for who reads. */
export function useCallWords(): (call: ToolCall) => CallWords {
  const messages = useMessages()
  const { t, format } = messages
  const { profile, labels } = useTurnContext()

  const sayChanges = (changes: unknown) =>
    Object.entries(changes ?? {})
      .flatMap(([key, value]) =>
        isScalar(value) ? `${nameKey(key, messages)} ${formatAnswerValue(key, value, labels, messages)}` : [],
      )
      .join(', ')
  const describeSubject = ({ tool, input, result }: ToolCall): string => {
    if (tool === 'compareCohort') return sayCohort(input, result?.answer ?? null)
    if (tool === 'simulateClient') return sayChanges(input.changes)
    if (tool === 'searchClients') return typeof input.query === 'string' ? input.query : ''
    return ''
  }
  const sayCohort = (input: Record<string, unknown>, answer: Record<string, unknown> | null) => {
    const label = (answer?.cohort as { label?: unknown } | undefined)?.label
    if (typeof label === 'string') return label
    const kind = (input.cohort as { kind?: unknown } | null | undefined)?.kind ?? 'all'
    return typeof kind === 'string' ? formatAnswerValue('kind', kind, labels, messages) : ''
  }
  return (call) => {
    const { tool, input } = call
    const uri = typeof input.uri === 'string' ? input.uri : ''
    const resource = resourceMessages.find(([pattern]) => pattern.test(uri))?.[1]
    const ofTool = Object.hasOwn(toolMessages, tool) ? toolMessages[tool] : undefined
    const message = tool === 'readResource' ? resource : ofTool
    const clientId = isScalar(input.clientId) ? Number(input.clientId) : Number.NaN
    const isOther = Number.isSafeInteger(clientId) && clientId !== profile.clientId
    const subject = [
      isOther ? t('chat.search.client', { clientId: format.clientId(clientId) }) : '',
      describeSubject(call),
    ]
    return { name: message ? t(message) : tool, subject: subject.filter(Boolean).join(' · ') }
  }
}
