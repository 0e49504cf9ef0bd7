import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { DataError } from '#db/data-error.ts'
import { parseCsvRows } from './parse-csv-rows.ts'

const categoryCodeSchema = z.object({
  sourceColumn: z.string().regex(/^\w+\.\w+$/),
  category: z.string().min(1),
  code: z.coerce.number().int().positive(),
  label: z.object({ fr: z.string().min(1), en: z.string().min(1) }),
})
/** One category of a raw text column: the whole number the model sees and the words a person reads. */
export type CategoryCode = z.infer<typeof categoryCodeSchema>

export const categoryCodesPath = fileURLToPath(new URL('./category_codes.csv', import.meta.url))

/** The source column of each descriptive field of clients.parquet whose values are categories. */
export const categoryFieldColumns = {
  contract_type: 'application_train.NAME_CONTRACT_TYPE',
  income_type: 'application_train.NAME_INCOME_TYPE',
  occupation_type: 'application_train.OCCUPATION_TYPE',
  organization_type: 'application_train.ORGANIZATION_TYPE',
  education_type: 'application_train.NAME_EDUCATION_TYPE',
  family_status: 'application_train.NAME_FAMILY_STATUS',
  housing_type: 'application_train.NAME_HOUSING_TYPE',
} as const

/**
 * Reads category_codes.csv: every category of every coded column, by column and then by code. Codes follow the
 * rule in catalog.yml's head, so a larger code of a risk-ordered column means a higher published default rate.
 * @throws DataError VALUE_INVALID when the file does not hold what it should.
 */
export function loadCategoryCodes(path: string = categoryCodesPath): CategoryCode[] {
  return parseCsvRows(readFileSync(path, 'utf8')).map((row, index) => {
    const parsed = categoryCodeSchema.safeParse({
      sourceColumn: row.source_column,
      category: row.category,
      code: row.code,
      label: { fr: row.label_fr, en: row.label_en },
    })
    if (parsed.success) return parsed.data
    throw new DataError(
      'VALUE_INVALID',
      `${path}, row ${index + 2}: ${z.prettifyError(parsed.error)}. Expected source_column, category, code, label_fr and label_en; correct that row.`,
    )
  })
}
