import type { ServerResponse } from 'node:http'
import type { RequestId } from '@modelcontextprotocol/server'
import type { Caller } from '#core/contracts/caller.ts'
import { allTools } from './all-tools.ts'
import { sendJson } from './answer-over-http.ts'

/** A call of a tool with nothing to it but the tool's name and arguments. */
export interface PlainCall {
  jsonrpc: '2.0'
  id: RequestId
  method: 'tools/call'
  params: { name: string; arguments?: Record<string, unknown> }
}

/** Calls the tool; the signal is aborted when nobody waits for the answer any more. */
export type AnswerPlainCall = (
  params: PlainCall['params'],
  caller: Caller,
  signal: AbortSignal,
) => Promise<Record<string, unknown>>

/** Answers plain calls of the protocol's handshake era itself: the SDK's checks take longer than a score. */
export interface DirectDoor {
  /** Requests that wait for their answer. */
  readonly pendingCount: number
  answer(response: ServerResponse, call: PlainCall, caller: Caller): void
}

const internalError = -32603

/** @param onUnexpected Hears of failures that the caller is told nothing about. */
export function openDirectDoor(
  answerPlainCall: AnswerPlainCall,
  onUnexpected: (error: unknown) => void,
): DirectDoor {
  let pendingCount = 0
  return {
    get pendingCount() {
      return pendingCount
    },
    async answer(response, { id, params }, caller) {
      const gone = new AbortController()
      response.once('close', () => {
        if (!response.writableFinished) gone.abort(new Error('The caller closed the connection'))
      })
      pendingCount++
      try {
        const result = await answerPlainCall(params, caller, gone.signal)
        sendJson(response, 200, { result, jsonrpc: '2.0', id })
      } catch (error) {
        onUnexpected(error)
        const said = { code: internalError, message: 'The service failed unexpectedly. Try again.' }
        sendJson(response, 200, { jsonrpc: '2.0', id, error: said })
      } finally {
        pendingCount--
      }
    },
  }
}

/**
 * Whether a body is a whole and plain call of a tool that there is. All else, what is wrong and what the protocol lets
 * one add, is the SDK's to read.
 */
export function isPlainCall(body: unknown): body is PlainCall {
  if (!isObject(body) || Object.keys(body).length !== 4) return false
  const { jsonrpc, id, method, params } = body
  if (jsonrpc !== '2.0' || method !== 'tools/call') return false
  if (typeof id !== 'string' && !Number.isSafeInteger(id)) return false
  if (!isObject(params)) return false
  const { name, arguments: given, ...others } = params
  const isPlain = (given === undefined || isObject(given)) && Object.keys(others).length === 0
  return isPlain && allTools.some((tool) => tool.name === name)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
