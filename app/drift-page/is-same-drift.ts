/** Whether two addresses ask for the same figures: all but the window and the opened columns is the page's own. */
export function isSameDrift(current: URL, next: URL): boolean {
  return current.pathname === next.pathname && keyOf(current) === keyOf(next)
}

function keyOf({ searchParams }: URL): string {
  return JSON.stringify([searchParams.get('window'), searchParams.getAll('open').sort()])
}
