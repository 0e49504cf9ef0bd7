import { useMessages } from '../../components/use-messages.ts'

/** What stands in the place of the figures while they are computed. */
export function DriftSkeleton() {
  const { t } = useMessages()
  return (
    <div aria-busy="true" className="mt-4 grid gap-4 lg:grid-cols-12">
      <p role="status" className="col-span-full flex items-center gap-3 text-ink-2">
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          className="size-4 animate-spin motion-reduce:animate-none"
        >
          <circle cx="8" cy="8" r="6" fill="none" className="stroke-line" strokeWidth="2" />
          <path d="M8 2a6 6 0 0 1 6 6" fill="none" className="stroke-accent" strokeWidth="2" />
        </svg>
        {t('drift.loading')}
      </p>
      <div className="card h-72 lg:col-span-5" />
      <div className="card h-72 lg:col-span-7" />
      <div className="card col-span-full h-96" />
    </div>
  )
}
