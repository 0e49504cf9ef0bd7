import { parseArgs } from 'node:util'
import { DataError } from '#db/data-error.ts'

export interface DemoOptions {
  /** Clients of both windows together. */
  clients: number
  seed: number
}

const largestClientCount = 1_000_000
const largestSeed = 2_147_483_647
/** The competition's size: 307,511 train and 48,744 test clients. */
export const fullSizeClients = 356_255

const usage = 'Use "npm run data:demo -- --clients N --seed S", or --full for the competition\'s full size.'

/**
 * Reads the command line of `npm run data:demo` (default: 20,000 clients, seed 7).
 * @throws DataError INVALID_ARGUMENT naming the argument found, what is expected and how to call.
 */
export function parseDemoOptions(args: string[]): DemoOptions {
  const { clients, seed, full } = readValues(args)
  if (full && clients !== undefined) {
    throw new DataError(
      'INVALID_ARGUMENT',
      `--full and --clients exclude each other: give one of them. ${usage}`,
    )
  }
  return {
    clients: full ? fullSizeClients : parseWhole('--clients', clients ?? '20000', 1, largestClientCount),
    seed: parseWhole('--seed', seed ?? '7', 0, largestSeed),
  }
}

/** @throws DataError INVALID_ARGUMENT when either number lies outside what the generator can make. */
export function checkDemoOptions({ clients, seed }: DemoOptions): void {
  parseWhole('clients', String(clients), 1, largestClientCount)
  parseWhole('seed', String(seed), 0, largestSeed)
}

function readValues(args: string[]): { clients?: string; seed?: string; full?: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { clients: { type: 'string' }, seed: { type: 'string' }, full: { type: 'boolean' } },
    })
    return values
  } catch (cause) {
    const found = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new DataError('INVALID_ARGUMENT', `${found}. ${usage}`, { cause })
  }
}

function parseWhole(name: string, text: string, smallest: number, largest: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= smallest && number <= largest) return number
  throw new DataError(
    'INVALID_ARGUMENT',
    `${name} is "${text}", expected a whole number from ${smallest} to ${largest}. ${usage}`,
  )
}
