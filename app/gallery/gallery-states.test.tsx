import { describe, expect, test } from 'vitest'
import { renderPanel } from '../testing/render-panel.tsx'
import { galleryStates } from './gallery-states.tsx'

/** One tag a line, so that a change of a panel reads as a change of lines. */
function breakLines(html: string): string {
  return html.replace(/></g, '>\n<')
}

function readWords(html: string): string {
  return html
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter((line) => line.trim())
    .join('\n')
}

describe.each(galleryStates)('The panel “$name”', ({ name, address, render }) => {
  test('looks as it was last approved', async () => {
    const file = `./__snapshots__/${name.replace(/\W+/g, '-')}.snap`
    await expect(breakLines(await renderPanel('fr', render('fr'), address))).toMatchFileSnapshot(file)
  })

  test('speaks English with the same figures', async () => {
    const french = readWords(await renderPanel('fr', render('fr'), address))
    const english = readWords(await renderPanel('en', render('en'), address))
    expect(readFigures(english, ',', '.')).toEqual(readFigures(french, '\u202f', ','))
  })

  test('carries no style of its own, which the page’s policy would refuse', async () => {
    expect(await renderPanel('en', render('en'))).not.toMatch(/ style="/)
  })
})

/** Figures without what each language puts in them: client numbers are grouped by spaces in both. */
function readFigures(words: string, groupSign: string, decimalSign: string): string[] {
  const ofGroups = new RegExp(`(?<=\\d)[\u202f${groupSign}](?=\\d{3})`, 'g')
  const ofDecimals = new RegExp(`(?<=\\d)[${decimalSign}](?=\\d)`, 'g')
  const compact = words.replace(ofGroups, '').replace(ofDecimals, '·')
  return (compact.match(/\d+(·\d+)?/g) ?? []).sort()
}
