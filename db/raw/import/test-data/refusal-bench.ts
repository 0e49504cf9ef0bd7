import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataError } from '#db/data-error.ts'
import { importTables } from '../import-tables.ts'
import { tinyTables, toCsv } from './tiny-tables.ts'

/** A DATA_DIR that holds imported tables, and a folder of CSV tables for tests to spoil. */
export class RefusalBench {
  readonly home = mkdtempSync(join(tmpdir(), 'faults-'))
  readonly dataDir = join(this.home, 'data')
  readonly folder = join(this.home, 'tables')

  /** Puts sound tables into the folder. */
  writeTables(): void {
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder)
    for (const [table, rows] of Object.entries(tinyTables())) {
      writeFileSync(join(this.folder, `${table}.csv`), toCsv(rows))
    }
  }

  async importSound(): Promise<void> {
    this.writeTables()
    await importTables({ path: this.folder, dataDir: this.dataDir })
  }

  /**
   * The refusal of an import.
   * @throws Error when there is none, or when the raw tables, or what lies beside them, did not stay as they were.
   */
  async refusalOf(path: string): Promise<DataError> {
    const before = this.#digest()
    const refusal = await importTables({ path, dataDir: this.dataDir }).catch((error) => error)
    if (!(refusal instanceof DataError)) throw new Error('It was not refused.', { cause: refusal })
    if (readdirSync(this.dataDir).join() !== 'raw') throw new Error('It left something behind.')
    if (this.#digest() !== before) throw new Error('The tables that were there changed.')
    return refusal
  }

  remove(): void {
    rmSync(this.home, { recursive: true })
  }

  #digest(): string {
    const raw = join(this.dataDir, 'raw')
    const hash = createHash('sha256')
    for (const name of readdirSync(raw)) hash.update(readFileSync(join(raw, name)))
    return hash.digest('hex')
  }
}
