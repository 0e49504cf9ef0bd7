import type { ListedToken } from '#core/contracts/accounts.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import { ConfirmedAction } from './confirmed-action.tsx'
import { scopeMessages } from './scope-messages.ts'

/** A token as the page has it: moments in ISO 8601. */
export type ShownToken = Omit<ListedToken, 'createdAt' | 'expiresAt' | 'lastUsedAt'> & {
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
}

const header = 'px-3 py-2 text-left text-xs font-[560] text-ink-2 first:pl-4 sm:first:pl-5'

const columns: [MessageKey, string][] = [
  ['admin.tokens.column.name', ''],
  ['admin.tokens.column.scopes', 'max-lg:hidden'],
  ['admin.tokens.column.created', 'max-xl:hidden'],
  ['admin.tokens.column.expires', 'max-md:hidden'],
  ['admin.tokens.column.used', 'max-md:hidden'],
  ['admin.tokens.column.state', ''],
]

const stateMessages: Record<ListedToken['state'], MessageKey> = {
  active: 'admin.tokens.state.active',
  expired: 'admin.tokens.state.expired',
  revoked: 'admin.tokens.state.revoked',
  ownerDisabled: 'admin.tokens.state.ownerDisabled',
}

/** One row a token: never what it is. */
export function TokenTable({ tokens }: { tokens: ShownToken[] }) {
  const { t } = useMessages()
  return (
    <table className="w-full border-separate border-spacing-0 max-md:block">
      <caption className="sr-only">{t('admin.tokens.caption')}</caption>
      <thead className="bg-sunken/60 max-md:sr-only">
        <tr>
          {columns.map(([name, className]) => (
            <th key={name} scope="col" className={`${header} ${className}`.trim()}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {tokens.map((token) => (
          <TokenRow key={token.tokenId} token={token} />
        ))}
      </tbody>
    </table>
  )
}

function TokenRow({ token }: { token: ShownToken }) {
  const { t, format } = useMessages()
  const { tokenId, name, scopes, state } = token
  const sayScope = (scope: string) => {
    const message = (scopeMessages as Record<string, MessageKey | undefined>)[scope]
    return message ? t(message) : scope
  }
  return (
    <tr className="align-top [&:last-child>*]:border-0 [&>*]:border-b [&>*]:border-line [&>*]:px-3 [&>*]:py-3 max-md:block max-md:border-b max-md:border-line max-md:px-4 max-md:py-3 max-md:last:border-0 max-md:[&>*]:block max-md:[&>*]:border-0 max-md:[&>*]:p-0 max-md:[&>*]:py-1 md:[&>:first-child]:pl-5">
      <th scope="row" className="text-left font-[600] wrap-anywhere">
        {name}
        {token.isDemo && (
          <span className="ml-2 rounded-full bg-sunken px-2 py-0.5 text-xs font-normal whitespace-nowrap">
            {t('admin.users.demo')}
          </span>
        )}
      </th>
      <td className="text-xs text-ink-2 max-lg:hidden!">
        <ul>
          {scopes.map((scope) => (
            <li key={scope}>{sayScope(scope)}</li>
          ))}
        </ul>
      </td>
      <td className="text-xs text-ink-2 max-xl:hidden!">
        {t('admin.tokens.by', { date: format.instant(token.createdAt), email: token.madeBy })}
      </td>
      <td className="text-xs whitespace-nowrap text-ink-2 max-md:hidden!">
        {token.expiresAt ? format.instant(token.expiresAt) : t('admin.tokens.never.expires')}
      </td>
      <td className="text-xs whitespace-nowrap text-ink-2 max-md:hidden!">
        {token.lastUsedAt ? format.instant(token.lastUsedAt) : t('admin.tokens.never.used')}
      </td>
      <td>
        <span className={state === 'active' ? '' : 'text-ink-2'}>{t(stateMessages[state])}</span>
        {state === 'active' && !token.isDemo && (
          <div className="mt-1.5">
            <ConfirmedAction
              fields={{ intent: 'revoke', tokenId }}
              label={t('admin.tokens.revoke')}
              accessibleLabel={t('admin.tokens.revoke.of', { name })}
              note={t('admin.tokens.revoke.note')}
            />
          </div>
        )}
      </td>
    </tr>
  )
}
