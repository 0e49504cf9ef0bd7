import { tokenScopes } from '#core/contracts/caller.ts'
import type { AuditQuery } from '../audit/audit-query.ts'
import { AccountPanel } from '../panels/accounts/account-panel.tsx'
import { SignInPanel } from '../panels/accounts/sign-in-panel.tsx'
import { TokensPanel } from '../panels/accounts/tokens-panel.tsx'
import { UsersPanel } from '../panels/accounts/users-panel.tsx'
import { AuditPanel } from '../panels/audit/audit-panel.tsx'
import { EntryPanel } from '../panels/audit/entry-panel.tsx'
import type { GalleryState } from './gallery-state.ts'
import { inventEntry, inventedLog, inventedNames, inventedTokens, inventedUsers } from './invent-accounts.ts'

const person = {
  name: 'Aïcha Benali',
  email: 'aicha.benali@bank.example',
  role: 'administrator',
  isDemo: false,
  mustChangePassword: false,
} as const
const tokens = { tokens: inventedTokens, scopes: tokenScopes, mcpUrl: 'https://score.bank.example/mcp' }
const users = { users: inventedUsers, ownId: 'u1' }
const newest: AuditQuery = { place: { beside: null } }
const log = { list: inventedLog, entryCount: 300_512, names: inventedNames }
const nothing = { entries: [], hasNewer: false, hasOlder: false, count: 0, isMore: false }

const doors: Omit<GalleryState, 'page'>[] = [
  { name: 'sign-in: closed', render: () => <SignInPanel next="/" demo={null} problem={null} /> },
  {
    name: 'sign-in: demo',
    render: () => (
      <SignInPanel
        next="/"
        demo={{ email: 'demo@demo.example', password: 'a shared password' }}
        problem={null}
      />
    ),
  },
  {
    name: 'sign-in: too many attempts',
    render: () => (
      <SignInPanel
        next="/"
        demo={null}
        problem={{ problem: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 600, email: person.email }}
      />
    ),
  },
  {
    name: 'account: own',
    render: () => <AccountPanel person={person} isDone={false} problem={null} />,
  },
  {
    name: 'account: a password must be chosen, and was too short',
    render: () => (
      <AccountPanel
        person={{ ...person, mustChangePassword: true }}
        isDone={false}
        problem={{ problem: 'PASSWORD_TOO_SHORT' }}
      />
    ),
  },
  {
    name: 'account: password changed',
    render: () => <AccountPanel person={person} isDone problem={null} />,
  },
  {
    name: 'account: demo',
    render: () => <AccountPanel person={{ ...person, isDemo: true }} isDone={false} problem={null} />,
  },
]

const administration: Omit<GalleryState, 'page'>[] = [
  { name: 'users: every state', render: () => <UsersPanel {...users} answer={null} /> },
  {
    name: 'users: one-time password',
    render: () => (
      <UsersPanel
        {...users}
        answer={{
          problem: null,
          done: 'created',
          email: 'marc@bank.example',
          oneTimePassword: 'kevu-rato-misi-bela',
        }}
      />
    ),
  },
  {
    name: 'users: refused',
    render: () => <UsersPanel {...users} answer={{ problem: 'EMAIL_TAKEN' }} />,
  },
  { name: 'tokens: every state', render: () => <TokensPanel {...tokens} answer={null} /> },
  { name: 'tokens: none', render: () => <TokensPanel {...tokens} tokens={[]} answer={null} /> },
  {
    name: 'tokens: shown once',
    render: () => (
      <TokensPanel
        {...tokens}
        answer={{ problem: null, done: 'created', name: 'Assistant', token: `pad_${'x'.repeat(43)}` }}
      />
    ),
  },
]

const audit: Omit<GalleryState, 'page'>[] = [
  {
    name: 'log: a page of many',
    render: () => <AuditPanel {...log} query={{ ...newest, kind: 'score' }} problems={[]} />,
  },
  {
    name: 'log: nothing found, part of the address not understood',
    render: () => (
      <AuditPanel
        {...log}
        list={nothing}
        query={{ ...newest, clientId: 5 }}
        problems={[{ parameter: 'day', found: 'hier' }]}
      />
    ),
  },
  {
    name: 'log: empty',
    render: () => <AuditPanel {...log} list={nothing} entryCount={0} query={newest} problems={[]} />,
  },
  {
    name: 'log: an entry',
    render: () => <EntryPanel entry={inventEntry(true)} names={inventedNames} />,
  },
  {
    name: 'log: an entry that was changed',
    render: () => <EntryPanel entry={inventEntry(false)} names={inventedNames} />,
  },
]

/** The door, one's own account, and what administrators see. */
export const accountStates: GalleryState[] = [...doors, ...administration, ...audit].map((state) => ({
  ...state,
  page: 'accounts',
}))
