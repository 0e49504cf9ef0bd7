import { defineConfig } from 'vitest/config'

const timeouts = { testTimeout: 60_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'parts',
          include: ['{app,bench,core,db}/**/*.test.{ts,tsx}'],
          exclude: ['core/advisor/**', 'app/chat/{pipeline,rules-model,evaluation}/**'],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'product',
          include: [
            '{core/advisor,mcp-server,server,e2e}/**/*.test.ts',
            'app/chat/{pipeline,rules-model,evaluation}/**/*.test.ts',
          ],
          globalSetup: ['testing/prepare-demo-store.ts'],
          // Browsers and servers side by side on two cores only time each other out.
          fileParallelism: false,
          ...timeouts,
        },
      },
    ],
  },
})
