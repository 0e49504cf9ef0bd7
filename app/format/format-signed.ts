import type { Messages } from '../components/use-messages.ts'

/** A change with its sign, the true minus: −0.24, +0.92. Zero has none. */
export function formatSigned(format: Messages['format'], figure: number, digits: number): string {
  const shown = format.decimal(Math.abs(figure), digits)
  if (!/[1-9]/.test(shown)) return shown
  return `${figure < 0 ? '−' : '+'}${shown}`
}
