import type { AuditPlace } from '#core/contracts/audit.ts'
import { parseClientId } from '../client-page/parse-client-id.ts'
import { auditDoors, auditKinds } from './audit-messages.ts'
import type { AuditParameter, AuditQuery, AuditQueryProblem } from './audit-query.ts'

const longestEcho = 40

/** Reads the address of the log's list. What can't be used is left out and reported; an empty value counts as absent. */
export function parseAuditQuery(parameters: URLSearchParams): {
  query: AuditQuery
  problems: AuditQueryProblem[]
} {
  const problems: AuditQueryProblem[] = []
  const read = <Value>(parameter: AuditParameter, parse: (text: string) => Value | null) => {
    const text = parameters.get(parameter)?.trim()
    if (!text) return
    const value = parse(text)
    if (value !== null) return value
    problems.push({ parameter, found: Array.from(text).slice(0, longestEcho).join('') })
    return
  }
  const readPlace = (direction: 'older' | 'newer'): AuditPlace | undefined => {
    const beside = read(direction, parseEntryId)
    return beside === undefined ? undefined : { beside, direction }
  }
  const query = {
    clientId: read('client', (text) => parseClientId(text.replaceAll(/\s/g, ''))),
    actor: read('who', (text) => (/^(local|(user|token|local):[^\0]{1,100})$/.test(text) ? text : null)),
    door: read('door', (text) => (auditDoors.includes(text) ? text : null)),
    kind: read('kind', (text) => (auditKinds.includes(text) ? text : null)),
    day: read('day', (text) => (isDay(text) ? text : null)),
    place: readPlace('older') ?? readPlace('newer') ?? { beside: null },
  }
  return { query, problems }
}

/** The number of an entry as an address holds it; null for what can be none. */
export function parseEntryId(text: string | undefined): number | null {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : null
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
