import { Form, Link } from '@remix-run/react'
import { useRef } from 'react'
import { Icon } from './icon.tsx'
import { useMessages } from './use-messages.ts'

/** Who looks at the page, as its header needs to know. */
export interface Visitor {
  name: string
  mayAdminister: boolean
  /** Whether a password of one's own must be chosen before anything else. */
  isNewcomer: boolean
}

const menuId = 'account-menu'
const item = 'flex h-9 w-full items-center rounded-control px-2.5 text-left hover:bg-sunken'

/** The own account: its page, the administration for who may, the way out. Opens without scripts. */
export function AccountMenu({ visitor }: { visitor: Visitor }) {
  const { t } = useMessages()
  const menu = useRef<HTMLDivElement>(null)
  const popover = { popover: 'auto' }
  const opener = { popovertarget: menuId }
  const close = () => menu.current?.hidePopover?.()
  return (
    <>
      <button
        type="button"
        {...opener}
        aria-label={t('account.menu', { name: visitor.name })}
        className="grid size-9 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <Icon name="person" />
      </button>
      <div ref={menu} id={menuId} {...popover} className="menu">
        <p className="px-2.5 pt-1 pb-2 text-xs wrap-anywhere text-ink-2">{visitor.name}</p>
        <ul>
          <li>
            <Link to="/account" onClick={close} className={item}>
              {t('account.nav')}
            </Link>
          </li>
          {visitor.mayAdminister && !visitor.isNewcomer && (
            <li>
              <Link to="/admin/users" onClick={close} className={item}>
                {t('admin.nav')}
              </Link>
            </li>
          )}
          <li className="mt-1 border-t border-line pt-1">
            <Form method="post" action="/sign-out" reloadDocument>
              <button type="submit" className={item}>
                {t('account.signOut')}
              </button>
            </Form>
          </li>
        </ul>
      </div>
    </>
  )
}
