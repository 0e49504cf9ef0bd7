import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useHydrated } from '../../components/use-hydrated.ts'
import { useMessages } from '../../components/use-messages.ts'

interface OneTimeSecretProps {
  title: string
  secret: string
  note: string
  children?: ReactNode
}

/** A password or a token, shown this once: it takes the focus, so that nobody leaves without it. */
export function OneTimeSecret({ title, secret, note, children }: OneTimeSecretProps) {
  const { t } = useMessages()
  const isHydrated = useHydrated()
  const [isCopied, setCopied] = useState(false)
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another secret is another thing to see
  useEffect(() => {
    setCopied(false)
    box.current?.focus()
  }, [secret])
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={title}
      className="rounded-card border border-good/40 bg-good-soft px-4 py-3"
    >
      <h2 className="font-[620]">{title}</h2>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <code className="rounded-control border border-edge bg-surface px-2.5 py-1.5 text-base wrap-anywhere select-all">
          {secret}
        </code>
        {isHydrated && (
          <button
            type="button"
            className="button"
            onClick={() => navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
          >
            {t(isCopied ? 'admin.copied' : 'admin.copy')}
          </button>
        )}
      </div>
      <p className="mt-2">{note}</p>
      {children}
      <p role="status" className="sr-only">
        {isCopied && t('admin.copied')}
      </p>
    </section>
  )
}
