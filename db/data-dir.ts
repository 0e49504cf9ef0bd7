import { isAbsolute, resolve } from 'node:path'

/** The folder that holds all state: the environment's `DATA_DIR`, `./data` unless set. Absolute. */
export function resolveDataDir(environment: NodeJS.ProcessEnv = process.env): string {
  const dataDir = environment.DATA_DIR?.trim() || 'data'
  return isAbsolute(dataDir) ? dataDir : resolve(process.cwd(), dataDir)
}
