import type { ServerNotification } from '@modelcontextprotocol/sdk/types.js'

/** What a protocol's adapter knows of one call. */
export interface CallExtra {
  _meta?: { progressToken?: string | number | undefined } | undefined
  sendNotification(notification: ServerNotification): Promise<void>
}

/** Notifications that a whole run is told in: more would cost more than they tell. */
const mostNotifications = 20

/** Tells the caller how far a long call is, if the caller asked to be told. */
export function reportProgress({
  _meta,
  sendNotification,
}: CallExtra): (done: number, total: number) => void {
  const progressToken = _meta?.progressToken
  if (progressToken === undefined) return () => {}
  let told = 0
  return (done, total) => {
    const part = Math.floor((done / total) * mostNotifications)
    if (part <= told) return
    told = part
    // A caller who is gone hears nothing; the call itself ends elsewhere.
    void sendNotification({
      method: 'notifications/progress',
      params: { progressToken, progress: done, total },
    }).catch(() => {})
  }
}
