/**
 * What a promise gives, if it does so within a moment; otherwise the promise itself, for the page to show that it waits.
 * A page that has its figures at once never flickers.
 */
export async function within<Answer>(
  promise: Promise<Answer>,
  milliseconds: number,
): Promise<{ settled: Answer | Promise<Answer> }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  const first = await Promise.race([promise.then((settled) => ({ settled })), late])
  clearTimeout(timer)
  return first ?? { settled: promise }
}
