/** Gives what a source gives, and ends at once when the signal is aborted, even where the source itself hangs. */
export async function* untilAborted<Part>(
  source: AsyncIterable<Part>,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  const iterator = source[Symbol.asyncIterator]()
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    else signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  try {
    while (true) {
      const next = iterator.next()
      // What fails after its end concerns nobody.
      next.catch(() => {})
      const step = await Promise.race([next, aborted])
      if (step === null || step.done) return
      yield step.value
    }
  } finally {
    iterator.return?.()?.catch(() => {})
  }
}
