import interLatinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ServiceStatus } from '#core/contracts/service-status.ts'
import { getServiceStatus } from './advisor.server.ts'
import { ConversationWorkspace } from './chat/pane/conversation-workspace.tsx'
import { PaneControlProvider } from './chat/pane/pane-control.tsx'
import { readPaneState } from './chat/pane/pane-cookie.ts'
import { AppFooter } from './components/app-footer.tsx'
import { AppHeader } from './components/app-header.tsx'
import { createMessages } from './components/create-messages.ts'
import { NavigationProgress } from './components/navigation-progress.tsx'
import { useNonce } from './components/nonce.ts'
import { useFocusOnNavigation } from './components/use-focus-on-navigation.ts'
import { MessagesContext } from './components/use-messages.ts'
import { composeErrorTitle, findPageLanguage } from './compose-page-title.ts'
import { env } from './env.server.ts'
import { fallbackLanguage } from './fallback-language.ts'
import { ErrorPanel } from './panels/error-panel.tsx'
import { readPreferences } from './preferences.server.ts'
import './tailwind.css'

export const links: LinksFunction = () => [
  { rel: 'preload', href: interLatinUrl, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error, matches }) => [
  { title: error ? composeErrorTitle(findPageLanguage(matches), error) : 'Prêt à dépenser' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const preferences = await readPreferences(request)
  // A page that says what is wrong needs the header too: the status must not take it down.
  const status: ServiceStatus | null = context.person
    ? await getServiceStatus(context).catch(() => null)
    : null
  const { person } = context
  const visitor = person && {
    name: person.name,
    mayAdminister: person.scopes.has('accounts:manage'),
    // Every page but the account's leads back there until a password of one's own is chosen.
    isNewcomer: person.mustChangePassword,
  }
  const isPaneOpen = readPaneState(request)
  return { ...preferences, visitor, status, isPaneOpen, currency: env.currency, timeZone: env.timeZone }
}

/** Only a form changes what the root holds. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined && formMethod !== 'GET'
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const language = root?.language ?? fallbackLanguage
  const theme = root?.theme ?? 'system'
  const messages = createMessages({
    language,
    currency: root?.currency ?? 'EUR',
    timeZone: root?.timeZone ?? 'Europe/Paris',
  })
  useFocusOnNavigation('content')
  return (
    <html lang={language} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1c1b19" />
        <Meta />
        <Links />
      </head>
      <body className="flex flex-col">
        <MessagesContext.Provider value={messages}>
          <PaneControlProvider isOpenAtFirst={root?.isPaneOpen ?? true}>
            <a
              href="#content"
              className="button button-primary fixed top-2 left-4 z-50 -translate-y-24 focus:translate-y-0"
            >
              {messages.t('skip.link')}
            </a>
            <NavigationProgress />
            <AppHeader theme={theme} visitor={root?.visitor ?? null} />
            <ConversationWorkspace>
              <main
                id="content"
                tabIndex={-1}
                className="mx-auto w-full max-w-[90rem] min-w-0 px-4 pt-6 pb-12 outline-none sm:px-6 print:p-0"
              >
                {children}
              </main>
              <AppFooter status={root?.status ?? null} />
            </ConversationWorkspace>
          </PaneControlProvider>
        </MessagesContext.Provider>
        <ScrollRestoration {...(nonce && { nonce })} />
        <Scripts {...(nonce && { nonce })} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
