import { Form } from '@remix-run/react'
import type { Language } from '#core/contracts/language.ts'
import { useMessages } from './use-messages.ts'
import { useReturnPath } from './use-return-path.ts'

const languages: { language: Language; name: 'language.fr' | 'language.en' }[] = [
  { language: 'fr', name: 'language.fr' },
  { language: 'en', name: 'language.en' },
]

/** Two buttons, one pressed. A plain form: it works without scripts. */
export function LanguageSwitch() {
  const { t, language: current } = useMessages()
  const returnTo = useReturnPath()
  return (
    <Form
      method="post"
      action="/preferences"
      preventScrollReset
      aria-label={t('language.label')}
      className="inline-flex rounded-control border border-edge p-0.5"
    >
      <input type="hidden" name="returnTo" value={returnTo} />
      {languages.map(({ language, name }) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === current}
          className="h-7 min-w-8 rounded-md px-1.5 text-xs font-[560] text-ink-2 hover:text-ink aria-pressed:bg-ink aria-pressed:text-paper"
        >
          <span aria-hidden="true">{language.toUpperCase()}</span>
          <span className="sr-only">{t(name)}</span>
        </button>
      ))}
    </Form>
  )
}
