import type { AuditParameter, AuditQueryProblem } from '../../audit/audit-query.ts'
import { Notice } from '../../components/notice.tsx'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'

const parameterMessages: Record<AuditParameter, { name: MessageKey; problem: MessageKey }> = {
  client: { name: 'audit.filter.client', problem: 'audit.problem.client' },
  who: { name: 'audit.filter.who', problem: 'audit.problem.choice' },
  door: { name: 'audit.filter.door', problem: 'audit.problem.choice' },
  kind: { name: 'audit.filter.kind', problem: 'audit.problem.choice' },
  day: { name: 'audit.filter.day', problem: 'audit.problem.day' },
  older: { name: 'audit.filter.page', problem: 'audit.problem.entry' },
  newer: { name: 'audit.filter.page', problem: 'audit.problem.entry' },
}

/** What in the address could not be used. */
export function AuditProblems({ problems }: { problems: AuditQueryProblem[] }) {
  const { t } = useMessages()
  return (
    <Notice title={t('filter.problems.title')}>
      <ul className="wrap-anywhere">
        {problems.map(({ parameter, found }) => {
          const { name, problem } = parameterMessages[parameter]
          return <li key={parameter}>{t(problem, { parameter: t(name), found })}</li>
        })}
      </ul>
      <p>{t('filter.problems.ignored')}</p>
    </Notice>
  )
}
