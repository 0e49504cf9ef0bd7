import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lets `write` fill a folder beside `dataDir/raw` and puts it in raw's place once it is whole. Whatever happens before,
 * the former tables stay as they were; what a killed run left behind is removed by the next.
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
    if (existsSync(raw)) renameSync(raw, former)
    renameSync(partial, raw)
    rmSync(former, { recursive: true, force: true })
    return result
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(raw) && existsSync(former)) renameSync(former, raw)
    throw error
  }
}

function clearLeftovers(dataDir: string): void {
  const leftovers = readdirSync(dataDir).filter((name) => /^raw\.(partial|former)-\d+$/.test(name))
  const former = leftovers.find((name) => name.startsWith('raw.former-'))
  if (former && !existsSync(join(dataDir, 'raw'))) renameSync(join(dataDir, former), join(dataDir, 'raw'))
  for (const name of leftovers) rmSync(join(dataDir, name), { recursive: true, force: true })
}
