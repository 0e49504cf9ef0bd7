import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useMessages } from './use-messages.ts'

const patienceMs = 150

/** A thin line at the top while a page is on its way, if it takes long enough to be noticed. */
export function NavigationProgress() {
  const { t } = useMessages()
  const isBusy = useNavigation().state !== 'idle'
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isBusy) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), patienceMs)
    return () => clearTimeout(timer)
  }, [isBusy])
  return (
    <div role="status" className="print:hidden">
      {isShown && (
        <div className="progress">
          <span className="sr-only">{t('loading.label')}</span>
        </div>
      )}
    </div>
  )
}
