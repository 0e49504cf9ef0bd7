/**
 * Node's arguments for the server, here and in package.json. The small young generation keeps what start-up leaves
 * behind (drizzle-orm's modules) from staying resident: 120 MB less, no slower.
 */
export const nodeArguments = ['--max-semi-space-size=8']

/** How `npm start` runs the server, for tests and benches that start it themselves. */
export const startArguments = [...nodeArguments, 'server/start.js']
