/** What a protocol's adapter knows of one call. */
export interface NotifiedCall {
  _meta?: { progressToken?: string | number | undefined } | undefined
  notify(notification: {
    method: 'notifications/progress'
    params: { progressToken: string | number; progress: number; total: number }
  }): Promise<void>
}

/** Notifications that a whole run is told in: more would cost more than they tell. */
const mostNotifications = 20

/** Tells the caller how far a long call is, if the caller asked to be told. */
export function reportProgress({ _meta, notify }: NotifiedCall): (done: number, total: number) => void {
  const progressToken = _meta?.progressToken
  if (progressToken === undefined) return () => {}
  let told = 0
  return (done, total) => {
    const part = Math.floor((done / total) * mostNotifications)
    if (part <= told) return
    told = part
    // A caller who is gone hears nothing; the call itself ends elsewhere.
    void notify({
      method: 'notifications/progress',
      params: { progressToken, progress: done, total },
    }).catch(() => {})
  }
}
