import { type ReactNode, useState } from 'react'
import { Icon, type IconName } from '../../components/icon.tsx'
import { useHydrated } from '../../components/use-hydrated.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { ConversationView } from '../conversation.ts'
import { ConfirmedDeletion } from './confirmed-deletion.tsx'

interface PaneHeaderProps {
  titleId: string
  action: string
  page: string
  model: ConversationView['model']
  hasTurns: boolean
  isSearching: boolean
  onSearch(): void
  onClose(): void
  removeAll(): Promise<boolean>
}

/** Says that a machine answers, which one, and what leaves this machine; searching, deleting and closing. */
export function PaneHeader(props: PaneHeaderProps) {
  const { titleId, action, page, model, hasTurns, isSearching, onSearch, onClose, removeAll } = props
  const { t } = useMessages()
  const isHydrated = useHydrated()
  const [isDeleting, setDeleting] = useState(false)
  return (
    <div className="pane-header border-b border-line px-4 pt-3 pb-3">
      <div className="flex items-center gap-1">
        <h2 id={titleId} className="mr-auto flex items-center gap-2 font-[620]">
          <Icon name="chat" className="size-4 text-accent" />
          {t('chat.title')}
        </h2>
        {isHydrated && (
          <>
            <PaneButton
              icon="search"
              label={t(isSearching ? 'chat.search.close' : 'chat.search.open')}
              isPressed={isSearching}
              onPress={onSearch}
            />
            {hasTurns && (
              <PaneButton
                icon="bin"
                label={t('chat.delete.all')}
                isPressed={isDeleting}
                onPress={() => setDeleting(!isDeleting)}
              />
            )}
            <PaneButton icon="cross" label={t('chat.close')} onPress={onClose} />
          </>
        )}
      </div>
      <p className="mt-0.5 text-xs text-ink-3">{t('chat.machine')}</p>
      <p className="text-xs text-ink-3">
        <ModelNote model={model} />
      </p>
      {(isDeleting || !isHydrated) && hasTurns && (
        <Deletion isFolded={!isHydrated}>
          <ConfirmedDeletion
            action={action}
            fields={{ intent: 'deleteAll', page }}
            label={t('chat.delete.all.label')}
            note={t('chat.delete.all.note')}
            remove={async () => {
              const isDone = await removeAll()
              if (isDone) setDeleting(false)
              return isDone
            }}
          />
        </Deletion>
      )}
    </div>
  )
}

/** Without scripts the browser itself folds the form away. */
function Deletion({ isFolded, children }: { isFolded: boolean; children: ReactNode }) {
  const { t } = useMessages()
  if (!isFolded) return children
  return (
    <details className="mt-1 text-xs">
      <summary className="link inline-block">{t('chat.delete.all')}</summary>
      {children}
    </details>
  )
}

function ModelNote({ model: { name, sentTo } }: { model: ConversationView['model'] }) {
  const { t } = useMessages()
  if (sentTo !== null) return t('chat.model.sent', { model: name, host: sentTo })
  return name === 'rules' ? t('chat.model.local') : t('chat.model.here', { model: name })
}

interface PaneButtonProps {
  icon: IconName
  label: string
  isPressed?: boolean
  onPress(): void
}

function PaneButton({ icon, label, isPressed, onPress }: PaneButtonProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
      className="grid size-8 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink"
    >
      <Icon name={icon} className="size-4" />
    </button>
  )
}
