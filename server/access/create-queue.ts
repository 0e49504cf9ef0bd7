/** Runs work in the order in which it comes, no more than `atOnce` at a time. */
export function createQueue(atOnce: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      // Hands its place on; nobody else can take it in between.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
