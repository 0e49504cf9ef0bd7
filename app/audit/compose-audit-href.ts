import type { AuditQuery } from './audit-query.ts'

/** The address of the log's list for a query. */
export function composeAuditHref({ clientId, actor, door, kind, day, place }: AuditQuery): string {
  const parameters = new URLSearchParams()
  const set = (name: string, text: string | number | undefined) => {
    if (text !== undefined) parameters.set(name, String(text))
  }
  set('client', clientId)
  set('who', actor)
  set('door', door)
  set('kind', kind)
  set('day', day)
  if (place.beside !== null) set(place.direction, place.beside)
  return parameters.size > 0 ? `/admin/audit?${parameters}` : '/admin/audit'
}
