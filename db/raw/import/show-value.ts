/** A value from a file, fit for a message: short, on one line, in quotes. */
export function showValue(value: string | null): string {
  if (value === null || value === '') return 'nothing'
  const line = value.replace(/\p{C}/gu, '·')
  return `"${line.length > 40 ? `${line.slice(0, 40)}…` : line}"`
}
