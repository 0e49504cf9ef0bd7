import type { ClientChanges } from '#core/contracts/simulate-client.ts'
import type { Change, ChangedAmount, Intent, Reading } from './reading.ts'

/** A call of an MCP tool, or a read of an MCP resource. */
export type Call =
  | { kind: 'tool'; tool: string; args: Readonly<Record<string, unknown>> }
  | { kind: 'resource'; uri: string }

/** The request's amounts as the client's profile states them. */
export type RequestAmounts = Readonly<
  Record<'creditAmount' | 'annuityAmount' | 'goodsPriceAmount' | 'annualIncomeAmount', number | null>
>

export interface CallContext {
  /** The client whose page is open. */
  clientId: number | null
  /** Of the clients whose profiles have been read. */
  amounts: ReadonlyMap<number, RequestAmounts>
}

const everyReason = 20

/**
 * The calls that answer a reading. A change by so much ("20 % de moins") needs the present amounts: while they are not
 * known its call is a read of the profile (`client://{id}/profile`); ask again with them. A change whose amount the
 * profile does not state gives no call.
 */
export function toCalls(reading: Reading, context: CallContext): Call[] {
  const calls = reading.intents.flatMap((intent) => toIntentCalls(intent, reading, context))
  const essential = calls.filter(
    (call, index) => !calls.some((other, at) => at !== index && covers(other, call, at < index)),
  )
  return essential
}

function toIntentCalls(intent: Intent, { language }: Reading, context: CallContext): Call[] {
  const clientId = ('clientId' in intent ? intent.clientId : undefined) ?? context.clientId
  const call = (tool: string, args: object = {}): Call[] =>
    clientId === null ? [] : [{ kind: 'tool', tool, args: { clientId, ...args, language } }]
  switch (intent.kind) {
    case 'score':
    case 'decide':
      return call('scoreClient')
    case 'reasons':
      return call('explainClient', intent.maxReasons === undefined ? {} : { maxReasons: intent.maxReasons })
    case 'themes':
      return call('explainClient')
    case 'featureEffect':
      // The feature may weigh little: only a long list is sure to name it.
      return call('explainClient', { maxReasons: everyReason })
    case 'profile':
      return clientId === null ? [] : [readProfile(clientId)]
    case 'compare':
      return call('compareCohort', {
        cohort: intent.cohort,
        ...(intent.features && { features: intent.features }),
      })
    case 'suggest':
      return call('suggestChanges')
    case 'simulate':
      return clientId === null ? [] : simulate(intent.changes, clientId, { language, context })
    case 'drift': {
      const { kind: _, ...asked } = intent
      return [{ kind: 'tool', tool: 'driftReport', args: { ...asked, language } }]
    }
    case 'findClients': {
      const { kind: _, ...asked } = intent
      return [{ kind: 'tool', tool: 'searchClients', args: { ...asked, language } }]
    }
    case 'modelQuality':
      return [{ kind: 'resource', uri: qualityResource[intent.aspect ?? 'auc'] }]
    default:
      return []
  }
}

const qualityResource: Readonly<
  Record<NonNullable<Extract<Intent, { kind: 'modelQuality' }>['aspect']>, string>
> = {
  auc: 'model://evaluation',
  accuracy: 'model://evaluation',
  cost: 'model://evaluation',
  calibration: 'model://evaluation',
  fairness: 'model://evaluation',
  training: 'model://card',
  features: 'features://catalog',
}

function readProfile(clientId: number): Call {
  return { kind: 'resource', uri: `client://${clientId}/profile` }
}

function simulate(
  changes: readonly Change[],
  clientId: number,
  { language, context }: { language: Reading['language']; context: CallContext },
): Call[] {
  const amounts = context.amounts.get(clientId)
  const isRelative = changes.some((change) => 'byShare' in change || 'by' in change)
  if (isRelative && !amounts) return [readProfile(clientId)]
  const absolute = toClientChanges(changes, amounts)
  if (Object.keys(absolute).length === 0) return []
  return [{ kind: 'tool', tool: 'simulateClient', args: { clientId, changes: absolute, language } }]
}

/** Changes by so much as new amounts, in cents, and a term in whole months. What would not be positive is left out. */
export function toClientChanges(
  changes: readonly Change[],
  amounts: RequestAmounts | undefined,
): ClientChanges {
  const absolute: ClientChanges = {}
  for (const change of changes) {
    if (change.field === 'contractType') {
      absolute.contractType = change.value
      continue
    }
    const to = resolve(change, amounts)
    if (to !== null && to > 0) absolute[change.field] = to
  }
  return absolute
}

function resolve(
  change: Exclude<Change, { field: 'contractType' }>,
  amounts: RequestAmounts | undefined,
): number | null {
  if ('to' in change) return change.to
  const present = readPresent(change.field, amounts)
  if (present === null) return null
  const to = 'by' in change ? present + change.by : present * (1 + change.byShare)
  return change.field === 'termMonths' ? Math.round(to) : Math.round(to * 100) / 100
}

function readPresent(field: ChangedAmount, amounts: RequestAmounts | undefined): number | null {
  if (!amounts) return null
  if (field !== 'termMonths') return amounts[field]
  const { creditAmount, annuityAmount } = amounts
  return creditAmount === null || !annuityAmount ? null : creditAmount / annuityAmount
}

/** Whether another call gives all that a call would: the same one, or an explanation that names more. */
function covers(other: Call, call: Call, isEarlier: boolean): boolean {
  const [known, asked] = [JSON.stringify(other), JSON.stringify(call)]
  if (known === asked) return isEarlier
  if (
    other.kind !== 'tool' ||
    call.kind !== 'tool' ||
    other.tool !== 'explainClient' ||
    call.tool !== other.tool
  )
    return false
  if (other.args.clientId !== call.args.clientId) return false
  const reasonsOf = ({ args }: typeof other) => (args.maxReasons as number | undefined) ?? 0
  return reasonsOf(other) > reasonsOf(call) || (reasonsOf(other) === reasonsOf(call) && isEarlier)
}
