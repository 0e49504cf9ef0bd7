import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DataError } from '#db/data-error.ts'

const rawSourceSchema = z.looseObject({
  origin: z.enum(['demo', 'import']),
  dataVersion: z.string().min(1),
  name: z.string(),
  tables: z.record(z.string(), z.looseObject({ rows: z.number() })),
  warnings: z.array(z.string()),
})
/** What DATA_DIR/raw/source.json says of the raw tables beside it. */
export type RawSource = z.infer<typeof rawSourceSchema>

/**
 * Reads which raw tables DATA_DIR holds.
 * @throws DataError STEP_MISSING when there are none, SOURCE_UNREADABLE when source.json is not what it should be.
 */
export function readRawSource(dataDir: string): RawSource {
  const path = join(dataDir, 'raw', 'source.json')
  if (!existsSync(path)) {
    throw new DataError(
      'STEP_MISSING',
      `${dataDir} holds no raw tables (raw/source.json is absent). Make them first: "npm run data:demo" for demo data, or "npm run data:import -- PATH" for Kaggle's zip or folder.`,
    )
  }
  try {
    return rawSourceSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new DataError(
      'SOURCE_UNREADABLE',
      `${path} does not describe raw tables. Make them again with "npm run data:demo" or "npm run data:import -- PATH".`,
      { cause },
    )
  }
}
