import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { noFold } from '../neighbours/compute-nearest-default-rate.ts'
import { findChampion } from './find-champion.ts'
import { loadBundle } from './load-bundle.ts'
import { loadNeighbours, type NearestDefaultRate } from './load-neighbours.ts'

const goldenSchema = z.object({
  neighbours: z.object({
    cases: z.array(
      z.object({ clientId: z.int().nullable(), inputs: z.array(z.number().nullable()), rate: z.number() }),
    ),
  }),
})

const bundle = loadBundle(findChampion(mkdtempSync(join(tmpdir(), 'credit-advisor-none-'))))

describe('The champion’s nearest training clients', () => {
  test('have in serving the default rate that training found, for its own clients and for others', async () => {
    const nearest = (await loadNeighbours(bundle)) as NearestDefaultRate
    const golden = Buffer.from(bundle.files.get('golden.json') as Uint8Array).toString()
    const { cases } = goldenSchema.parse(JSON.parse(golden)).neighbours
    expect(cases.length).toBeGreaterThanOrEqual(40)
    expect(new Set(cases.map(({ clientId }) => clientId === null))).toEqual(new Set([true, false]))
    for (const { clientId, inputs, rate } of cases) {
      const leftOutFold = clientId === null ? noFold : nearest.foldOf(clientId)
      if (clientId !== null) expect(leftOutFold, `client ${clientId}`).not.toBe(noFold)
      const found = nearest.compute(
        Float32Array.from(inputs, (value) => value ?? Number.NaN),
        leftOutFold,
      )
      expect([...found], `client ${clientId}`).toEqual([Math.fround(rate)])
    }
  })

  test('are those of the manifest, or the bundle serves nothing', async () => {
    const files = new Map(bundle.files).set('neighbours.bin', new Uint8Array(7))
    await expect(loadNeighbours({ ...bundle, files })).rejects.toMatchObject({ code: 'BUNDLE_CORRUPT' })
  })
})
