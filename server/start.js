// Plain JavaScript on purpose: it must run on an old Node to be able to say so.
const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `Found Node ${process.versions.node}; expected 24 or later. Run "npm start": npm ci installs the right Node beside the packages.`,
  )
  process.exit(1)
}
// Begins again, in place, with a bound fixed: glibc raises it with the first large array that goes, and from then on
// keeps what such arrays leave behind, which came to 50 MB with 356,255 clients.
const { execPath, execArgv, argv, env } = process
if (process.platform === 'linux' && !env.MALLOC_MMAP_THRESHOLD_) {
  const bound = { MALLOC_MMAP_THRESHOLD_: '131072' }
  process.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, ...bound })
}
const isDev = process.argv.includes('--dev')
process.env.NODE_ENV ??= isDev ? 'development' : 'production'
const { main } = await import('./main.ts')
await main({ isDev })
