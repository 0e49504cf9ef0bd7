import type { FixedResource, ResourceTemplate } from './resource-definition.ts'
import { clientProfileResource } from './resources/client-profile.ts'
import { featuresCatalogResource } from './resources/features-catalog.ts'
import { featuresCatalogPartResource } from './resources/features-catalog-part.ts'
import { modelCardResource } from './resources/model-card.ts'
import { modelEvaluationResource } from './resources/model-evaluation.ts'

/** Every resource that has one address. */
export const allResources: readonly FixedResource[] = [
  modelCardResource,
  modelEvaluationResource,
  featuresCatalogResource,
]

/** Every kind of resource of which there are many. */
export const allResourceTemplates: readonly ResourceTemplate[] = [
  clientProfileResource,
  featuresCatalogPartResource,
]
