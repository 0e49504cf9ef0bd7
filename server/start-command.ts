/**
 * Node's arguments for the server, here and in package.json. An old generation that grows by little keeps what start-up
 * and typed arrays leave behind from staying resident; a young one that holds two pages' leavings spares each of them a
 * part of a full collection.
 */
export const nodeArguments = ['--max-semi-space-size=16', '--heap-growing-percent=40']

/** How `npm start` runs the server, for tests and benches that start it themselves. */
export const startArguments = [...nodeArguments, 'server/start.js']
