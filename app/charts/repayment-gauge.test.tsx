import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFormatters } from '../format/create-formatters.ts'
import { DecisionPanel } from '../panels/decision-panel.tsx'
import { createGaugeView } from '../testing/create-gauge-view.ts'
import { renderPagePart } from '../testing/render-page-part.tsx'
import { describeDistance } from './describe-distance.ts'
import { GaugeTable } from './gauge-table.tsx'
import { RepaymentGauge } from './repayment-gauge.tsx'

const { probability, share, points } = createFormatters({ language: 'en', currency: 'EUR', timeZone: 'UTC' })

describe('The repayment gauge', () => {
  test('says in words what it draws', () => {
    const html = renderPagePart('fr', <RepaymentGauge view={createGaugeView(0.136)} />)
    expect(html.replaceAll('\u202f', ' ')).toContain(
      'aria-label="Probabilité de remboursement 86,4 %, seuil d’accord 90,9 %, zone d’examen de 89,4 % à 92,4 %. Classe D. Refus conseillé."',
    )
  })

  test('names the very figures of the answer, whatever they are', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), (probabilityOfDefault) => {
        const view = createGaugeView(probabilityOfDefault)
        const html = renderPagePart('en', <RepaymentGauge view={view} />)
        const label = /aria-label="([^"]*)"/.exec(html)?.[1] ?? ''
        const shown = probability(view.score.probabilityOfRepayment).replace('<', '&lt;').replace('>', '&gt;')
        expect(label).toContain(`Probability of repayment ${shown}`)
        expect(label).toContain(`threshold ${share(1 - view.score.decisionThreshold)}`)
        expect(label).toContain(`Class ${view.score.riskClass}`)
      }),
      { numRuns: 50 },
    )
  })

  test('has a table twin with every mark, zone and class', () => {
    const html = renderPagePart('en', <GaugeTable view={createGaugeView(0.136)} />)
    const rows = html.match(/<th scope="row"[^>]*>([^<]*)/g)?.map((cell) => cell.replace(/.*>/, ''))
    expect(rows).toEqual([
      'This client',
      'Grant threshold',
      'Refusal advised',
      'Needs review',
      'Grant advised',
      ...['E', 'D', 'C', 'B', 'A'].map((letter) => `Class ${letter}`),
    ])
  })

  test('gives each advice a sign of its own, so that colour is never the only carrier', () => {
    const signs = [0.01, 0.09, 0.4].map((probabilityOfDefault) => {
      const html = renderPagePart('en', <RepaymentGauge view={createGaugeView(probabilityOfDefault)} />)
      return /<circle r="11"[^>]*><\/circle><path d="([^"]*)"/.exec(html)?.[1]
    })
    expect(new Set(signs).size).toBe(3)
    expect(signs).not.toContain(undefined)
  })
})

describe('The distance to the threshold', () => {
  test('is the difference of the two figures as they are shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (probabilityOfDefault) => {
        const { score } = createGaugeView(probabilityOfDefault)
        const shown = (text: string) => Number.parseFloat(text)
        const expected = Math.abs(
          shown(share(score.probabilityOfRepayment)) - shown(share(1 - score.decisionThreshold)),
        )
        expect(points(describeDistance(score).points)).toBe(expected.toFixed(1))
      }),
    )
  })

  test('is said in points, on its side of the threshold', () => {
    const say = (probabilityOfDefault: number) => {
      const view = { ...createGaugeView(probabilityOfDefault), profile: {} as never }
      return renderPagePart('fr', <DecisionPanel view={view} />).replaceAll('\u202f', ' ')
    }
    expect(say(0.136)).toContain('4,5 points sous le seuil d’accord (90,9 %).')
    expect(say(0.0912)).toContain('Au niveau du seuil d’accord (90,9 %).')
    expect(say(0.081)).toContain('1,0 point au-dessus du seuil d’accord (90,9 %).')
    expect(say(0.136)).toContain('environ 14 connaissent des difficultés de paiement')
  })
})
