import { Form } from '@remix-run/react'
import { useRef } from 'react'
import type { Theme } from '../theme.ts'
import { themeMessages } from '../theme-messages.ts'
import { Icon } from './icon.tsx'
import { useMessages } from './use-messages.ts'
import { useReturnPath } from './use-return-path.ts'

const menuId = 'theme-menu'

/** A menu of three appearances. The browser's own popover opens it, so that it needs no script. */
export function ThemeSwitch({ theme: current }: { theme: Theme }) {
  const { t } = useMessages()
  const returnTo = useReturnPath()
  const menu = useRef<HTMLDivElement>(null)
  const popover = { popover: 'auto' }
  const opener = { popovertarget: menuId }
  return (
    <>
      <button
        type="button"
        {...opener}
        aria-label={t('theme.label')}
        className="grid size-9 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <Icon name={current} />
      </button>
      <div ref={menu} id={menuId} {...popover} className="menu">
        <Form
          method="post"
          action="/preferences"
          preventScrollReset
          onSubmit={() => menu.current?.hidePopover?.()}
          aria-label={t('theme.label')}
          className="flex flex-col"
        >
          <input type="hidden" name="returnTo" value={returnTo} />
          {themeMessages.map(({ theme, name }) => (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              aria-pressed={theme === current}
              className="flex h-9 items-center gap-2.5 rounded-control px-2.5 text-left hover:bg-sunken"
            >
              <Icon name={theme} className="size-4 text-ink-2" />
              <span className="flex-1">{t(name)}</span>
              {theme === current && <Icon name="check" className="size-4 text-accent" />}
            </button>
          ))}
        </Form>
      </div>
    </>
  )
}
