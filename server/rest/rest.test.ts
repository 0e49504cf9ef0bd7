import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { explainClientAnswerSchema } from '#core/contracts/explain-client.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { createRestRouter } from './create-rest-router.ts'
import { restOperations } from './operations.ts'

let advisor: AdvisorContext
let server: Server
let base: string
let clientId: number

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  clientId = listAllClientIds(advisor.store)[0] as number
  const app = express().use('/api/v1', createRestRouter({ advisor, version: '1', onUnexpected: () => {} }))
  server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
})
afterAll(async () => {
  server.close()
  await advisor.close()
})

const get = async (path: string) => {
  const response = await fetch(base + path)
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
}

describe('The REST door', () => {
  test('answers every operation by its own schema', async () => {
    for (const { method, name, answerSchema } of restOperations) {
      const response = await fetch(`${base}/clients/${clientId}/${name}`, {
        method: method.toUpperCase(),
        ...(method === 'post' && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ changes: { creditAmount: 300_000 } }),
        }),
      })
      expect(response.status, name).toBe(200)
      answerSchema.parse(await response.json())
    }
  })

  test('describes every operation in OpenAPI 3.1', async () => {
    const { body } = await get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toEqual(
      restOperations.map(({ name }) => `/api/v1/clients/{clientId}/${name}`),
    )
  })

  test('gives the figures in the language asked for', async () => {
    const { body } = await get(`/clients/${clientId}/explanation?language=en&maxReasons=2`)
    expect(explainClientAnswerSchema.parse(body).reasons).toHaveLength(2)
  })

  test.each([
    ['/clients/1/score', 404, 'UNKNOWN_CLIENT'],
    ['/clients/abc/score', 400, 'INVALID_INPUT'],
    ['/clients/100001/score?langage=en', 400, 'INVALID_INPUT'],
    ['/clients/100001/cohort?kind=filter&filters=%7Bsex', 400, 'INVALID_INPUT'],
    ['/clients/100001/cohort?kind=filter&filters=%7B%22sex%22%3A%22F%22%7D', 400, 'INVALID_INPUT'],
    ['/clients/100001/nothing', 404, 'NOT_FOUND'],
  ])('answers %s with a problem', async (path, status, code) => {
    const problem = await get(path)
    expect(problem).toMatchObject({ status, body: { status, code } })
    expect(problem.type).toContain('application/problem+json')
  })

  test('turns away a body that is not JSON', async () => {
    const response = await fetch(`${base}/clients/${clientId}/simulation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    expect([response.status, (await response.json()).code]).toEqual([400, 'INVALID_INPUT'])
  })
})
