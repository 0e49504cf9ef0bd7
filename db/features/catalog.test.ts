import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { rawSchema } from '#db/raw/raw-schema.ts'
import { readRelationShapes } from './cases/run-relation-case.ts'
import { baseRelations, featureRelations, readRelationSql } from './feature-relations.ts'
import { catalogPath, loadCatalog } from './load-catalog.ts'
import { categoryFieldColumns, loadCategoryCodes } from './load-category-codes.ts'

const { features, modelFeatures, themes } = loadCatalog()
const codes = loadCategoryCodes()
const rawColumns = new Set(
  Object.entries(rawSchema).flatMap(([table, columns]) => columns.map(({ name }) => `${table}.${name}`)),
)
let shapes: Map<string, string[]>
beforeAll(async () => {
  const described = await readRelationShapes()
  shapes = new Map(
    [...described].map(([name, columns]) => [name, columns.map((column) => column.column_name)]),
  )
})

function duplicates(texts: string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index)
}

describe('catalog.yml', () => {
  it('has an entry for every feature, in the order of client_features.sql', () => {
    expect(features.map(({ name }) => name)).toEqual(shapes.get('client_features')?.slice(3))
    expect(shapes.get('client_features')?.slice(0, 3)).toEqual(['client_id', 'window', 'target'])
  })

  it('holds at least 300 features, some in every theme', () => {
    expect(features.length).toBeGreaterThanOrEqual(300)
    expect(new Set(features.map(({ theme }) => theme))).toEqual(new Set(Object.keys(themes)))
  })

  it('keeps what a model computes from its training clients apart: no SQL has it', () => {
    const names = modelFeatures.map(({ name }) => name)
    expect(names).toEqual(['nearest_clients_default_rate'])
    expect([...shapes.values()].flat().filter((column) => names.includes(column))).toEqual([])
  })

  it('names source columns that the raw tables have', () => {
    const unknown = [...features, ...modelFeatures].flatMap(({ name, sources }) =>
      sources.filter((source) => !rawColumns.has(source)).map((source) => `${name}: ${source}`),
    )
    expect(unknown).toEqual([])
  })

  it.each(['fr', 'en'] as const)('gives every feature a label of its own (%s)', (language) => {
    expect(duplicates([...features, ...modelFeatures].map(({ label }) => label[language]))).toEqual([])
  })

  it('gives the codes of a coded feature under its first source', () => {
    const coded = new Set(codes.map(({ sourceColumn }) => sourceColumn))
    const without = features.filter(({ unit, sources }) => unit === 'code' && !coded.has(sources[0] ?? ''))
    expect(without.map(({ name }) => name)).toEqual([])
  })

  it('keeps every input of a what-if as a feature of the same name', () => {
    const names = new Set(features.map(({ name }) => name))
    expect(
      shapes
        .get('application_inputs')
        ?.slice(1)
        .filter((name) => !names.has(name)),
    ).toEqual([])
  })

  it('never reads nor holds the client’s sex; the audit’s groups alone do, after which nothing comes', () => {
    expect(featureRelations.at(-1)?.name).toBe('fairness_groups')
    const sql = featureRelations.slice(0, -1).map(readRelationSql).join('\n')
    const held = [...shapes].flatMap(([relation, columns]) =>
      relation === 'fairness_groups' ? [] : columns.map((column) => `${relation}.${column}`),
    )
    expect(sql).not.toMatch(/code_gender/i)
    expect(features.flatMap(({ sources }) => sources).join()).not.toMatch(/gender/i)
    expect(held.join()).not.toMatch(/gender|sex/i)
  })

  it('is refused with the wrong place named when an entry lacks a label', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'catalog-')), 'catalog.yml')
    writeFileSync(path, readFileSync(catalogPath, 'utf8').replace('en: External score 1 }', "en: '' }"))
    expect(() => loadCatalog(path)).toThrow(/features\[0\]\.label\.en/)
  })
})

describe('feature SQL files', () => {
  it('stay within 80 lines and begin with their grain, inputs and time guard', () => {
    for (const relation of featureRelations) {
      const sql = readRelationSql(relation)
      const head = sql.split('\n').filter((line) => line.startsWith('-- '))
      expect(sql.split('\n').length - 1, relation.file).toBeLessThanOrEqual(80)
      expect(head[0], relation.file).toMatch(/^-- Grain: one row a/)
      expect(head.join(' '), relation.file).toMatch(/Inputs?: /)
      expect(head.join(' '), relation.file).toMatch(/Time guard: /)
    }
  })

  it('are all run', () => {
    const files = ['', 'staging/', 'intermediate/'].flatMap((folder) =>
      readdirSync(new URL(`./${folder}`, import.meta.url))
        .filter((name) => name.endsWith('.sql'))
        .map((name) => folder + name),
    )
    expect(files.sort()).toEqual(featureRelations.map(({ file }) => file).sort())
  })

  it('read only what comes before them', () => {
    const known = new Set(baseRelations)
    for (const relation of featureRelations) {
      const sql = readRelationSql(relation).replace(/--.*$/gm, '')
      const ctes = [...sql.matchAll(/(?:with|,)\s+(\w+) as \(/g)].map((match) => match[1])
      const read = [...sql.matchAll(/(?:from|join) (\w+)/g)].map((match) => match[1])
      expect(
        read.filter((name) => name && !known.has(name) && !ctes.includes(name)),
        relation.file,
      ).toEqual([])
      known.add(relation.name)
    }
  })
})

describe('category_codes.csv', () => {
  it('numbers the categories of a column from 1 and labels each differently', () => {
    for (const column of new Set(codes.map(({ sourceColumn }) => sourceColumn))) {
      const own = codes.filter(({ sourceColumn }) => sourceColumn === column)
      expect(own.map(({ code }) => code)).toEqual(own.map((_, index) => index + 1))
      expect(duplicates(own.map(({ category }) => category))).toEqual([])
      expect(duplicates(own.map(({ label }) => label.fr))).toEqual([])
      expect(duplicates(own.map(({ label }) => label.en))).toEqual([])
      expect(rawColumns).toContain(column)
    }
  })

  it('keeps a category that holds a comma whole', () => {
    expect(codes.find(({ category }) => category === 'Stone, brick')?.label).toEqual({
      fr: 'Pierre ou brique',
      en: 'Stone or brick',
    })
  })

  it('is refused with the row named when a label is missing', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'codes-')), 'category_codes.csv')
    writeFileSync(
      path,
      'source_column,category,code,label_fr,label_en\nbureau.CREDIT_TYPE,Mortgage,1,,Mortgage\n',
    )
    expect(() => loadCategoryCodes(path)).toThrow(/row 2: .*Expected source_column/s)
  })

  it('covers every category field of a client’s profile', () => {
    const coded = new Set(codes.map(({ sourceColumn }) => sourceColumn))
    const fields = Object.keys(categoryFieldColumns)
    expect(Object.values(categoryFieldColumns).filter((column) => !coded.has(column))).toEqual([])
    expect(
      shapes
        .get('client_profile')
        ?.filter((name) => fields.includes(name))
        .sort(),
    ).toEqual(fields.sort())
  })
})
