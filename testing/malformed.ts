import fc from 'fast-check'

/** Texts that have tripped programs up: names of prototypes, NUL, halves of characters, numbers past every range. */
export const oddText = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'valueOf'),
  fc.constantFrom('\0', 'a\0b', '\ud800', '\udc00x', '\ufeff', '\u202e', '💥', ''),
  fc.constantFrom(
    '1e999',
    '-0',
    'NaN',
    '-1',
    '9007199254740993',
    '0x10',
    '../..',
    '%',
    '%00',
    '%ff',
    '%c0%af',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 200 }),
)

const deep = fc
  .integer({ min: 1, max: 9000 })
  .chain((levels) =>
    fc.constantFrom(
      '['.repeat(levels),
      `${'['.repeat(levels)}${']'.repeat(levels)}`,
      `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
    ),
  )

const brokenJson = fc.constantFrom('', '{', 'nul', '{"a":1,}', "{'a':1}", '\ufeff{}', '{"a":1}{"a":1}', '01')

/** Whole bodies: JSON of any shape, JSON that is none, bytes. */
export const oddBody: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 4, arbitrary: fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)) },
  fc.oneof(deep, brokenJson).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)

const oddValue = fc.oneof(
  fc.jsonValue(),
  oddText,
  fc.constantFrom(-1, 0, 100_001, 1e300, 2 ** 53, 0.5),
  deep.map((text) => new RawJson(text)),
)

/** JSON as it stands, where a value would be. */
class RawJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const oddArguments = fc.oneof(
  oddValue,
  fc.record(
    { clientId: oddValue, changes: oddValue, cohort: oddValue, query: oddValue, features: oddValue },
    { requiredKeys: [] },
  ),
)

const methods = [
  'tools/call',
  'tools/list',
  'resources/read',
  'prompts/get',
  'completion/complete',
  'initialize',
  'ping',
  'logging/setLevel',
  'resources/subscribe',
  'tasks/get',
]
const tools = [
  'scoreClient',
  'explainClient',
  'compareCohort',
  'simulateClient',
  'suggestChanges',
  'driftReport',
]

const oddParams = fc.oneof(
  oddValue,
  fc.record(
    {
      name: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...tools) }, oddText),
      arguments: oddArguments,
      uri: fc.oneof(
        oddText,
        fc.constantFrom('client://__proto__/profile', 'model://card/../card'),
        fc.constantFrom({ toString: 1, valueOf: 1 }, ['model://card']),
        oddValue,
      ),
      cursor: oddValue,
      protocolVersion: oddValue,
      ref: oddValue,
      _meta: oddValue,
    },
    { requiredKeys: [] },
  ),
)

/** Messages of JSON-RPC that are right at first sight. */
export const oddMessage: fc.Arbitrary<Buffer> = fc
  .record(
    {
      jsonrpc: fc.oneof({ weight: 9, arbitrary: fc.constant('2.0') }, oddValue),
      id: fc.oneof({ weight: 4, arbitrary: fc.integer() }, oddText, oddValue),
      method: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...methods) }, oddText),
      params: oddParams,
    },
    { requiredKeys: ['jsonrpc', 'method'] },
  )
  .map((message) => Buffer.from(writeJson(message)))

/** As `JSON.stringify`, which would not write what is nested this deep. */
function writeJson(value: unknown): string {
  if (value instanceof RawJson) return value.text
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${writeJson(field)}`)
  return `{${fields.join(',')}}`
}

const fieldNames = [
  ...['intent', 'language', 'theme', 'returnTo', 'email', 'password', 'current', 'next'],
  ...['userId', 'role', 'name', 'scopes', 'expiresInDays', 'tokenId'],
]
const intents = ['create', 'role', 'disable', 'enable', 'reset', 'revoke', 'advisor', 'never']

/** Forms with the fields of ours, others, and none at all. */
export const oddForm: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...fieldNames), oddText),
        fc.oneof(oddText, fc.constantFrom(...intents, '//evil.example', 'https://evil.example')),
      ),
      { maxLength: 8 },
    )
    .map((fields) =>
      Buffer.from(fields.map(([name, text]) => `${encode(name)}=${encode(text)}`).join('&'), 'latin1'),
    ),
)

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** What a form may say that it is. */
export const oddContentType = fc.oneof(
  { weight: 5, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  fc.constantFrom(
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
    'application/json',
    'application/x-www-form-urlencoded; charset=utf-7',
    ';',
  ),
)

/** Paths and queries as no link of ours has them. */
export const oddAddress: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'%/a0?&=.[];\\~'), maxLength: 20 }).map((text) => `/${text}`),
  oddText.map((text) => `/clients/${encode(text)}/score`),
  fc
    .tuple(fc.constantFrom('language', 'kind', 'size', 'filters', 'features', 'maxReasons', 'x'), oddText)
    .map(([name, text]) => `/clients/100001/cohort?${name}=${encode(text)}`),
)
