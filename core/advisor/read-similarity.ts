import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import { countClients } from '#db/store/queries/count-clients.ts'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'
import { loadImportance } from '../bundle/load-importance.ts'
import { buildSimilarityMatrix, type SimilarityMatrix } from '../cohort/build-similarity-matrix.ts'
import { sortFloats } from '../cohort/sort-floats.ts'
import type { AdvisorContext } from './open-advisor.ts'

/** Of the model's features those that likeness is judged by; they hold most of its gain. */
const similarityFeatureCount = 16

/** Where all clients stand in the model's most important features. Built when first asked for, kept until a load. */
export function readSimilarity({ store, scorer }: AdvisorContext): SimilarityMatrix {
  return keepUntilChanged(store, 'similarity', () => {
    const heaviest = [...loadImportance(scorer.bundle)]
      .filter(([, gainShare]) => gainShare > 0)
      .slice(0, similarityFeatureCount)
    const features = heaviest.map(([name, weight]) => ({
      sorted: sortFloats(readFeatureColumn(store, name)),
      weight,
    }))
    return buildSimilarityMatrix(countClients(store), features)
  })
}
