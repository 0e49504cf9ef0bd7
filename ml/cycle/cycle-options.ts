import { parseArgs } from 'node:util'

/** What one turn of the life cycle is asked to do. */
export interface CycleOptions {
  help: boolean
  /** Raw tables to import: Kaggle's zip or a folder. */
  import?: string
  /** Synthetic clients to make instead. */
  demo?: string
  /** Take the features of DATA_DIR as they are. */
  asBuilt: boolean
  window?: string
  always: boolean
  quick: boolean
  json: boolean
}

export const cycleHelp = `usage: npm run ml:cycle -- [--import PATH | --demo CLIENTS | --as-built] [--window NAME] [--always] [--json]

The life cycle of the model, once round: import, features, drift; when the clients drifted a candidate is trained,
compared with the champion and held against the gates. Writes DATA_DIR/cycle/proposal.md. Promotes nothing.

  --import PATH   import these raw tables first: Kaggle's zip, or a folder of them
  --demo CLIENTS  make so many synthetic clients first
  --as-built      take the features of DATA_DIR as they are (default: build them from its raw tables)
  --window NAME   the current window; default: the latest
  --always        train a candidate even without drift
  --quick         three folds and no grid: a trial, not for serving
  --json          print the outcome as JSON on the last line`

/**
 * Reads the command line.
 *
 * @throws Error that says what was found and what was expected.
 */
export function parseCycleOptions(args: string[]): CycleOptions {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      import: { type: 'string' },
      demo: { type: 'string' },
      'as-built': { type: 'boolean', default: false },
      window: { type: 'string' },
      always: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const sources = [values.import, values.demo, values['as-built'] || undefined].filter(
    (given) => given !== undefined,
  )
  if (sources.length > 1) {
    throw new Error(
      'found several of --import, --demo and --as-built; expected at most one source of clients',
    )
  }
  if (values.demo !== undefined && !/^[1-9]\d{2,6}$/.test(values.demo)) {
    throw new Error(`found --demo ${values.demo}; expected a number of clients, 100 or more`)
  }
  const { 'as-built': asBuilt, ...others } = values
  return { ...others, asBuilt }
}
