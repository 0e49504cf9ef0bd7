import { AsyncLocalStorage } from 'node:async_hooks'

const requestIds = new AsyncLocalStorage<string>()

/** Runs what answers a request; whatever it begins knows the request's id. */
export function runInRequest<Result>(requestId: string, answer: () => Result): Result {
  return requestIds.run(requestId, answer)
}

/** The id of the request that is being answered here; undefined outside of any. */
export function currentRequestId(): string | undefined {
  return requestIds.getStore()
}
