import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { featureRelations, readRelationSql } from './feature-relations.ts'
import { catalogPath } from './load-catalog.ts'
import { categoryCodesPath } from './load-category-codes.ts'

/** Changes with anything that the built features, or what screens call them, depend on besides the data. */
export function computeFeaturesSqlSha256(): string {
  const hash = createHash('sha256')
  for (const relation of featureRelations) hash.update(`${relation.name}\n${readRelationSql(relation)}`)
  return hash.update(readFileSync(categoryCodesPath)).update(readFileSync(catalogPath)).digest('hex')
}
