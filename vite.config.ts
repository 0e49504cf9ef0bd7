import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

const expectedWarnings = [
  // Resource routes have no part in the browser: that their chunks are empty is no news.
  'EMPTY_BUNDLE',
  // A comment of zod's that Rollup cannot read costs nothing but a few bytes.
  'INVALID_ANNOTATION',
]

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  // Found while the first page loads, they would make the dev server start it over with two copies of React.
  optimizeDeps: {
    include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', '@remix-run/react', 'intl-messageformat'],
    exclude: ['@remix-run/node', 'drizzle-orm', 'zod'],
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // The server has each build made in a new folder.
    emptyOutDir: true,
    rollupOptions: {
      onwarn(warning, warn) {
        if (!expectedWarnings.includes(warning.code ?? '')) warn(warning)
      },
    },
  },
})
