import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

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
    rollupOptions: {
      onwarn(warning, warn) {
        // Resource routes have no part in the browser: that their chunks are empty is no news.
        if (warning.code !== 'EMPTY_BUNDLE') warn(warning)
      },
    },
  },
})
