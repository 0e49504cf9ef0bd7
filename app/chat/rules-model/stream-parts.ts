import type { LanguageModelV4GenerateResult, LanguageModelV4StreamPart } from '@ai-sdk/provider'

const textId = 'answer'

/** An answer as a stream: text by the word, as fast as it is read, until the signal aborts. */
export function streamParts(
  result: LanguageModelV4GenerateResult,
  signal?: AbortSignal,
): ReadableStream<LanguageModelV4StreamPart> {
  const parts = listParts(result)
  return new ReadableStream({
    pull(controller) {
      if (signal?.aborted) return controller.error(signal.reason)
      const next = parts.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
}

function* listParts({
  content,
  finishReason,
  usage,
  warnings,
}: LanguageModelV4GenerateResult): Generator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings }
  for (const part of content) {
    if (part.type === 'tool-call') yield part
    if (part.type !== 'text') continue
    yield { type: 'text-start', id: textId }
    for (const [delta] of part.text.matchAll(/\s*\S+|\s+$/g)) yield { type: 'text-delta', id: textId, delta }
    yield { type: 'text-end', id: textId }
  }
  yield { type: 'finish', finishReason, usage }
}
