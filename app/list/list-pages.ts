/** A page number to show, or a gap between two of them. */
export type PageMark = number | 'gap'

/** First, last, and the pages next to the current one: 1 … 7 [8] 9 … 800. A gap never hides a single page. */
export function listPages(current: number, pageCount: number): PageMark[] {
  const kept = [1, current - 1, current, current + 1, pageCount].filter(
    (page, index, pages) => page >= 1 && page <= pageCount && pages.indexOf(page) === index,
  )
  kept.sort((left, right) => left - right)
  return kept.flatMap((page, index): PageMark[] => {
    const previous = kept[index - 1] ?? page - 1
    if (page - previous === 2) return [page - 1, page]
    return page - previous > 2 ? ['gap', page] : [page]
  })
}
