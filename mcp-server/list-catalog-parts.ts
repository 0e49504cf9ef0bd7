import type { CatalogueFeature, FeatureCatalogue } from '#core/contracts/feature-catalogue.ts'

/** As many features as an answer of 4,000 tokens holds. */
const mostFeatures = 20

export interface CatalogPart {
  /** The theme's name, with its number where the theme has several parts: `past_credits.2`. */
  name: string
  theme: string
  features: readonly CatalogueFeature[]
}

/** The features by theme, in parts that can be read in one go. */
export function listCatalogParts({ features, themes }: FeatureCatalogue): CatalogPart[] {
  return themes.flatMap(({ theme }) => {
    const ofTheme = features.filter((feature) => feature.theme === theme)
    const count = Math.ceil(ofTheme.length / mostFeatures)
    return Array.from({ length: count }, (_, i) => ({
      name: count === 1 ? theme : `${theme}.${i + 1}`,
      theme,
      features: ofTheme.slice(i * mostFeatures, (i + 1) * mostFeatures),
    }))
  })
}
