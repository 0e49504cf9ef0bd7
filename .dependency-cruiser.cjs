// The direction of imports, from raw data to the doors. docs/architecture.md says why.
const from = (path, pathNot) => ({ path, pathNot: [String.raw`\.test\.tsx?$`, ...(pathNot ?? [])] })

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|../build/)' },
    },
    {
      name: 'db-looks-at-nothing-ahead',
      severity: 'error',
      from: from('^db/'),
      to: { path: '^(core|app|mcp-server|server)/' },
    },
    {
      name: 'contracts-are-browser-safe',
      severity: 'error',
      from: from('^core/contracts/'),
      to: { pathNot: ['^core/contracts/', 'node_modules/zod/'] },
    },
    {
      name: 'pure-core-touches-no-db',
      severity: 'error',
      from: from('^core/(bundle|scoring|explanation|neighbours|cohort|drift|simulation)/'),
      to: { path: '^db/' },
    },
    {
      name: 'pure-functions-touch-no-files',
      severity: 'error',
      from: from('^core/(explanation|neighbours|cohort|drift)/'),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-opens-no-door',
      severity: 'error',
      from: from('^core/'),
      to: { path: '^(app|mcp-server|server)/' },
    },
    {
      name: 'core-never-builds',
      severity: 'error',
      from: from('^core/'),
      to: { path: '^db/(build|raw|features)/' },
    },
    {
      name: 'only-scoring-runs-onnx',
      severity: 'error',
      from: from('.*', ['^core/scoring/', '^bench/']),
      to: { path: 'node_modules/onnxruntime-node' },
    },
    {
      name: 'mcp-server-is-thin',
      severity: 'error',
      from: from('^mcp-server/'),
      to: { path: '^(db|app|server)/|^core/(?!advisor|contracts)' },
    },
    {
      name: 'one-file-opens-the-core-for-the-app',
      severity: 'error',
      from: from('^app/', [String.raw`^app/advisor\.server\.ts$`, '^app/chat/evaluation/']),
      to: { path: '^core/(?!contracts)' },
    },
    {
      // The evaluation of the conversation is a command of its own: it opens the product as the server does.
      name: 'app-never-reaches-data',
      severity: 'error',
      from: from('^app/', ['^app/chat/evaluation/']),
      to: { path: '^(db|server|mcp-server)/' },
    },
    {
      name: 'browser-code-takes-no-server-code',
      severity: 'error',
      from: { path: '^app/(components|panels)/', pathNot: String.raw`\.(server|test)\.tsx?$` },
      to: { path: String.raw`\.server\.ts$` },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      from: { path: '^(app|core|db|mcp-server|server)/', pathNot: String.raw`\.test\.tsx?$` },
      to: { path: '^(testing|e2e|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data|ml/.venv)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
