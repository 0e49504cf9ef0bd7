import { expect, test } from 'vitest'
import { readPageProblem } from './read-page-problem.ts'

/** As Remix hands a thrown answer to an error boundary. */
function thrown(status: number, data: unknown) {
  return { status, statusText: '', internal: false, data }
}

test('an unknown client’s page knows the nearest numbers', () => {
  const data = { code: 'UNKNOWN_CLIENT', nearestClientIds: [100002, 100004] }
  expect(readPageProblem(thrown(404, data))).toEqual({
    status: 404,
    code: 'UNKNOWN_CLIENT',
    isBadClientId: false,
    nearestClientIds: [100002, 100004],
  })
})

test('an error that is no answer of ours counts as unexpected, and none of its text is kept', () => {
  expect(readPageProblem(new Error('secret'))).toEqual({
    status: 500,
    code: null,
    isBadClientId: false,
    nearestClientIds: [],
  })
  const odd = readPageProblem(thrown(418, { code: 'X', nearestClientIds: ['<script>', 1.5, 7] }))
  expect(odd.nearestClientIds).toEqual([7])
})
