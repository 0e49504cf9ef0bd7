import { createFormatters, type FormatOptions } from '../format/create-formatters.ts'
import { formatMessage } from '../messages/format-message.ts'
import type { Messages } from './use-messages.ts'

const known = new Map<string, Messages>()

/** Messages and formats for a page, one instance per combination: `Intl` objects are slow to construct. */
export function createMessages(options: FormatOptions): Messages {
  const key = `${options.language} ${options.currency} ${options.timeZone}`
  const existing = known.get(key)
  if (existing) return existing
  const messages: Messages = {
    language: options.language,
    t: (messageKey, values) => formatMessage(options.language, messageKey, values),
    format: createFormatters(options),
  }
  known.set(key, messages)
  return messages
}
