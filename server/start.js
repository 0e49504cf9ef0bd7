// Plain JavaScript on purpose: it must run on an old Node to be able to say so.
const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `Found Node ${process.versions.node}; expected 24 or later. Run "npm start": npm ci installs the right Node beside the packages.`,
  )
  process.exit(1)
}
const isDev = process.argv.includes('--dev')
process.env.NODE_ENV ??= isDev ? 'development' : 'production'
const { main } = await import('./main.ts')
await main({ isDev })
