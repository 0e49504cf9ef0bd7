import { z } from 'zod'
import { type ChatEnvironment, chatVariables, readChatEnvironment } from './chat/pipeline/chat-environment.ts'

function isKnownToIntl(construct: () => unknown): boolean {
  try {
    construct()
    return true
  } catch {
    return false
  }
}

const environmentSchema = z.object({
  CURRENCY: z
    .string()
    .trim()
    .toUpperCase()
    .default('EUR')
    .refine((code) => Intl.supportedValuesOf('currency').includes(code), {
      error: 'CURRENCY must be an ISO 4217 code that Intl knows, for example EUR.',
    }),
  TIME_ZONE: z
    .string()
    .trim()
    .default('Europe/Paris')
    .refine((timeZone) => isKnownToIntl(() => new Intl.DateTimeFormat('en', { timeZone })), {
      error: 'TIME_ZONE must be an IANA name, for example Europe/Paris.',
    }),
  COOKIE_SECURE: z
    .enum(['true', 'false'], { error: 'COOKIE_SECURE must be true or false.' })
    .default('false'),
  GALLERY: z.enum(['0', '1'], { error: 'GALLERY must be 1 or 0.' }).optional(),
  NODE_ENV: z.string().optional(),
  ...chatVariables,
})

export interface AppEnvironment {
  /** ISO 4217 code that amounts are shown in. */
  currency: string
  /** IANA zone that moments are shown in. */
  timeZone: string
  /** Whether cookies are sent over HTTPS alone: set it wherever the service stands behind TLS. */
  cookieSecure: boolean
  /** Whether /dev/gallery shows the panels in all their states: never in production unless GALLERY=1. */
  isGalleryShown: boolean
  /** Who answers in the conversation. */
  chat: ChatEnvironment
}

/**
 * Reads what the pages need from the environment; an empty variable counts as unset.
 * @throws Error naming each variable that cannot be used and what was expected.
 */
export function parseEnvironment(environment: Record<string, string | undefined>): AppEnvironment {
  const set = Object.fromEntries(Object.entries(environment).filter(([, text]) => text?.trim()))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `${issue.message} Found: ${JSON.stringify(set[String(issue.path[0])])}.`,
    )
    throw new Error(`The environment cannot be used. ${lines.join(' ')}`)
  }
  const { missing, chat } = readChatEnvironment(parsed.data)
  if (missing.length > 0) throw new Error(`The environment cannot be used. ${missing.join(' ')}`)
  const { CURRENCY, TIME_ZONE, COOKIE_SECURE, GALLERY, NODE_ENV } = parsed.data
  return {
    currency: CURRENCY,
    timeZone: TIME_ZONE,
    cookieSecure: COOKIE_SECURE === 'true',
    isGalleryShown: GALLERY === undefined ? NODE_ENV !== 'production' : GALLERY === '1',
    chat,
  }
}

export const env: AppEnvironment = parseEnvironment(process.env)
