import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { prepareModelRecords } from '#testing/prepare-model-records.ts'
import { isAdvisorError } from '../contracts/advisor-error.ts'
import { bundleEvaluationSchema } from '../contracts/bundle-evaluation.ts'
import { viewModelAnswerSchema } from '../contracts/view-model.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { readModelFile } from './read-model-file.ts'
import { viewModel } from './view-model.ts'

let dataDir: string
let advisor: AdvisorContext

async function open(hasEvaluation: boolean) {
  dataDir = prepareModelRecords(inject('demoDataDir'), hasEvaluation)
  advisor = await openAdvisor({ dataDir, clock: () => new Date('2026-11-24T12:00:00Z') })
}

afterEach(async () => {
  await advisor.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('A model with an evaluation', () => {
  beforeEach(() => open(true))

  test('is answered by its contract, the weightiest feature first, labelled in each language', async () => {
    const french = viewModelAnswerSchema.parse(await viewModel(advisor, { language: 'fr' }))
    const english = await viewModel(advisor, { language: 'en' })
    const { features } = french.importance
    expect(features).toHaveLength(french.featureCount)
    const weights = features.map((feature) => feature.meanAbsoluteContributionLogOdds)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(features.every(({ label, themeLabel }) => label && themeLabel)).toBe(true)
    expect(features.map(({ label }) => label)).not.toEqual(
      english.importance.features.map(({ label }) => label),
    )
    expect(french.run?.seconds).toBe(734)
    expect(french.evaluation?.clients).toBe(6000)
  })

  test('takes a run of another bundle for none', async () => {
    const { directory } = advisor.scorer.bundle
    const run = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8'))
    writeFileSync(join(directory, 'run.json'), JSON.stringify({ ...run, bundleSha256: 'b'.repeat(64) }))
    expect((await viewModel(advisor, { language: 'fr' })).run).toBe(null)
  })

  test('is refused when a file is not what training writes', async () => {
    const { directory } = advisor.scorer.bundle
    writeFileSync(join(directory, 'run.json'), '{"startedAt": "yesterday"}')
    const error = await viewModel(advisor, { language: 'fr' }).catch((caught: unknown) => caught)
    expect(isAdvisorError(error) && error.code).toBe('BUNDLE_CORRUPT')
    expect(String(error)).toContain('run.json')
  })

  test('hands out its card and its evaluation as they are', async () => {
    expect(await readModelFile(advisor, 'card')).toContain('# Model card')
    const evaluation = JSON.parse((await readModelFile(advisor, 'evaluation')) ?? '')
    expect(bundleEvaluationSchema.safeParse(evaluation).success).toBe(true)
  })
})

describe('A model without an evaluation', () => {
  beforeEach(() => open(false))

  test('is answered with what its manifest holds', async () => {
    const answer = viewModelAnswerSchema.parse(await viewModel(advisor, { language: 'en' }))
    expect(answer.evaluation).toBe(null)
    expect(answer.run).toBe(null)
    expect(answer.candidates.filter(({ chosen }) => chosen)).toHaveLength(1)
    expect(await readModelFile(advisor, 'evaluation')).toBe(null)
  })
})
