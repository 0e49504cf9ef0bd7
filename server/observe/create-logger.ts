import pino, { type DestinationStream, type Logger } from 'pino'
import { currentRequestId } from './request-context.ts'
import { scrubPersonalData } from './scrub-personal-data.ts'

/**
 * The service's log: JSON lines on stdout, each with the id of the request that it belongs to. Of an error it says its
 * kind, its words without personal data and where it arose, and nothing of what others hung on it.
 *
 * @param level debug, info, warn, error or silent.
 */
export function createLogger(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      mixin: () => {
        const requestId = currentRequestId()
        return requestId ? { requestId } : {}
      },
    },
    destination,
  )
}

interface DescribedError {
  type: string
  code?: string
  message: string
  stack?: string
  cause?: DescribedError
}

const deepestCause = 5

function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrubPersonalData(String(error)) }
  const { name, message, stack, cause } = error
  const { code } = error as { code?: unknown }
  return {
    type: name,
    ...(typeof code === 'string' && { code: scrubPersonalData(code) }),
    message: scrubPersonalData(message),
    ...(stack && { stack: scrubStack(stack) }),
    ...(cause !== undefined && depth < deepestCause && { cause: describeError(cause, depth + 1) }),
  }
}

/** Where it arose stays to the line, which may have five digits too; the words above are scrubbed. */
function scrubStack(stack: string): string {
  const lines = stack.split('\n')
  const firstFrame = lines.findLastIndex((line) => !/^ +at /.test(line)) + 1
  const words = scrubPersonalData(lines.slice(0, firstFrame).join('\n'))
  return [words, ...lines.slice(firstFrame)].join('\n')
}
