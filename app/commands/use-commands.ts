import { useLocation, useNavigate, useSubmit } from '@remix-run/react'
import type { Visitor } from '../components/account-menu.tsx'
import { useMessages } from '../components/use-messages.ts'
import { useReturnPath } from '../components/use-return-path.ts'
import { advices } from '../decision-order.ts'
import type { Theme } from '../theme.ts'
import { themeMessages } from '../theme-messages.ts'
import type { Command } from './command.ts'
import { shortcuts } from './shortcuts.ts'
import { useClientCommands } from './use-client-commands.ts'

interface CommandContext {
  theme: Theme
  visitor: Visitor
  openClientId: number | null
  openHelp(): void
}

/** All that the palette offers on this page, in its language. */
export function useCommands({ theme, visitor, openClientId, openHelp }: CommandContext): Command[] {
  const { t, language } = useMessages()
  const navigate = useNavigate()
  const submit = useSubmit()
  const returnTo = useReturnPath()
  const { pathname } = useLocation()
  const ofClient = useClientCommands(openClientId)

  const prefer = (choice: Record<string, string>) =>
    submit({ ...choice, returnTo }, { method: 'post', action: '/preferences', preventScrollReset: true })
  const goTo = (path: string, rest: Omit<Command, 'group' | 'run'>): Command[] =>
    path === pathname ? [] : [{ ...rest, group: 'go', run: () => navigate(path) }]
  const otherLanguage = language === 'fr' ? 'en' : 'fr'
  return [
    ...ofClient,
    ...goTo('/clients', {
      id: 'portfolio',
      label: t('command.go.portfolio'),
      keys: shortcuts.portfolio.keys,
      synonyms: t('command.go.portfolio.synonyms'),
    }),
    ...advices.flatMap((advice) =>
      goTo(`/clients?advice=${advice}`, {
        id: `portfolio-${advice}`,
        label: t('command.go.advice', { advice: t(`advice.${advice}`) }),
      }),
    ),
    ...goTo('/model', {
      id: 'model',
      label: t('command.go.model'),
      keys: shortcuts.model.keys,
      synonyms: t('command.go.model.synonyms'),
    }),
    ...goTo('/drift', { id: 'drift', label: t('command.go.drift'), keys: shortcuts.drift.keys }),
    ...goTo('/account', {
      id: 'account',
      label: t('command.go.account'),
      keys: shortcuts.account.keys,
      synonyms: t('command.go.account.synonyms'),
    }),
    ...(visitor.mayAdminister ? goTo('/admin/users', { id: 'admin', label: t('admin.nav') }) : []),
    {
      id: 'language',
      group: 'preferences',
      label: t('command.language', { language: t(`language.${otherLanguage}`) }),
      synonyms: 'language langue english français',
      run: () => prefer({ language: otherLanguage }),
    },
    ...themeMessages
      .filter(({ theme: other }) => other !== theme)
      .map(
        ({ theme: other, name }): Command => ({
          id: `theme-${other}`,
          group: 'preferences',
          label: t('command.theme', { theme: t(name) }),
          synonyms: t('command.theme.synonyms'),
          run: () => prefer({ theme: other }),
        }),
      ),
    {
      id: 'help',
      group: 'preferences',
      label: t('command.help'),
      keys: shortcuts.help.keys,
      synonyms: t('command.help.synonyms'),
      run: openHelp,
    },
  ]
}
