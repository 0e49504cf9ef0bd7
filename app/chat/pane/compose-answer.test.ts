import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, composeAnswer, type Inline, type WordEvent } from './compose-answer.ts'

const receipt = { callId: 'c', path: '/mark', value: 4, label: 'Note' }
const text = (words: string): WordEvent => ({ type: 'text', text: words })
const figure = (words: string): WordEvent => ({ type: 'figure', text: words, receipt })

function say(inlines: Inline[]): string {
  return inlines.map(({ text: words, isStrong }) => (isStrong ? `<b>${words}</b>` : words)).join('')
}
function sayAll(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => `• ${say(item)}`) : [say(block.inlines)],
  )
}

describe('An answer', () => {
  test('falls into paragraphs and lists, and keeps figures whole', () => {
    const blocks = composeAnswer([
      text('Le score est de '),
      figure('86,4 %'),
      text('.\n\nCe qui pèse :\n- Revenu : '),
      figure('+0,51'),
      text('\n- Âge\nEnfin.'),
    ])
    expect(sayAll(blocks)).toEqual([
      'Le score est de 86,4 %.',
      'Ce qui pèse :',
      '• Revenu : +0,51',
      '• Âge',
      'Enfin.',
    ])
    expect(blocks[0]).toMatchObject({ inlines: [{}, { kind: 'figure', receipt }, {}] })
  })

  test('sets strong what stands between two marks, figures included', () => {
    expect(
      sayAll(composeAnswer([text('**Refus'), text(' conseillé : '), figure('13,6 %'), text('** hier')])),
    ).toEqual(['<b>Refus conseillé : </b><b>13,6 %</b> hier'])
  })

  test('reads a mark that was cut in two, and shows one without its other half as it is', () => {
    expect(sayAll(composeAnswer([text('*'), text('*Oui*'), text('* et **non')]))).toEqual([
      '<b>Oui</b> et **non',
    ])
  })

  test('joins the lines of one paragraph', () => {
    expect(sayAll(composeAnswer([text('Une ligne\nqui va à la suite')]))).toEqual([
      'Une ligne qui va à la suite',
    ])
  })

  test('takes HTML, links and headings for the text that they are', () => {
    const hostile = '<img src=x onerror=alert(1)> [a](javascript:b) # c'
    expect(sayAll(composeAnswer([text(hostile)]))).toEqual([hostile])
  })

  test('loses no letter of whatever is written', () => {
    const piece = fc.oneof(
      fc.constantFrom('**', '*', '- ', '\n', '\n\n', ' ', 'a'),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const shown = composeAnswer(pieces.map(text)).flatMap((block) =>
          block.kind === 'list' ? block.items.flat() : block.inlines,
        )
        const letters = (words: string) => words.replace(/[\s*•-]/g, '')
        expect(letters(shown.map((inline) => inline.text).join(''))).toBe(letters(pieces.join('')))
      }),
    )
  })
})
