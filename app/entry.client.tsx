import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Remix decodes a page's data in its first render and suspends until it is there; a key pressed meanwhile makes React
 * finish that render at once, which it can't ("Root did not complete", error 345). Its decoding is therefore begun
 * outside of React and waited for.
 */
async function decodePageData() {
  try {
    RemixBrowser({})
  } catch (pending) {
    await pending
  }
}

function hydrate() {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  })
}

decodePageData().then(hydrate)
