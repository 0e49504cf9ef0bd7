import { readdirSync, type Stats, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { DataError } from '#db/data-error.ts'
import { locateZipSources } from './locate-zip-sources.ts'
import { addSource, createFileSource, recogniseTable, type Sources } from './table-source.ts'

const deepestFolder = 3
const mostFiles = 10_000

/**
 * Finds the tables in a zip archive or a folder. The caller closes what it gets.
 *
 * @throws DataError INVALID_ARGUMENT for a path of neither kind; SOURCE_UNREADABLE for an archive that can't be
 *   read; TABLE_AMBIGUOUS for a table that is there twice; TABLE_MISSING without application_train.
 */
export async function locateSources(path: string): Promise<Sources> {
  const absolute = resolve(path)
  const file = statOf(absolute, path)
  const sources = await (file.isDirectory() ? locateFolderSources : locateZipSources)(absolute).catch(
    (error) => {
      throw error instanceof DataError ? error : notReadable(path, error)
    },
  )
  if (sources.tables.has('application_train')) return sources
  sources.close()
  throw tableMissing(path, sources)
}

function statOf(absolute: string, path: string): Stats {
  const file = (() => {
    try {
      return statSync(absolute)
    } catch (error) {
      throw notReadable(path, error)
    }
  })()
  if (!file.isDirectory() && !file.isFile()) throw invalidPath(path, 'is neither a file nor a folder')
  if (file.isFile() && recogniseTable(absolute)) throw invalidPath(path, 'is one table')
  return file
}

function notReadable(path: string, error: unknown): DataError {
  const { code = String(error) } = error as NodeJS.ErrnoException
  return invalidPath(path, code === 'ENOENT' ? 'does not exist' : `can’t be read (${code})`, error)
}

function invalidPath(path: string, found: string, cause?: unknown): DataError {
  return new DataError(
    'INVALID_ARGUMENT',
    `"${path}" ${found}. Kaggle's zip or a folder with its tables as .csv, .csv.gz or .parquet is expected. Give its path: npm run data:import -- PATH.`,
    { cause },
  )
}

async function locateFolderSources(folder: string): Promise<Sources> {
  const sources: Sources = { tables: new Map(), ignored: [], close: () => {} }
  for (const path of filesIn(folder, 1)) {
    const name = relative(folder, path)
    const found = recogniseTable(path)
    if (found) addSource(sources, createFileSource(found, { path, name, bytes: statSync(path).size }))
    else sources.ignored.push(name)
  }
  return sources
}

function filesIn(folder: string, depth: number): string[] {
  const files: string[] = []
  for (const name of readdirSync(folder).sort()) {
    if (name.startsWith('.') || name === '__MACOSX' || name === 'node_modules') continue
    const path = join(folder, name)
    const file = statSync(path, { throwIfNoEntry: false })
    if (file?.isFile()) files.push(path)
    else if (file?.isDirectory() && depth < deepestFolder) files.push(...filesIn(path, depth + 1))
    if (files.length > mostFiles) {
      throw new DataError(
        'INVALID_ARGUMENT',
        `"${folder}" holds more than ${mostFiles} files. A folder with the eight tables is expected. Give the path of that folder.`,
      )
    }
  }
  return files
}

function tableMissing(path: string, { tables, ignored }: Sources): DataError {
  const found = [...[...tables.values()].map((source) => source.name), ...ignored].slice(0, 8)
  const packed = ignored.find((name) => /\.zip$/i.test(name))
  const advice = packed
    ? `Unpack "${basename(packed)}", or give its own path.`
    : 'Give the archive or folder that holds it.'
  return new DataError(
    'TABLE_MISSING',
    `"${path}" holds ${found.length > 0 ? `no application_train, only ${found.join(', ')}` : 'no files'}. application_train.csv (.csv.gz, .parquet) is expected: it is the one table that can't be done without. ${advice}`,
  )
}
