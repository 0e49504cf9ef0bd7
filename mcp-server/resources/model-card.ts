import { readModelFile } from '#core/advisor/read-model-file.ts'
import type { FixedResource } from '../resource-definition.ts'
import { createUnknownResourceError } from '../unknown-resource-error.ts'

export const modelCardResource: FixedResource = {
  uri: 'model://card',
  name: 'modelCard',
  title: 'The model’s card',
  description:
    'What the served model is for, what it was trained on, how it was chosen, calibrated and judged, and its limits. As training wrote it, in English.',
  mimeType: 'text/markdown',
  scope: 'model:read',
  read: async (advisor) => {
    const card = await readModelFile(advisor, 'card')
    if (card === null) throw createUnknownResourceError('model://card')
    return card
  },
}
