import type { FeatureImportance } from '#core/contracts/view-model.ts'

export interface ThemeImportance {
  theme: string
  label: string
  featureCount: number
  meanAbsoluteContributionLogOdds: number
}

/** Each theme's features together, the weightiest theme first. */
export function sumThemes(features: readonly FeatureImportance[]): ThemeImportance[] {
  const themes = new Map<string, ThemeImportance>()
  for (const { theme, themeLabel, meanAbsoluteContributionLogOdds } of features) {
    const known = themes.get(theme)
    themes.set(theme, {
      theme,
      label: themeLabel,
      featureCount: (known?.featureCount ?? 0) + 1,
      meanAbsoluteContributionLogOdds:
        (known?.meanAbsoluteContributionLogOdds ?? 0) + meanAbsoluteContributionLogOdds,
    })
  }
  return [...themes.values()].sort(
    (a, b) => b.meanAbsoluteContributionLogOdds - a.meanAbsoluteContributionLogOdds,
  )
}
