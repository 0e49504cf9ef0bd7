import { data, type MetaFunction } from '@remix-run/node'
import { useSearchParams } from '@remix-run/react'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, findPageLanguage } from '../compose-page-title.ts'
import { env } from '../env.server.ts'
import { galleryStates } from '../gallery/gallery-states.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'

/** `/dev/gallery`: every panel in every state, for those who work on them; `?panels=drift` shows those of one page. */
export function loader() {
  if (!env.isGalleryShown) throw data(null, { status: 404 })
  return null
}

export const meta: MetaFunction = ({ error, matches }) => [
  { title: error ? composeErrorTitle(findPageLanguage(matches), error) : 'Gallery · Prêt à dépenser' },
]

export default function Gallery() {
  const { language } = useMessages()
  const [parameters] = useSearchParams()
  const page = parameters.get('panels')
  return (
    <>
      <h1 lang="en" className="text-title font-[640] tracking-[-0.015em]">
        Gallery
      </h1>
      {galleryStates
        .filter((state) => page === null || (state.page ?? 'client') === page)
        .map(({ name, render }) => (
          <div key={name} className="mt-8">
            <p lang="en" className="eyebrow mb-2">
              {name}
            </p>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-12">
              <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] lg:col-span-9 lg:grid-cols-subgrid [&>*]:min-w-0 [&>*]:lg:col-span-full">
                {render(language)}
              </div>
            </div>
          </div>
        ))}
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
