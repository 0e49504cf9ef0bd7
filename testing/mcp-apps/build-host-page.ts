import { join } from 'node:path'
import { build } from 'vite'

/** A page that shows panels as a host of MCP Apps does, through `window.showPanel`. */
export async function buildHostPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'host.ts'), formats: ['iife'], name: 'host' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The host was not built.')
  const script = output.output[0].code.replaceAll('</script', '<\\/script')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body><script>${script}</script></body></html>`
}
