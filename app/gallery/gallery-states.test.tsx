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

describe.each(galleryStates)('The panel “$name”', ({ name, render }) => {
  test('looks as it was last approved', async () => {
    const file = `./__snapshots__/${name.replace(/\W+/g, '-')}.snap`
    await expect(breakLines(await renderPanel('fr', render('fr')))).toMatchFileSnapshot(file)
  })

  test('speaks English with the same figures', async () => {
    const french = readWords(await renderPanel('fr', render('fr')))
    const english = readWords(await renderPanel('en', render('en')))
    expect(readFigures(english)).toEqual(readFigures(french))
  })

  test('carries no style of its own, which the page’s policy would refuse', async () => {
    expect(await renderPanel('en', render('en'))).not.toMatch(/ style="/)
  })
})

/** Figures without what each language puts in them. */
function readFigures(words: string): string[] {
  const compact = words
    .replace(/[\u00a0\u202f]/g, '')
    .replace(/(\d)[.,](?=\d{1,2}(\D|$))/g, '$1·')
    .replace(/(\d),(?=\d{3})/g, '$1')
  return (compact.match(/\d+(·\d+)?/g) ?? []).sort()
}
