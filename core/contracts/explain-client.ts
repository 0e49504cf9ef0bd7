import { z } from 'zod'
import { clientIdSchema } from './decision.ts'
import { defaultLanguage, languageSchema } from './language.ts'
import { scoreClientAnswerSchema } from './score-client.ts'

export const explainClientInputSchema = z.strictObject({
  clientId: clientIdSchema.describe('Client number, for example 100001'),
  maxReasons: z.int().min(1).max(20).default(6).describe('Most features to name; the rest is summed'),
  language: languageSchema.default(defaultLanguage).describe('Language of labels and sentences'),
})
export type ExplainClientInput = z.input<typeof explainClientInputSchema>

/** One feature's exact Shapley value, in words. */
export const reasonSchema = z.object({
  feature: z.string(),
  label: z.string().describe('What the feature is'),
  sentence: z.string().describe('Label, value and how it stands to the median client, in plain words'),
  theme: z.string(),
  value: z.number().nullable().describe('As the model reads it; null is unknown'),
  displayValue: z.string().describe('The value in its unit'),
  medianDisplayValue: z.string().nullable().describe('The median of the training clients, in its unit'),
  contributionLogOdds: z.number().describe('Positive raises the risk'),
  direction: z.enum(['raisesRisk', 'lowersRisk']),
})
export type Reason = z.infer<typeof reasonSchema>

export const themeContributionSchema = z.object({
  theme: z.string(),
  label: z.string(),
  contributionLogOdds: z.number(),
  mark: z.int().min(-5).max(5).describe('-5 (speaks against the client) to +5 (for)'),
})
export type ThemeContribution = z.infer<typeof themeContributionSchema>

export const explainClientAnswerSchema = scoreClientAnswerSchema.extend({
  baseValueLogOdds: z.number().describe('Raw score of the average training client'),
  reasons: z.array(reasonSchema).describe('Largest contributions first'),
  otherContributionLogOdds: z.number().describe('Sum of all features that are not named'),
  themes: z.array(themeContributionSchema).describe('Every feature summed by theme, largest first'),
  additivityError: z.number().describe('|base + contributions - rawScoreLogOdds|'),
})
export type ExplainClientAnswer = z.infer<typeof explainClientAnswerSchema>
