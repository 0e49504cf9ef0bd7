import { type RawTableName, rawSchema, rawTableNames } from '../../raw-schema.ts'

/** A table as text: the header, then the rows. Tests spoil what they like before it is written. */
export type CsvTable = string[][]

/** The eight tables of three train clients and two test clients, with a history row each. */
export function tinyTables(): Record<RawTableName, CsvTable> {
  const rowsOf = { application_train: 3, application_test: 2 } as Partial<Record<RawTableName, number>>
  return Object.fromEntries(
    rawTableNames.map((table) => {
      const rows = Array.from({ length: rowsOf[table] ?? 5 }, (_, row) => tinyRow(table, row))
      return [table, [rawSchema[table].map((column) => column.name), ...rows]]
    }),
  ) as Record<RawTableName, CsvTable>
}

function tinyRow(table: RawTableName, row: number): string[] {
  const firstClient = table === 'application_test' ? 100_004 : 100_001
  return rawSchema[table].map(({ name, type }, index) => {
    if (name === 'SK_ID_CURR') return String(firstClient + row)
    if (name === 'SK_ID_BUREAU') return String(500_001 + row)
    if (name === 'SK_ID_PREV') return String(900_001 + row)
    if (name === 'TARGET') return String(row % 2)
    if ((row + index) % 7 === 0) return ''
    return type === 'VARCHAR' ? `kind ${(row + index) % 3}` : String(row * 10 + index / 4)
  })
}

/** A table as a file holds it; text with commas is quoted. */
export function toCsv(table: CsvTable, lineEnd = '\n'): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return table.map((row) => row.map(cell).join(',') + lineEnd).join('')
}

/** The place of a column in a table, for a test to spoil. */
export function columnAt(table: CsvTable, name: string): number {
  const index = table[0]?.indexOf(name) ?? -1
  if (index === -1) throw new Error(`There is no column ${name}.`)
  return index
}
