import { useLocation, useNavigate } from '@remix-run/react'
import { usePaneControl } from '../chat/pane/pane-control.tsx'
import {
  type CohortKind,
  cohortKinds,
  groupParameters,
  similarCount,
} from '../client-page/client-page-query.ts'
import { composeClientSearch } from '../client-page/compose-client-search.ts'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'
import type { Command } from './command.ts'
import { shortcuts } from './shortcuts.ts'
import { showPanel } from './show-panel.ts'

const cohortMessages: Record<CohortKind, MessageKey> = {
  all: 'command.compare.all',
  similar: 'command.compare.similar',
  group: 'command.compare.group',
}

/** What can be done on the open client's page; nothing where no client is open. */
export function useClientCommands(openClientId: number | null): Command[] {
  const { t, format } = useMessages()
  const navigate = useNavigate()
  const { search } = useLocation()
  const pane = usePaneControl()
  if (openClientId === null) return []

  const compare = (kind: CohortKind) => {
    const withoutGroup = Object.fromEntries(groupParameters.map((name) => [name, null]))
    const changes = { ...(kind !== 'group' && withoutGroup), cohort: kind === 'all' ? null : kind }
    navigate({ search: composeClientSearch(search, changes) }, { preventScrollReset: true })
    showPanel('comparison')
  }
  const shown = new URLSearchParams(search).get('cohort') ?? 'all'
  return [
    ...cohortKinds
      .filter((kind) => kind !== shown)
      .map(
        (kind): Command => ({
          id: `compare-${kind}`,
          group: 'client',
          label: t(cohortMessages[kind], { count: format.integer(similarCount) }),
          run: () => compare(kind),
        }),
      ),
    {
      id: 'ask',
      group: 'client',
      label: t('command.ask'),
      keys: shortcuts.ask.keys,
      synonyms: t('command.ask.synonyms'),
      run: () => pane?.ask(null),
    },
    {
      id: 'simulate',
      group: 'client',
      label: t('command.simulate'),
      keys: shortcuts.simulate.keys,
      synonyms: t('command.simulate.synonyms'),
      run: () => showPanel('what-if', 'input[type=range]'),
    },
    {
      id: 'explain',
      group: 'client',
      label: t('command.explain'),
      run: () => showPanel('reasons'),
    },
    {
      id: 'print',
      group: 'client',
      label: t('command.print'),
      keys: shortcuts.print.keys,
      run: () => window.print(),
    },
  ]
}
