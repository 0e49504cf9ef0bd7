/** A positive amount as people type it: spaces between thousands, a comma or a point before cents. */
export function parseAmount(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '')
  if (!/^\d{1,12}([.,]\d{1,2})?$/.test(compact)) return undefined
  return Number(compact.replace(',', '.'))
}
