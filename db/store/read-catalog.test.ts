import { getTableColumns } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { readCatalog } from './read-catalog.ts'
import { clients } from './schema.ts'

it('Categories of the client’s own fields go by the field’s name, the others by their column', () => {
  const fields = new Set(readCatalog().categories.map((category) => category.sourceField))
  const textFields = Object.entries(getTableColumns(clients))
    .filter(([field, column]) => column.getSQLType() === 'text' && field !== 'window')
    .map(([field]) => field)
  expect([...fields]).toEqual(expect.arrayContaining(textFields))
  for (const field of fields) expect(field).toMatch(/^(\w+\.[A-Z_]+|[a-z]+[A-Z][A-Za-z]+)$/)
})

it('Every feature of the catalogue has its words in both languages', () => {
  const { features } = readCatalog()
  expect(features.length).toBeGreaterThanOrEqual(150)
  for (const { labelFr, labelEn, themeLabelFr, themeLabelEn } of features) {
    for (const words of [labelFr, labelEn, themeLabelFr, themeLabelEn]) expect(words).not.toBe('')
  }
})
