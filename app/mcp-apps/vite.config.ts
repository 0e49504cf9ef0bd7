import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

/** A host lets a panel load nothing: its fonts are the host's, and all else stands in the one file. */
const withoutFonts: Plugin = {
  name: 'without-fonts',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('tailwind.css') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : null),
}

const inOneFile: Plugin = {
  name: 'in-one-file',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['index.html']
    if (page?.type !== 'asset') throw new Error('The build gave no index.html.')
    let html = String(page.source)
    for (const [name, part] of Object.entries(bundle)) {
      if (part === page) continue
      const isScript = part.type === 'chunk'
      const text = isScript ? part.code.replaceAll('</script', '<\\/script') : String(part.source)
      const link = isScript ? /<script type="module"[^>]*><\/script>/ : /<link rel="stylesheet"[^>]*>/
      const inlined = isScript ? `<script type="module">${text}</script>` : `<style>${text}</style>`
      if (!link.test(html)) throw new Error(`index.html does not name ${name}.`)
      html = html.replace(link, () => inlined)
      delete bundle[name]
    }
    page.source = html
  },
}

/** Builds the panels that assistants show (MCP Apps) as one page that needs nothing else. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [withoutFonts, tailwindcss(), inOneFile],
  build: {
    target: 'es2022',
    emptyOutDir: true,
    cssCodeSplit: false,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      output: { inlineDynamicImports: true },
      onwarn(warning, warn) {
        // A comment of zod's that Rollup cannot read costs nothing but a few bytes.
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning)
      },
    },
  },
})
