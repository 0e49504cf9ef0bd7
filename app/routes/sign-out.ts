import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { withCookies } from '../access.server.ts'

/** Ends the session of this device. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { setCookies } = await context.access.signOut(request.headers)
  const headers = withCookies(setCookies)
  // Whoever goes back on this device is not shown what the browser still has.
  headers.set('Clear-Site-Data', '"cache"')
  return redirect('/sign-in', { headers })
}

export function loader() {
  return redirect('/account')
}
