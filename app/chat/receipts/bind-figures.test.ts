import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindFigures } from './bind-figures.ts'
import { createFigureStream } from './create-figure-stream.ts'
import { type AnsweredCall, listKnownValues } from './list-known-values.ts'

const score: AnsweredCall = {
  callId: 'call-1',
  tool: 'scoreClient',
  input: { clientId: 100_002 },
  answer: {
    clientId: 100_002,
    probabilityOfDefault: 0.2113,
    probabilityOfRepayment: 0.7887,
    rawScoreLogOdds: -1.317,
    decisionThreshold: 0.0934,
    advice: 'refuse',
    riskClass: 'D',
    provenance: { modelVersion: 'lgbm-7', computedAt: '2026-11-25T09:00:00.000Z' },
  },
}
const comparison: AnsweredCall = {
  callId: 'call-2',
  tool: 'compareCohort',
  input: { clientId: 100_002, cohort: { kind: 'filter', filters: { ageYears: { max: 30 } } } },
  answer: {
    clientId: 100_002,
    cohort: {
      kind: 'filter',
      label: 'âge jusqu’à 30 ans',
      size: 1243,
      observedDefaultRate: 0.118,
      meanProbabilityOfDefault: 0.1203,
    },
    score: { clientProbabilityOfDefault: 0.2113, percentile: 87.4 },
    features: [
      {
        feature: 'external_score2',
        label: 'Score externe 2',
        unit: 'score',
        clientValue: 0.262,
        displayValue: '0,26',
        percentile: 12.5,
        median: 0.517,
        medianDisplayValue: '0,52',
      },
      {
        feature: 'credit_amount',
        label: 'Montant du crédit',
        unit: 'amount',
        clientValue: 406_597.5,
        displayValue: '406 598 €',
        percentile: 33,
        median: 513_000,
        medianDisplayValue: '513 000 €',
      },
    ],
  },
}

function bind(sentence: string, calls = [score, comparison], language: 'fr' | 'en' = 'fr') {
  const known = calls.flatMap((call) => listKnownValues(call, language))
  return bindFigures(sentence, known, { language }).flatMap((event) =>
    event.type === 'figure' ? [[event.text, event.receipt?.path ?? null]] : [],
  )
}

describe('A figure of an answer', () => {
  test('is bound to the value that the words round it name', () => {
    expect(bind('La probabilité de remboursement est de 78,9 %, celle de défaut de 21,1 %.')).toEqual([
      ['78,9 %', '/probabilityOfRepayment'],
      ['21,1 %', '/score/clientProbabilityOfDefault'],
    ])
    expect(bind('The probability of default is 21.1%, above the threshold of 9.3%.', [score], 'en')).toEqual([
      ['21.1%', '/probabilityOfDefault'],
      ['9.3%', '/decisionThreshold'],
    ])
    expect(bind('Avec 21,1 % de probabilité de défaut, il dépasse le seuil de 9,3 %.', [score])).toEqual([
      ['21,1 %', '/probabilityOfDefault'],
      ['9,3 %', '/decisionThreshold'],
    ])
    expect(bind('Seuil de refus : 9,3 %, probabilité de défaut : 21,1 %', [score])).toEqual([
      ['9,3 %', '/decisionThreshold'],
      ['21,1 %', '/probabilityOfDefault'],
    ])
  })

  test('of a feature is bound to that feature’s, and digits of its name are none', () => {
    expect(bind('Score externe 2 : 0,26 (médiane 0,52, percentile 12,5).')).toEqual([
      ['0,26', '/features/0/displayValue'],
      ['0,52', '/features/0/medianDisplayValue'],
      ['12,5', '/features/0/percentile'],
    ])
    expect(bind('Son montant du crédit de 406 598 € est sous la médiane de 513 000 €.')).toEqual([
      ['406 598 €', '/features/1/displayValue'],
      ['513 000 €', '/features/1/medianDisplayValue'],
    ])
    expect(bind('Parmi 1 243 clients, 11,8 % sont en défaut.')).toEqual([
      ['1 243', '/cohort/size'],
      ['11,8 %', '/cohort/observedDefaultRate'],
    ])
  })

  test('that no result holds has no receipt, in digits or in words', () => {
    expect(bind('La probabilité de défaut est de 45 %.')).toEqual([['45 %', null]])
    expect(bind('La probabilité de défaut est de 21,4 %.')).toEqual([['21,4 %', null]])
    expect(bind('Elle est de quarante-cinq pour cent.')).toEqual([['quarante-cinq pour cent', null]])
    expect(bind('Un client sur trois ne rembourse pas.')).toEqual([['Un client sur trois', null]])
    expect(bind('Il gagne 54 000 € par an.')).toEqual([['54 000 €', null]])
  })

  test('has no receipt where another quantity happens to have its value', () => {
    expect(bind('La probabilité de défaut est de 87,4 %.')).toEqual([['87,4 %', null]])
    expect(bind('La probabilité de remboursement est de 21,1 %.')).toEqual([['21,1 %', null]])
    expect(bind('Le seuil est de 11,8 %.')).toEqual([['11,8 %', null]])
    expect(bind('La probabilité de défaut est de 9,3 % et le seuil de 21,1 %.')).toEqual([
      ['9,3 %', null],
      ['21,1 %', null],
    ])
    expect(bind('The median of Score externe 2 is 0.26.', [comparison], 'en')).toEqual([['0.26', null]])
  })

  test('that the question or a call asked for is a request, never a result', () => {
    expect(bind('Parmi les moins de 30 ans')).toEqual([['30', '/input/cohort/filters/ageYears/max']])
    expect(bind('La probabilité de défaut est de 30 %.')).toEqual([['30 %', null]])
  })

  test('may be a class by its letter', () => {
    expect(bind('Le client est en classe D.', [score])).toEqual([['D', '/riskClass']])
    expect(bind('Le client est en classe A.', [score])).toEqual([['A', null]])
    expect(bind('He is in risk class B.', [score], 'en')).toEqual([['B', null]])
  })
})

describe('What proves nothing', () => {
  const simulation: AnsweredCall = {
    callId: 'call-3',
    tool: 'simulateClient',
    input: { clientId: 100_002, changes: { annualIncomeAmount: 123_456 }, note: '45 % de risque' },
    answer: {
      clientId: 100_002,
      changes: { annualIncomeAmount: 123_456 },
      before: { probabilityOfDefault: 0.2113 },
      after: { probabilityOfDefault: 0.05 },
    },
  }

  test('when it was computed, how a chart is drawn, how long a list is, or what was asked for in words', () => {
    const drawn = {
      ...score,
      answer: {
        ...score.answer,
        histogram: { edges: [0.37, 0.41], counts: [37, 41] },
        provenance: { computedAt: '2026-11-25T09:37:42.000Z' },
        reasons: [{}, {}, {}, {}, {}],
      },
    }
    const said = 'Il a 37 ans, 42 mois, 25 dossiers ; 41 % ; 5 raisons.'
    expect(bind(said, [drawn, simulation]).filter(([, path]) => path !== null)).toEqual([])
    expect(bind('Son risque est de 45 %.', [simulation])).toEqual([['45 %', null]])
  })

  test('is a request said as a fact, or a tried score said as the present one', () => {
    expect(bind('Son revenu annuel est de 123 456 €.', [simulation])).toEqual([['123 456 €', null]])
    expect(bind('Avec un revenu de 123 456 €', [simulation])).toEqual([
      ['123 456 €', '/changes/annualIncomeAmount'],
    ])
    expect(bind('Aujourd’hui sa probabilité de défaut est de 5,0 %.', [simulation])).toEqual([
      ['5,0 %', null],
    ])
    expect(bind('Sa probabilité de défaut passerait à 5,0 %.', [simulation])).toEqual([
      ['5,0 %', '/after/probabilityOfDefault'],
    ])
  })

  test('is another client’s', () => {
    const other = {
      ...score,
      callId: 'call-4',
      answer: { ...score.answer, clientId: 100_003, probabilityOfDefault: 0.05, riskClass: 'A' },
    }
    const stream = createFigureStream({ language: 'fr', clientId: 100_002, earlier: [score, other] })
    const figuresOf = (text: string) =>
      [...stream.push(text), ...stream.flush()].flatMap((event) =>
        event.type === 'figure' ? [[event.text, event.receipt !== null]] : [],
      )
    expect(figuresOf('La probabilité de défaut est de 5,0 %. Classe A. ')).toEqual([
      ['5,0 %', false],
      ['A', false],
    ])
    expect(figuresOf('Le client 100 003 a une probabilité de défaut de 5,0 %. Classe A. ')).toEqual([
      ['100 003', true],
      ['5,0 %', true],
      ['A', true],
    ])
  })

  test('is a value that the line before names otherwise', () => {
    const figuresOf = (text: string) => {
      const stream = createFigureStream({ language: 'fr', earlier: [score] })
      return [...stream.push(text), ...stream.flush()].flatMap((event) =>
        event.type === 'figure' ? [event.receipt?.path ?? null] : [],
      )
    }
    expect(figuresOf('**Probabilité de remboursement :**\n21,1 %')).toEqual([null])
    expect(figuresOf('**Probabilité de défaut :**\n\n- 21,1 %')).toEqual(['/probabilityOfDefault'])
    expect(figuresOf('Sa probabilité de remboursement ? 21,1 %')).toEqual([null])
    expect(figuresOf('Probabilité de remboursement d’env. 21,1 %')).toEqual([null])
  })

  test('is seen as a figure in whatever signs it is written', () => {
    const forms = [
      'Risque : ４５ %',
      '_45 %_',
      'Il gagne EUR45,000.',
      'deux millions d’euros',
      'trente ans',
      'la moitié des clients',
      '⅓ des clients',
      'quarante-cinq sur cent',
      'Quel âge ? 45. Voilà.',
      'classe **A**',
      'classe « A »',
      'Risk class: **A**',
    ]
    for (const form of forms) {
      const stream = createFigureStream({ language: 'fr', earlier: [score] })
      const figures = [...stream.push(form), ...stream.flush()].filter(({ type }) => type === 'figure')
      expect(figures.length, form).toBeGreaterThan(0)
      expect(
        figures.every((event) => event.type === 'figure' && event.receipt === null),
        form,
      ).toBe(true)
    }
  })

  test('is read in bounded time, however long', () => {
    const stream = createFigureStream({ language: 'fr', earlier: [score] })
    const text = 'un '.repeat(3_000) + 'probabilité 1 '.repeat(2_000)
    const events = [...stream.push(text), ...stream.flush()]
    expect(events.map((event) => ('text' in event ? event.text : '')).join('')).toBe(text)
  })
})

describe('A stream of text', () => {
  const text = 'La probabilité de défaut est de 21,1 %. Le seuil est de 45 %.\n\n- Classe D\n- 1. fin'

  test('comes out the same however it was cut', () => {
    const whole = (pieces: string[]) => {
      const stream = createFigureStream({ language: 'fr', earlier: [score] })
      const events = [...pieces.flatMap((piece) => stream.push(piece)), ...stream.flush()]
      return {
        text: events.map((event) => ('text' in event ? event.text : '')).join(''),
        figures: events.filter(({ type }) => type === 'figure'),
      }
    }
    const expected = whole([text])
    expect(expected.text).toBe(text)
    expect(expected.figures.length).toBe(3)
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end))
        expect(whole(pieces)).toEqual(expected)
      }),
    )
  })

  test('gives a sentence as soon as the next begins', () => {
    const stream = createFigureStream({ language: 'fr', earlier: [score] })
    expect(stream.push('Le seuil est de 9,3 %')).toEqual([])
    expect(stream.push('. Puis').length).toBeGreaterThan(0)
  })

  test('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (any) => {
        const stream = createFigureStream({ language: 'fr', earlier: [score, comparison] })
        const events = [...stream.push(any), ...stream.flush()]
        expect(events.map((event) => ('text' in event ? event.text : '')).join('')).toBe(any)
      }),
    )
  })
})
