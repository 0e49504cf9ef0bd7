import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,bench,core,db,mcp-server,server,testing}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
