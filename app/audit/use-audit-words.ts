import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'
import type { ActorNames } from './actor-names.ts'
import { doorMessages, kindMessages } from './audit-messages.ts'

/** Words for what the log calls by a name of its own; that name where there are none. */
export function useAuditWords() {
  const { t } = useMessages()
  const say = (messages: Record<string, MessageKey>, name: string) => {
    const message = Object.hasOwn(messages, name) ? messages[name] : undefined
    return message ? t(message) : name
  }
  return {
    sayDoor: (door: string) => say(doorMessages, door),
    sayKind: (kind: string) => say(kindMessages, kind),
    sayActor(actor: string, { people, tokens }: ActorNames): string {
      const [sort = '', ...rest] = actor.split(':')
      if (sort === 'local') return t('audit.actor.local', { name: rest.join(':') })
      if (sort === 'user') return people[actor] ?? t('audit.actor.removed')
      const token = tokens[actor]
      return token ? t('audit.actor.token', { name: token }) : t('audit.actor.removedToken')
    },
  }
}
