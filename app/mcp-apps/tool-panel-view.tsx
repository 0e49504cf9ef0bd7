import { type ReactNode, useEffect } from 'react'
import { type ToolPanel, toolPanelScaleKey, toolPanelScaleSchema } from '#core/contracts/tool-panel.ts'
import { createMessages } from '../components/create-messages.ts'
import { MessagesContext, useMessages } from '../components/use-messages.ts'
import type { PanelViewProps } from './panel-view-props.ts'
import { type HostState, type ToolResult, useHost } from './use-host.ts'
import { CohortView } from './views/cohort-view.tsx'
import { DriftView } from './views/drift-view.tsx'
import { ExplanationView } from './views/explanation-view.tsx'
import { ScoreView } from './views/score-view.tsx'

const views: Record<ToolPanel, (props: PanelViewProps) => ReactNode> = {
  score: ScoreView,
  explanation: ExplanationView,
  cohort: CohortView,
  drift: DriftView,
}

/** One panel in an assistant's window: the tool's answer, drawn as the application draws it. */
export function ToolPanelView({ panel }: { panel: ToolPanel }) {
  const host = useHost()
  const scale = toolPanelScaleSchema.safeParse(host.result?._meta?.[toolPanelScaleKey]).data
  const language = scale?.language ?? host.language
  const messages = createMessages({ language, currency: scale?.currency ?? 'EUR', timeZone: host.timeZone })
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const View = views[panel]
  return (
    <MessagesContext.Provider value={messages}>
      <div className="grid gap-4 bg-paper p-1">
        {host.result?.structuredContent && scale ? (
          <View answer={host.result.structuredContent} scale={scale} />
        ) : (
          <PanelNote host={host} />
        )}
      </div>
    </MessagesContext.Provider>
  )
}

/** What stands in the panel's place: that the tool still runs, that it was stopped, or why it has no answer. */
function PanelNote({ host: { result, isCancelled } }: { host: HostState }) {
  const { t } = useMessages()
  if (result) {
    return (
      <p role="status" className="rounded-control bg-sunken px-3 py-2.5 text-ink-2">
        {textOf(result) || t('panel.problem.unexpected')}
      </p>
    )
  }
  return (
    <p role="status" className="px-3 py-2.5 text-ink-3">
      {t(isCancelled ? 'mcp.cancelled' : 'mcp.running')}
    </p>
  )
}

function textOf({ content }: ToolResult): string {
  return (content ?? []).map(({ text }) => text ?? '').join(' ')
}
