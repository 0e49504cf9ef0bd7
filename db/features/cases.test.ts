import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  type CaseRow,
  type RelationCase,
  readRelationShapes,
  runRelationCase,
} from './cases/run-relation-case.ts'
import { featureRelations } from './feature-relations.ts'

const folder = new URL('./cases/', import.meta.url)
const caseFiles = readdirSync(folder).filter((name) => name.endsWith('.yml'))

/** Numbers agree to 1e-9, relative above 1. */
function closeTo(row: CaseRow): CaseRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isInteger(value)
        ? expect.closeTo(value, 9 - Math.max(0, Math.ceil(Math.log10(Math.abs(value) || 1))))
        : value,
    ]),
  )
}

describe('feature SQL', () => {
  let shapes: Awaited<ReturnType<typeof readRelationShapes>>
  beforeAll(async () => {
    shapes = await readRelationShapes()
  })

  it('has a file of cases for every SQL file', () => {
    expect(caseFiles.map((name) => basename(name, '.yml')).sort()).toEqual(
      featureRelations.map((relation) => relation.name).sort(),
    )
  })

  it('hands every column but ids, texts and the target on as doubles', () => {
    const odd = [...shapes].flatMap(([relation, columns]) =>
      columns
        .filter(({ column_name }) => !/^(client|credit|contract|application)_id$|^target$/.test(column_name))
        .filter(({ column_type }) => !['DOUBLE', 'VARCHAR'].includes(column_type))
        .map(({ column_name, column_type }) => `${relation}.${column_name} ${column_type}`),
    )
    expect(odd).toEqual(['client_profile.owns_car BOOLEAN', 'client_profile.owns_realty BOOLEAN'])
  })

  for (const file of caseFiles) {
    const relation = basename(file, '.yml')
    const cases = parse(readFileSync(new URL(file, folder), 'utf8')) as RelationCase[]
    describe(relation, () => {
      it.each(cases)('$title', async (relationCase) => {
        const rows = await runRelationCase(relation, relationCase, shapes)
        expect(rows).toEqual(relationCase.expected.map(closeTo))
      })
    })
  }
})
