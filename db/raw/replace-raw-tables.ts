import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { DataError } from '#db/data-error.ts'
import { isProcessRunning } from '#db/is-process-running.ts'

/**
 * Lets `write` fill a folder beside `dataDir/raw` and puts it in raw's place once it is whole and on the disk. Whatever
 * happens before, the former tables stay as they were; what a killed run left behind is removed by the next.
 * @throws DataError BUSY when another process is writing raw tables there.
 */
export async function replaceRawTables<Result>(
  dataDir: string,
  write: (partial: string) => Promise<Result>,
): Promise<Result> {
  const raw = join(dataDir, 'raw')
  const partial = join(dataDir, `raw.partial-${process.pid}`)
  const former = join(dataDir, `raw.former-${process.pid}`)
  mkdirSync(dataDir, { recursive: true })
  clearLeftovers(dataDir)
  mkdirSync(partial)
  try {
    const result = await write(partial)
    rmSync(join(partial, 'parts'), { recursive: true, force: true })
    for (const file of readdirSync(partial)) syncToDisk(join(partial, file))
    syncToDisk(partial)
    if (existsSync(raw)) renameSync(raw, former)
    renameSync(partial, raw)
    syncToDisk(dataDir)
    rmSync(former, { recursive: true, force: true })
    return result
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(raw) && existsSync(former)) renameSync(former, raw)
    throw error
  }
}

function clearLeftovers(dataDir: string): void {
  const leftovers = readdirSync(dataDir).flatMap((name) => {
    const match = /^raw\.(partial|former)-(\d+)$/.exec(name)
    return match ? [{ name, kind: match[1], processId: Number(match[2]) }] : []
  })
  const busy = leftovers.find(
    ({ name, processId }) => processId !== process.pid && isProcessRunning(processId, join(dataDir, name)),
  )
  if (busy) {
    throw new DataError(
      'BUSY',
      `Process ${busy.processId} is writing the raw tables of ${dataDir}. One writer at a time is expected. Wait for it to end, then start again.`,
    )
  }
  const former = leftovers.find(({ kind }) => kind === 'former')
  if (former && !existsSync(join(dataDir, 'raw')))
    renameSync(join(dataDir, former.name), join(dataDir, 'raw'))
  for (const { name } of leftovers) rmSync(join(dataDir, name), { recursive: true, force: true })
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
