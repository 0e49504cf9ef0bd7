import {
  type CohortKind,
  cohortKinds,
  groupParameters,
  similarCount,
} from '../client-page/client-page-query.ts'
import { StateLink } from '../components/state-link.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'

const names: Record<CohortKind, MessageKey> = {
  all: 'compare.all',
  similar: 'compare.similar',
  group: 'compare.group',
}

/** Whom the client is compared with: three links, one current. */
export function CohortSwitch({ cohort }: { cohort: CohortKind }) {
  const { t, format } = useMessages()
  const withoutGroup = Object.fromEntries(groupParameters.map((name) => [name, null]))
  return (
    <nav
      aria-label={t('compare.switch')}
      className="inline-flex flex-wrap rounded-control border border-edge p-0.5 print:hidden"
    >
      {cohortKinds.map((kind) => (
        <StateLink
          key={kind}
          changes={
            kind === 'group' ? { cohort: kind } : { ...withoutGroup, cohort: kind === 'all' ? null : kind }
          }
          anchor="comparison"
          isCurrent={kind === cohort}
          className="inline-flex min-h-7 items-center rounded-md px-2.5 text-xs font-[560] text-ink-2 no-underline hover:text-ink aria-[current]:bg-ink aria-[current]:text-paper"
        >
          {t(names[kind], { count: format.integer(similarCount) })}
        </StateLink>
      ))}
    </nav>
  )
}
