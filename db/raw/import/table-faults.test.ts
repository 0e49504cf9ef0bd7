import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RawTableName } from '../raw-schema.ts'
import { RefusalBench } from './test-data/refusal-bench.ts'
import { type CsvTable, columnAt, tinyTables, toCsv } from './test-data/tiny-tables.ts'

const bench = new RefusalBench()
beforeAll(() => bench.importSound())
beforeEach(() => bench.writeTables())
afterAll(() => bench.remove())

/** Rewrites one table of the folder after a change of its rows or its text. */
function spoil(table: RawTableName, change: Change): void {
  const changed = change(tinyTables()[table])
  writeFileSync(join(bench.folder, `${table}.csv`), Array.isArray(changed) ? toCsv(changed) : changed)
}

type Change = (rows: CsvTable) => CsvTable | string | Buffer

/** Sets one value; the header is row 1. */
const cell =
  (row: number, column: string, value: string): Change =>
  (rows) => {
    ;(rows[row - 1] as string[])[columnAt(rows, column)] = value
    return rows
  }

type Fault = [title: string, table: RawTableName, change: Change, code: string, words: RegExp]
const faults: Fault[] = [
  [
    'a missing column',
    'bureau',
    (rows) => rows.map((row) => row.slice(1)),
    'COLUMN_MISMATCH',
    /bureau\.csv \(table bureau\) lacks column "SK_ID_CURR"/,
  ],
  [
    'several missing columns',
    'application_train',
    (rows) => rows.map((row) => row.slice(0, 40)),
    'COLUMN_MISMATCH',
    /lacks column "[A-Z_0-9]+" \(and \d+ more/,
  ],
  [
    'a renamed column',
    'application_train',
    cell(1, 'AMT_CREDIT', 'AMOUNT_CREDIT'),
    'COLUMN_MISMATCH',
    /has column "AMOUNT_CREDIT". "AMT_CREDIT" is expected/,
  ],
  [
    'a column in lower case',
    'application_train',
    cell(1, 'TARGET', 'target'),
    'COLUMN_MISMATCH',
    /has column "target". "TARGET" is expected/,
  ],
  [
    'a column too many',
    'bureau_balance',
    (rows) => rows.map((row, index) => [...row, index === 0 ? 'NOTE' : 'x']),
    'COLUMN_MISMATCH',
    /column "NOTE" \(number 4\)/,
  ],
  [
    'the index that pandas writes',
    'bureau_balance',
    (rows) => rows.map((row, index) => [index === 0 ? '' : `${index}`, ...row]),
    'COLUMN_MISMATCH',
    /column "" \(number 1\)/,
  ],
  [
    'a column twice',
    'bureau_balance',
    (rows) => rows.map((row) => [...row, row[2] as string]),
    'COLUMN_MISMATCH',
    /column "STATUS" twice/,
  ],
  [
    'another separator',
    'bureau_balance',
    (rows) => toCsv(rows).replaceAll(',', ';'),
    'COLUMN_MISMATCH',
    /separates columns by ";"/,
  ],
  [
    'text for a number',
    'application_train',
    cell(3, 'AMT_CREDIT', '1 000 €'.padEnd(200, '!')),
    'VALUE_INVALID',
    /row 3, column "AMT_CREDIT" holds "1 000 €!{33}…"/,
  ],
  [
    'an infinite number',
    'application_test',
    cell(2, 'AMT_CREDIT', '-inf'),
    'VALUE_INVALID',
    /row 2, column "AMT_CREDIT" holds "-inf"/,
  ],
  [
    'a number too great',
    'application_test',
    cell(3, 'AMT_CREDIT', '1e999'),
    'VALUE_INVALID',
    /row 3, column "AMT_CREDIT" holds "1e999"/,
  ],
  [
    'a target of 2',
    'application_train',
    cell(4, 'TARGET', '2'),
    'VALUE_INVALID',
    /row 4, column "TARGET" holds "2". 0 or 1/,
  ],
  [
    'a target of 0.5',
    'application_train',
    cell(2, 'TARGET', '0.5'),
    'VALUE_INVALID',
    /row 2, column "TARGET" holds "0.5"/,
  ],
  [
    'no target',
    'application_train',
    cell(2, 'TARGET', ''),
    'VALUE_INVALID',
    /row 2, column "TARGET" holds nothing/,
  ],
  [
    'no id',
    'previous_application',
    cell(5, 'SK_ID_CURR', ''),
    'VALUE_INVALID',
    /row 5, column "SK_ID_CURR" holds nothing/,
  ],
  [
    'an id with a fraction',
    'previous_application',
    cell(5, 'SK_ID_PREV', '900001.5'),
    'VALUE_INVALID',
    /row 5, column "SK_ID_PREV" holds "900001.5"/,
  ],
  [
    'a negative id',
    'POS_CASH_balance',
    cell(2, 'SK_ID_PREV', '-5'),
    'VALUE_INVALID',
    /row 2, column "SK_ID_PREV" holds "-5"/,
  ],
  [
    'an id beyond exact numbers',
    'bureau',
    cell(2, 'SK_ID_BUREAU', '9007199254740993'),
    'VALUE_INVALID',
    /row 2, column "SK_ID_BUREAU" holds "9007199254740993"/,
  ],
  [
    'a client twice in a table',
    'application_train',
    cell(4, 'SK_ID_CURR', '100001'),
    'DUPLICATE_CLIENT',
    /client 100001 is in row 2 and again in row 4/,
  ],
  [
    'a client in both windows',
    'application_test',
    cell(3, 'SK_ID_CURR', '100002'),
    'DUPLICATE_CLIENT',
    /client 100002 is in application_train, row 3, and in application_test, row 3/,
  ],
  [
    'a short row',
    'credit_card_balance',
    (rows) => rows.map((row, index) => (index === 2 ? row.slice(0, 20) : row)),
    'VALUE_INVALID',
    /row 3 has 20 values. 23 are expected/,
  ],
  [
    'a long row',
    'bureau_balance',
    (rows) => rows.map((row, index) => (index === 5 ? [...row, 'x', 'y'] : row)),
    'VALUE_INVALID',
    /row 6 has [45] values. 3 are expected/,
  ],
  [
    'a quote that is not closed',
    'bureau',
    (rows) => toCsv(rows).replace('kind', '"kind'),
    'VALUE_INVALID',
    /row 2, column "[A-Z_]+" has a quote/,
  ],
  [
    'a quote inside a value',
    'bureau',
    (rows) => toCsv(rows).replace('kind', '"ki"nd'),
    'VALUE_INVALID',
    /row 2, column "[A-Z_]+" has a quote/,
  ],
  [
    'line ends of two kinds',
    'bureau',
    (rows) => toCsv(rows).replace(/\n(?=[^\n]*\n$)/, '\r\n'),
    'SOURCE_UNREADABLE',
    /line ends of two kinds/,
  ],
  [
    'Latin-1 text',
    'bureau',
    (rows) => Buffer.from(toCsv(rows).replace(/kind/g, 'été'), 'latin1'),
    'SOURCE_UNREADABLE',
    /row 2: bytes that are no UTF-8/,
  ],
  [
    'UTF-16 text',
    'bureau',
    (rows) => Buffer.from(`\uFEFF${toCsv(rows)}`, 'utf16le'),
    'SOURCE_UNREADABLE',
    /does not begin with a line of column names/,
  ],
  [
    'a zero byte',
    'bureau',
    (rows) => toCsv(rows).replace('kind 1', 'kin\0 1'),
    'SOURCE_UNREADABLE',
    /row \d: bytes that are no UTF-8/,
  ],
  [
    'noise',
    'bureau',
    () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index) % 256)),
    'SOURCE_UNREADABLE',
    /column names/,
  ],
  [
    'application_train without a row',
    'application_train',
    (rows) => rows.slice(0, 1),
    'TABLE_MISSING',
    /has no rows/,
  ],
  ['application_train without a byte', 'application_train', () => '', 'TABLE_MISSING', /has no rows/],
  [
    'a web page',
    'bureau',
    () => '<!DOCTYPE html>\n<title>Sign in</title>\n',
    'COLUMN_MISMATCH',
    /lacks column "SK_ID_CURR"/,
  ],
]

describe('a folder is refused, and the tables stay, for', () => {
  it.each(faults)('%s', async (_, table, change, code, words) => {
    spoil(table, change)
    const error = await bench.refusalOf(bench.folder)
    expect(error.message).toMatch(words)
    expect(error.code).toBe(code)
  })
})
