import { useMessages } from './use-messages.ts'

/** What a window of the data is called: the two of the competition have words, an import has its own name. */
export function useWindowName(): (window: string) => string {
  const { t } = useMessages()
  return (window) => {
    if (window === 'train') return t('window.train')
    return window === 'test' ? t('window.test') : window
  }
}
