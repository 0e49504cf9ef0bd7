import { eq, ne } from 'drizzle-orm'
import { DataError } from '../../data-error.ts'
import { readClientIds } from '../client-columns.ts'
import { forgetWhatWasRead } from '../keep-until-changed.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { clientColumns, clientScores, modelVersions } from '../schema.ts'
import { categoryColumn, sortedColumns, storedColumn } from '../stored-columns.ts'
import { toDataError } from '../to-data-error.ts'
import { findDataset } from './find-dataset.ts'
import { listModelFeatures } from './list-model-features.ts'

type ScoreRow = typeof clientScores.$inferSelect

/** Scores of some clients, in step: index `i` of each array is one client. */
export interface ScoreBatch {
  clientIds: ArrayLike<number>
  probabilitiesOfDefault: ArrayLike<number>
  advices: ArrayLike<ScoreRow['advice']>
  riskClasses: ArrayLike<ScoreRow['riskClass']>
}

export interface ClientScores {
  modelSha256: string
  /** Of the whole bundle: advice and risk classes are not the model's alone. */
  bundleSha256: string
  modelVersion: string
  trainingDataVersion: string
  /** `findDataset(store).loadedAt` as it was before the features were read. */
  datasetLoadedAt: string
  /** Every client once, in the order of ids, as `readFeaturesInBatches` gives them. */
  batches: Iterable<ScoreBatch>
  /** Features that the model computes itself, by name: all clients, in the order of ids. */
  modelFeatureColumns: ReadonlyMap<string, Float32Array>
}

/**
 * Replaces the scores of all clients by those of one model, in one transaction.
 *
 * @throws DataError BUSY when another data set was loaded meanwhile, or another process keeps writing;
 *   INVALID_ARGUMENT when the scores are not one for each client, in order.
 */
export function saveClientScores(store: FeatureStore, scores: ClientScores): void {
  try {
    store.database.transaction(() => replaceScores(store, scores)).immediate()
  } catch (error) {
    throw toDataError(error, store.path)
  } finally {
    forgetWhatWasRead(store)
  }
}

function replaceScores(store: FeatureStore, scores: ClientScores): void {
  if (findDataset(store)?.loadedAt !== scores.datasetLoadedAt) {
    throw new DataError(
      'BUSY',
      'Another data set was loaded while this one was scored. Scores of the clients in the store are expected. Score again.',
    )
  }
  const { modelSha256, batches, modelFeatureColumns } = scores
  const { bundleSha256, modelVersion, trainingDataVersion } = scores
  const model = { bundleSha256, modelVersion, trainingDataVersion, scoredAt: new Date().toISOString() }
  store.orm.delete(clientScores).run()
  store.orm
    .update(modelVersions)
    .set({ scoredAt: null })
    .where(ne(modelVersions.modelSha256, modelSha256))
    .run()
  store.orm
    .insert(modelVersions)
    .values({ modelSha256, ...model })
    .onConflictDoUpdate({ target: modelVersions.modelSha256, set: model })
    .run()
  for (const column of [
    ...insertScores(store, modelSha256, batches),
    ...replaceModelFeatures(store, modelFeatureColumns),
  ]) {
    store.orm
      .insert(clientColumns)
      .values(column)
      .onConflictDoUpdate({ target: clientColumns.name, set: column })
      .run()
  }
}

function insertScores(store: FeatureStore, modelSha256: string, batches: Iterable<ScoreBatch>) {
  // Raw SQL: 356,255 rows in a second, where building each statement would take ten times that.
  const insert = store.database.prepare(
    'insert into client_scores (client_id, model_sha256, probability_of_default, advice, risk_class) values (?, ?, ?, ?, ?)',
  )
  const ids = readClientIds(store)
  const probabilities = new Float64Array(ids.length)
  const advices = Array<string | null>(ids.length).fill(null)
  const riskClasses = Array<string | null>(ids.length).fill(null)
  let done = 0
  for (const batch of batches) {
    for (let i = 0; i < batch.clientIds.length; i++, done++) {
      const clientId = batch.clientIds[i] as number
      if (clientId !== ids[done]) throw notOneEach(`client ${clientId} where ${ids[done] ?? 'none'} is due`)
      probabilities[done] = batch.probabilitiesOfDefault[i] as number
      advices[done] = batch.advices[i] as string
      riskClasses[done] = batch.riskClasses[i] as string
      insert.run(clientId, modelSha256, probabilities[done], advices[done], riskClasses[done])
    }
  }
  if (done !== ids.length) throw notOneEach(`${done} scores for ${ids.length} clients`)
  return [
    ...sortedColumns('probability_of_default', probabilities),
    categoryColumn('advice', advices),
    categoryColumn('risk_class', riskClasses),
  ]
}

/** Columns of the model's own features. Those of the model before are gone: they were its numbers. */
function replaceModelFeatures(store: FeatureStore, columns: ReadonlyMap<string, Float32Array>) {
  for (const { name } of listModelFeatures(store)) {
    store.orm
      .delete(clientColumns)
      .where(eq(clientColumns.name, `feature:${name}`))
      .run()
  }
  return [...columns].map(([name, values]) => storedColumn(`feature:${name}`, values))
}

function notOneEach(found: string): DataError {
  return new DataError(
    'INVALID_ARGUMENT',
    `The scores have ${found}. One score for each client, in the order of ids, is expected. Read the clients with readFeaturesInBatches.`,
  )
}
