/**
 * Number of what a load writes beside the tables, into `client_columns`. Raise it when a load writes other
 * columns than before: a store of another layout is loaded again, since only the built features hold them.
 */
export const storeLayout = 3
