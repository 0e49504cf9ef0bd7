import { Link, NavLink, useMatches } from '@remix-run/react'
import { useRef } from 'react'
import { CommandCenter } from '../commands/command-center.tsx'
import type { Theme } from '../theme.ts'
import { AccountMenu, type Visitor } from './account-menu.tsx'
import { BrandMark } from './brand-mark.tsx'
import { ClientSearch } from './client-search.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { useMessages } from './use-messages.ts'

/** The client whose page is open, if there is such a client. */
function useOpenClientId(): number | null {
  const match = useMatches().find(({ id, data }) => id === 'routes/clients.$clientId' && data !== undefined)
  return match ? Number(match.params.clientId) : null
}

const navigationLink =
  'inline-flex h-9 items-center rounded-control px-2.5 whitespace-nowrap text-ink-2 hover:text-ink hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-[560] aria-[current=page]:text-ink'

/** Brand, navigation, search and preferences: the same on every page. Strangers are shown nowhere to go. */
export function AppHeader({ theme, visitor }: { theme: Theme; visitor: Visitor | null }) {
  const { t } = useMessages()
  const search = useRef<HTMLInputElement>(null)
  const openClientId = useOpenClientId()
  const isShown = visitor !== null && !visitor.isNewcomer
  return (
    <header className="z-40 lg:sticky lg:top-0 border-b border-line bg-surface print:hidden">
      <div className="mx-auto grid max-w-[90rem] grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-2 px-4 py-2 sm:gap-x-5 sm:px-6 lg:h-14 lg:grid-cols-[auto_auto_1fr_auto]">
        <Link
          to={visitor ? '/clients' : '/sign-in'}
          aria-label={t(visitor ? 'brand.home' : 'brand.name')}
          className="col-start-1 row-start-1 flex h-9 items-center gap-2.5 rounded-control font-[680] tracking-[-0.01em] whitespace-nowrap"
        >
          <BrandMark />
          {t('brand.name')}
        </Link>
        {isShown && <Navigation openClientId={openClientId} />}
        {isShown && (
          <div className="col-span-full lg:col-span-1 lg:col-start-3 lg:row-start-1 lg:justify-self-end">
            <ClientSearch input={search}>
              <CommandCenter theme={theme} visitor={visitor} openClientId={openClientId} search={search} />
            </ClientSearch>
          </div>
        )}
        <div className="col-start-3 row-start-1 flex items-center gap-2 lg:col-start-4">
          <LanguageSwitch />
          <ThemeSwitch theme={theme} />
          {visitor && <AccountMenu visitor={visitor} />}
        </div>
      </div>
    </header>
  )
}

/** The pages; the open client's among them where there is room. */
function Navigation({ openClientId }: { openClientId: number | null }) {
  const { t, format } = useMessages()
  return (
    <nav
      aria-label={t('nav.label')}
      className="max-sm:col-span-full max-sm:-mx-2.5 sm:col-start-2 sm:row-start-1"
    >
      <ul className="flex gap-1">
        <li>
          <NavLink to="/clients" end className={navigationLink}>
            {t('nav.portfolio')}
          </NavLink>
        </li>
        {openClientId !== null && (
          <li className="max-lg:hidden">
            <NavLink to={`/clients/${openClientId}`} className={navigationLink}>
              {t('nav.client', { clientId: format.clientId(openClientId) })}
            </NavLink>
          </li>
        )}
        <li>
          <NavLink to="/model" className={navigationLink}>
            {t('nav.model')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/drift" className={navigationLink}>
            {t('nav.drift')}
          </NavLink>
        </li>
      </ul>
    </nav>
  )
}
