import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import { Panel } from '../panel.tsx'

const lists: { title: MessageKey; entries: MessageKey[] }[] = [
  {
    title: 'model.limits.use',
    entries: ['model.limits.use.advice', 'model.limits.use.person', 'model.limits.use.sex'],
  },
  {
    title: 'model.limits.not',
    entries: ['model.limits.not.alone', 'model.limits.not.elsewhere', 'model.limits.not.cause'],
  },
  {
    title: 'model.limits.know',
    entries: ['model.limits.know.refused', 'model.limits.know.history', 'model.limits.know.drift'],
  },
]

/** What the model is for, what it is not for, and where it stops being right, as its card says. */
export function LimitsPanel() {
  const { t } = useMessages()
  return (
    <Panel
      id="limits"
      title={t('model.limits.title')}
      note={t('model.limits.note')}
      className="col-span-full"
    >
      <div className="mt-2 grid gap-x-10 gap-y-4 lg:grid-cols-3">
        {lists.map(({ title, entries }) => (
          <div key={title}>
            <h3 className="font-[580]">{t(title)}</h3>
            <ul className="mt-1">
              {entries.map((entry) => (
                <li key={entry} className="border-t border-line py-2 text-ink-2 first:border-0">
                  {t(entry)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Panel>
  )
}
