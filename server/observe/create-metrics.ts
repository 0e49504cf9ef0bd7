import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ServedMetrics } from './read-served-metrics.ts'
import type { AnsweredRequest } from './watch-requests.ts'

/** What is counted while the service runs. No label names a person: each has a small, closed set of values. */
export interface Metrics {
  countRequest(request: AnsweredRequest): void
  countToolCall(tool: string, outcome: 'answered' | 'refused'): void
  countAnswer(answer: { kind: string; door: string; advice: string | null }): void
  countUnexpected(): void
  contentType: string
  /** All of it in Prometheus' text format, with what is served now. */
  show(served: ServedMetrics | null): Promise<string>
}

const prefix = 'credit_advisor_'
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Makes the instruments, those of the process among them. */
export function createMetrics(): Metrics {
  const register = new Registry()
  const registers = [register]
  // A timer of 10 ms, the default, would wake an idle server a hundred times a second.
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 100 })
  const requests = new Histogram({
    name: `${prefix}http_request_duration_seconds`,
    help: 'Requests by door, route pattern, method and status; 499: the caller went away',
    labelNames: ['door', 'route', 'method', 'status'] as const,
    buckets: requestSeconds,
    registers,
  })
  const toolCalls = new Counter({
    name: `${prefix}tool_calls_total`,
    help: 'Calls of MCP tools over HTTP',
    labelNames: ['tool', 'outcome'] as const,
    registers,
  })
  const answers = new Counter({
    name: `${prefix}answers_total`,
    help: 'Answers about clients, each in the audit log',
    labelNames: ['kind', 'door'] as const,
    registers,
  })
  const advices = new Counter({
    name: `${prefix}scores_total`,
    help: 'Answers about one client by the advice that they show',
    labelNames: ['advice', 'door'] as const,
    registers,
  })
  const unexpected = new Counter({
    name: `${prefix}unexpected_errors_total`,
    help: 'Errors that no part of the service foresees',
    registers,
  })
  const showServed = createServedGauges(registers)
  return {
    countRequest: ({ seconds, status, ...labels }) =>
      requests.observe({ ...labels, status: String(status) }, seconds),
    countToolCall: (tool, outcome) => toolCalls.inc({ tool, outcome }),
    countAnswer({ kind, door, advice }) {
      answers.inc({ kind, door })
      if (advice) advices.inc({ advice, door })
    },
    countUnexpected: () => unexpected.inc(),
    contentType: register.contentType,
    show(served) {
      showServed(served)
      return register.metrics()
    },
  }
}

function createServedGauges(registers: Registry[]): (served: ServedMetrics | null) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: prefix + name, help, labelNames, registers })
  const up = gauge('up', 'Whether the advisor answers')
  const model = gauge('model_info', 'The model and the data that are served', [
    'model_version',
    'data_version',
  ])
  const clients = gauge('clients', 'Clients in the store')
  const scored = gauge('portfolio_scored', 'Whether the served model has scored every client')
  const pending = gauge('pending', 'Whether a model or data wait to be served', ['state'])
  const share = gauge('drift_share', 'Share of drifted features in the last report of a window', ['window'])
  const drifted = gauge('drift_detected', 'Whether the last report finds the dataset drifted', ['window'])
  return (served) => {
    for (const one of [model, pending, share, drifted]) one.reset()
    up.set(served ? 1 : 0)
    if (!served) return
    model.set({ model_version: served.modelVersion, data_version: served.dataVersion }, 1)
    clients.set(served.clients)
    scored.set(served.isScored ? 1 : 0)
    for (const state of ['scoring', 'refused']) pending.set({ state }, served.pending === state ? 1 : 0)
    for (const { window, ...dataset } of served.drift) {
      share.set({ window }, dataset.share)
      drifted.set({ window }, dataset.drifted ? 1 : 0)
    }
  }
}
