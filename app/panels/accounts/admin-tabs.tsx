import { NavLink } from '@remix-run/react'
import { useMessages } from '../../components/use-messages.ts'

const tab =
  'inline-flex h-9 items-center rounded-control px-2.5 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-[560] aria-[current=page]:text-ink'

/** From one page of the administration to the other. */
export function AdminTabs() {
  const { t } = useMessages()
  return (
    <nav aria-label={t('admin.nav')}>
      <ul className="flex gap-1">
        <li>
          <NavLink to="/admin/users" className={tab}>
            {t('admin.users.title')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/admin/tokens" className={tab}>
            {t('admin.tokens.title')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/admin/audit" className={tab}>
            {t('audit.title')}
          </NavLink>
        </li>
      </ul>
    </nav>
  )
}
