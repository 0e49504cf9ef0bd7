import { useState } from 'react'
import type { AuditEntryView } from '#core/contracts/audit.ts'
import { useHydrated } from '../../components/use-hydrated.ts'
import { useMessages } from '../../components/use-messages.ts'

/** What an entry's figures can be proved by: its hashes, and the commands that use them. */
export function EntryProof({ entry }: { entry: AuditEntryView }) {
  const { t } = useMessages()
  const { entryId, entryHash } = entry
  const hashes: [name: string, hash: string | null][] = [
    [t('audit.entry.hash.entry'), entryHash],
    [t('audit.entry.hash.previous'), entry.previousHash],
    [t('audit.entry.hash.bundle'), entry.bundleSha256],
    [t('audit.entry.hash.model'), entry.modelSha256],
    [t('audit.entry.hash.features'), entry.featuresSha256],
  ]
  return (
    <div className="grid content-start gap-4">
      <section aria-labelledby="hashes" className="card p-5">
        <h2 id="hashes" className="font-[620]">
          {t('audit.entry.hashes')}
        </h2>
        <dl className="mt-3 grid gap-x-6 sm:grid-cols-[auto_1fr] sm:gap-y-2">
          {hashes.map(([name, hash]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="max-sm:mb-2.5">
                {hash === null ? (
                  <span className="text-ink-2">{t('audit.entry.hash.none')}</span>
                ) : (
                  <code className="text-xs wrap-anywhere">{hash}</code>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="prove" className="card p-5">
        <h2 id="prove" className="font-[620]">
          {t('audit.entry.prove')}
        </h2>
        <p className="mt-1 text-ink-2">{t('audit.entry.prove.lead')}</p>
        <Command words={t('audit.entry.replay')} line={`npm run audit:replay -- ${entryId}`} />
        <Command
          words={t('audit.entry.verify')}
          line={`npm run audit:verify -- --expect ${entryId}:${entryHash}`}
        />
      </section>
    </div>
  )
}

function Command({ words, line }: { words: string; line: string }) {
  const { t } = useMessages()
  const isHydrated = useHydrated()
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="mt-3">
      <p>{words}</p>
      <div className="mt-1 flex items-start gap-2">
        <code className="min-w-0 flex-1 rounded-control bg-sunken px-2.5 py-1.5 text-xs wrap-anywhere">
          {line}
        </code>
        {isHydrated && (
          <button
            type="button"
            aria-label={`${t(isCopied ? 'admin.copied' : 'admin.copy')}, ${words}`}
            className="button h-8 shrink-0 text-xs sm:h-8"
            onClick={() => navigator.clipboard?.writeText(line).then(() => setCopied(true))}
          >
            {t(isCopied ? 'admin.copied' : 'admin.copy')}
          </button>
        )}
      </div>
    </div>
  )
}
