import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { explainClientAnswerSchema } from '#core/contracts/explain-client.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { createRestRouter } from './create-rest-router.ts'
import { restOperations } from './operations.ts'

let advisor: AdvisorContext
let server: Server
let base: string
let clientId: number
const unexpected: unknown[] = []
const onUnexpected = (error: unknown) => unexpected.push(error)

/** Without a token of its own, a request here has every right. */
const authenticate = ({ headers: { authorization } }: express.Request) => {
  if (authorization === undefined) return inventCaller()
  return authorization === 'Bearer reads' ? inventCaller(['clients:read']) : null
}
const options = { authenticate, audit: unkeptAudit, version: '1', onUnexpected }

const listenOn = (app: express.Express) =>
  new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
const addressOf = (listening: Server) =>
  `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api/v1`

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  clientId = listAllClientIds(advisor.store)[0] as number
  server = await listenOn(
    express().use('/api/v1', createRestRouter({ ...options, advisors: lendAdvisor(advisor) })),
  )
  base = addressOf(server)
})
afterAll(async () => {
  server.close()
  await advisor.close()
})

const get = async (path: string) => {
  const response = await fetch(base + path)
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
}

const filters = encodeURIComponent('{"ageYears":{"max":60}}')
const refusedAddresses: [string, number, string, string | RegExp][] = [
  ['/clients/1/score', 404, 'UNKNOWN_CLIENT', /1/],
  ['/clients/abc/score', 400, 'INVALID_INPUT', 'clientId is "abc" where a client number such as 100001'],
  ['/clients/1e5/score', 400, 'INVALID_INPUT', 'clientId is "1e5"'],
  ['/clients/0x186A1/score', 400, 'INVALID_INPUT', 'clientId is "0x186A1"'],
  ['/clients/%20100001/score', 400, 'INVALID_INPUT', 'clientId is " 100001"'],
  ['/clients/9999999999999999/score', 400, 'INVALID_INPUT', 'at most 9007199254740991'],
  ['/clients/%E0%A4%A/score', 400, 'INVALID_INPUT', 'encode it as %25'],
  [
    '/clients/100001/score?langage=en',
    400,
    'INVALID_INPUT',
    'there is no langage here; what can be given is language',
  ],
  [
    '/clients/100001/score?language=de',
    400,
    'INVALID_INPUT',
    'language is "de" where one of fr, en is expected; correct it',
  ],
  ['/drift?window=train', 400, 'UNKNOWN_WINDOW', 'train is the window that the model was trained on'],
  ['/drift?window=march', 400, 'UNKNOWN_WINDOW', 'There is no window "march". Expected one of: test.'],
  ['/drift?features=sex', 400, 'UNKNOWN_FEATURE', 'There is no feature "sex"'],
  ['/drift?onlyDrifted=yes', 400, 'INVALID_INPUT', 'onlyDrifted is "yes" where one of true, false'],
  [
    '/drift?windows=test',
    400,
    'INVALID_INPUT',
    'what can be given is language, window, features, onlyDrifted',
  ],
  ['/clients/100001/explanation?maxReasons=50', 400, 'INVALID_INPUT', 'where at most 20 is expected'],
  ['/clients/100001/explanation?maxReasons=x', 400, 'INVALID_INPUT', 'where a number is expected'],
  [
    '/clients/100001/cohort?kind=filter&filters=%7Bsex',
    400,
    'INVALID_INPUT',
    'filters is "{sex": JSON is expected',
  ],
  [
    '/clients/100001/cohort?kind=filter&filters=%7B%22sex%22%3A%22F%22%7D',
    400,
    'INVALID_INPUT',
    'no filter sex',
  ],
  [
    '/clients/100001/cohort?kind=filter&filters=%7B%22ageYears%22%3A%7B%22min%22%3A%22x%22%7D%7D',
    400,
    'INVALID_INPUT',
    'filters.ageYears.min is "x" where a number is expected',
  ],
  ['/clients/100001/cohort?kind=filter', 400, 'INVALID_INPUT', 'filters is missing: kind=filter needs it'],
  [`/clients/100001/cohort?filters=${filters}`, 400, 'INVALID_INPUT', 'goes with kind=filter alone'],
  [`/clients/100001/cohort?kind=all&filters=${filters}`, 400, 'INVALID_INPUT', 'goes with kind=filter alone'],
  ['/clients/100001/cohort?kind=all&size=100', 400, 'INVALID_INPUT', 'goes with kind=similar alone'],
  [
    '/clients/100001/cohort?kind=similar&size=2',
    400,
    'INVALID_INPUT',
    'size is 2 where at least 30 is expected',
  ],
  ['/clients/100001/nothing', 404, 'NOT_FOUND', 'openapi.json'],
]

const json = { 'content-type': 'application/json' }
const refusedBodies: [string, string, Record<string, string>, number, string][] = [
  ['not JSON', '{', json, 400, 'not the JSON object'],
  ['too large', JSON.stringify({ changes: 'x'.repeat(70_000) }), json, 413, 'larger than the 64 kB'],
  ['sent as text', '{"changes":{}}', {}, 400, 'Content-Type is text/plain'],
  ['without changes', '{}', json, 400, 'changes is missing where an object is expected'],
  [
    'with a change of another kind',
    '{"changes":{"creditAmount":"x"}}',
    json,
    400,
    'changes.creditAmount is "x" where a number',
  ],
  ['with what can’t change', '{"changes":{"ageYears":3}}', json, 400, "ageYears can't be changed"],
  ['with something more', '{"changes":{},"more":1}', json, 400, 'there is no more here'],
]

describe('The REST door', () => {
  test('answers every operation by its own schema', async () => {
    for (const { method, path, answerSchema } of restOperations) {
      const response = await fetch(base + path.replace('{clientId}', String(clientId)), {
        method: method.toUpperCase(),
        ...(method === 'post' && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ changes: { creditAmount: 300_000 } }),
        }),
      })
      expect(response.status, path).toBe(200)
      answerSchema.parse(await response.json())
    }
  })

  test('describes every operation in OpenAPI 3.1', async () => {
    const { body } = await get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toEqual(restOperations.map(({ path }) => `/api/v1${path}`))
    expect(body.paths['/api/v1/clients/{clientId}/score'].get.parameters[0]).toMatchObject({ in: 'path' })
  })

  test('describes no schema that the document does not hold, and every code of a problem', async () => {
    const { body } = await get('/openapi.json')
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, reference]) => reference,
    )
    expect(references).toContain('#/components/schemas/Histogram')
    for (const reference of new Set(references)) {
      const [root, ...path] = String(reference).split('/')
      expect(root).toBe('#')
      const found = path.reduce((part, key) => part?.[key], body)
      expect(found, reference).toBeTypeOf('object')
    }
    const codes = body.components.schemas.Problem.properties.code.enum
    expect(codes).toEqual(
      expect.arrayContaining(['UNKNOWN_CLIENT', 'NOT_FOUND', 'METHOD_NOT_ALLOWED', 'INTERNAL']),
    )
  })

  test('gives the same figures in either language, each in its own words', async () => {
    const [english, french] = await Promise.all(
      ['en', 'fr'].map(async (language) => {
        const { body } = await get(`/clients/${clientId}/explanation?language=${language}&maxReasons=2`)
        return explainClientAnswerSchema.parse(body).reasons
      }),
    )
    expect(english).toHaveLength(2)
    const figures = (reasons: typeof english) =>
      reasons?.map(({ feature, value, contributionLogOdds }) => ({ feature, value, contributionLogOdds }))
    expect(figures(french)).toEqual(figures(english))
    for (const [index, reason] of english?.entries() ?? []) {
      expect(french?.[index]?.sentence).toBeTruthy()
      expect(french?.[index]?.sentence).not.toBe(reason.sentence)
    }
  })

  test('reports every column’s drift, or those asked for', async () => {
    const { body } = await get('/drift?language=en')
    expect(body.columns).toHaveLength(advisor.scorer.bundle.manifest.features.length)
    const [first, second] = body.columns
    const few = await get(`/drift?language=en&features=${first.feature},${second.feature}&onlyDrifted=false`)
    expect(few.body.columns).toEqual([first, second])
    const drifted = await get('/drift?language=en&onlyDrifted=true')
    expect(drifted.body.columns).toHaveLength(body.dataset.driftedColumns)
  })

  test('compares with the clients that the filters name', async () => {
    const { status, body } = await get(`/clients/${clientId}/cohort?kind=filter&filters=${filters}`)
    expect([status, body.cohort.kind]).toEqual([200, 'filter'])
  })
})

describe('What the REST door turns away', () => {
  const withToken = (path: string, authorization: string, method = 'GET') =>
    fetch(base + path, { method, headers: { authorization } })

  test.each(['/clients/1/score', '/openapi.json', '/nothing'])(
    'is a stranger, whatever they ask for: %s',
    async (path) => {
      const response = await withToken(path, 'Bearer none')
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toMatch(
        /^Bearer resource_metadata="http:.*\/\.well-known\/oauth-protected-resource\/api\/v1"$/,
      )
      expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED', title: 'Unauthorized' })
    },
  )

  test('is a token that lacks the scope, which it names', async () => {
    expect((await withToken(`/clients/${clientId}/score`, 'Bearer reads')).status).toBe(200)
    const refused = await withToken(`/clients/${clientId}/simulation`, 'Bearer reads', 'POST')
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toContain('scope="clients:simulate"')
    expect(await refused.json()).toMatchObject({ code: 'INSUFFICIENT_SCOPE', title: 'Forbidden' })
    expect((await withToken('/drift', 'Bearer reads')).status).toBe(403)
  })

  test.each(refusedAddresses)('is answered with a problem: %s', async (path, status, code, detail) => {
    const problem = await get(path)
    const title = { 400: 'Bad Request', 404: 'Not Found' }[status]
    expect(problem).toMatchObject({ status, body: { type: 'about:blank', title, status, code } })
    expect(problem.body.detail).toMatch(detail)
    expect(problem.body.detail).not.toMatch(/[✖→\n]|Invalid|[<>]=/)
    expect(problem.type).toContain('application/problem+json')
  })

  test.each([
    ['score', 'DELETE', 'GET, HEAD'],
    ['score', 'POST', 'GET, HEAD'],
    ['simulation', 'GET', 'POST'],
  ])('is answered with the method that %s has when %s is tried', async (name, method, allowed) => {
    const response = await fetch(`${base}/clients/${clientId}/${name}`, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed])
    expect(await response.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED', title: 'Method Not Allowed' })
  })

  test.each(refusedBodies)(
    'is answered with a problem: a body %s',
    async (_title, body, headers, status, detail) => {
      const options = { method: 'POST', headers, body }
      const response = await fetch(`${base}/clients/${clientId}/simulation`, options)
      const problem = await response.json()
      expect([response.status, problem.code]).toEqual([status, 'INVALID_INPUT'])
      expect(problem.detail).toContain(detail)
    },
  )

  test('reports what it did not expect, and tells the caller nothing of it', async () => {
    unexpected.length = 0
    const broken = {
      ...advisor,
      servedDataset: () => {
        throw new Error('the disk is gone')
      },
    }
    const app = express().use('/api/v1', createRestRouter({ ...options, advisors: lendAdvisor(broken) }))
    const listening = await listenOn(app)
    const response = await fetch(`${addressOf(listening)}/clients/${clientId}/score`)
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({
      code: 'INTERNAL',
      title: 'Internal Server Error',
      detail: expect.not.stringContaining('disk'),
    })
    expect(String(unexpected)).toContain('the disk is gone')
    listening.close()
  })
})
