import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roleSchema } from '#core/contracts/caller.ts'
import { readForm, requireScope, statusOf } from '../access.server.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import type { UserAnswer } from '../panels/accounts/user-answer.ts'
import { UsersPanel } from '../panels/accounts/users-panel.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { userId } = requireScope(context, 'accounts:manage')
  const users = await context.access.listUsers(request.headers)
  return { ownId: userId, users: users.map((user) => ({ ...user, createdAt: user.createdAt.toISOString() })) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireScope(context, 'accounts:manage')
  const answer = await change(context.access, request.headers, await readForm(request))
  return data(answer, { status: statusOf(answer) })
}

/** Does what a form of the page asks for. */
async function change(
  desk: ActionFunctionArgs['context']['access'],
  headers: Headers,
  read: (name: string) => string,
): Promise<UserAnswer> {
  const email = read('email').slice(0, 200)
  const userId = read('userId')
  const { data: role } = roleSchema.safeParse(read('role'))
  switch (read('intent')) {
    case 'create': {
      if (!role) break
      const made = await desk.createUser(headers, { email, name: read('name'), role })
      return made.problem === null ? { ...made, done: 'created', email } : made
    }
    case 'role': {
      if (!role) break
      const changed = await desk.setRole(headers, userId, role)
      return changed.problem === null ? { problem: null, done: 'role', email, role } : changed
    }
    case 'disable': {
      const disabled = await desk.disableUser(headers, userId)
      return disabled.problem === null ? { problem: null, done: 'disabled', email } : disabled
    }
    case 'enable': {
      const enabled = await desk.enableUser(headers, userId)
      return enabled.problem === null ? { problem: null, done: 'enabled', email } : enabled
    }
    case 'reset': {
      const reset = await desk.resetPassword(headers, userId)
      return reset.problem === null ? { ...reset, done: 'reset', email } : reset
    }
  }
  return { problem: 'INVALID' }
}

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'admin.users.title')) }]
}

export default function Users() {
  const { ownId, users } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <UsersPanel users={users} ownId={ownId} answer={answer ?? null} />
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
