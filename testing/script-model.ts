import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'

/** What a scripted model does in one step: text, calls of tools, or whatever misbehaviour. */
export type ScriptedStep =
  | { text: string }
  | { calls: { tool: string; input: unknown }[]; text?: string }
  | { error: unknown }
  | { breakOff: string }
  | { stall: true }

export interface ScriptedModel extends LanguageModelV4 {
  /** What it was asked, step by step. */
  asked: LanguageModelV4CallOptions[]
}

const usage = {
  inputTokens: { total: 10, noCache: 10, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 10, text: 10, reasoning: undefined },
}

/**
 * A language model that follows a script, whatever it is asked: the stand-in for a paid provider.
 *
 * @param steps What to do in each step; the last one again and again.
 */
export function scriptModel(steps: ScriptedStep[]): ScriptedModel {
  const asked: LanguageModelV4CallOptions[] = []
  return {
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    asked,
    doGenerate: () => Promise.reject(new Error('The conversation streams.')),
    async doStream(options) {
      asked.push(options)
      const number = asked.length
      const step = steps[Math.min(number, steps.length) - 1]
      if (!step) throw new Error('An empty script.')
      return { stream: streamStep(step, number) }
    },
  }
}

function streamStep(step: ScriptedStep, number: number): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue({ type: 'stream-start', warnings: [] })
      if ('stall' in step) return
      if ('error' in step) {
        controller.enqueue({ type: 'error', error: step.error })
        controller.close()
        return
      }
      const text = 'breakOff' in step ? step.breakOff : step.text
      if (text !== undefined) writeText(controller, text, 'breakOff' in step)
      if ('breakOff' in step) {
        // Only what was read by then stays: an error throws away what waits.
        setTimeout(() => controller.error(new TypeError('terminated')), 20)
        return
      }
      const calls = 'calls' in step ? step.calls : []
      for (const [index, { tool, input }] of calls.entries()) {
        const toolCallId = `call-${number}-${index}`
        controller.enqueue({ type: 'tool-call', toolCallId, toolName: tool, input: JSON.stringify(input) })
      }
      const finish = calls.length > 0 ? 'tool-calls' : 'stop'
      controller.enqueue({ type: 'finish', usage, finishReason: { unified: finish, raw: finish } })
      controller.close()
    },
  })
}

function writeText(
  controller: ReadableStreamDefaultController<LanguageModelV4StreamPart>,
  text: string,
  isBrokenOff: boolean,
): void {
  controller.enqueue({ type: 'text-start', id: 'text' })
  for (const delta of text.match(/[\s\S]{1,7}/g) ?? [])
    controller.enqueue({ type: 'text-delta', id: 'text', delta })
  if (!isBrokenOff) controller.enqueue({ type: 'text-end', id: 'text' })
}
