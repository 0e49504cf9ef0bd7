import type { ClientField } from '#core/contracts/client-profile.ts'
import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Language } from '#core/contracts/language.ts'

/** What a question asks for, in the product's own terms. */
export interface Reading {
  /** Language of the answer: the one asked for or clearly written in, else the page's. */
  language: Language
  /** At least one; several for "Quel est son score et pourquoi ?". */
  intents: Intent[]
}

/** `clientId` stands only where the person wrote another client's number, in this question or the one it follows. */
interface AboutClient {
  clientId?: number
}

export type Intent =
  | ({ kind: 'score' } & AboutClient)
  | ({ kind: 'reasons'; direction?: 'raisesRisk' | 'lowersRisk'; maxReasons?: number } & AboutClient)
  | ({ kind: 'themes'; theme?: string } & AboutClient)
  /** `feature` is a name of catalog.yml. */
  | ({ kind: 'featureEffect'; feature: string } & AboutClient)
  /** No fields: the whole description. */
  | ({ kind: 'profile'; fields: ClientField[] } & AboutClient)
  | ({ kind: 'compare'; cohort: Cohort; features?: string[] } & AboutClient)
  | ({ kind: 'simulate'; changes: Change[] } & AboutClient)
  | ({ kind: 'suggest' } & AboutClient)
  | { kind: 'drift'; onlyDrifted?: boolean; features?: string[] }
  | { kind: 'modelQuality'; aspect?: QualityAspect }
  | { kind: 'define'; term: Term }
  /** First digits of client numbers; empty for all. */
  | { kind: 'findClients'; query: string; limit?: number }
  /** "Dois-je accorder ?": the score, and the reminder that a person decides. */
  | ({ kind: 'decide' } & AboutClient)
  | { kind: 'help' }
  | { kind: 'greeting' }
  | { kind: 'thanks' }
  /** Understood, but something is lacking. */
  | { kind: 'missing'; of: 'client' | 'change' | 'group'; intent: IntentOfClient }
  | { kind: 'unknown' }

/** The intents that can't be answered without a client. */
export type IntentOfClient =
  | 'score'
  | 'reasons'
  | 'themes'
  | 'featureEffect'
  | 'profile'
  | 'compare'
  | 'simulate'
  | 'suggest'
  | 'decide'

export type QualityAspect = 'auc' | 'accuracy' | 'cost' | 'calibration' | 'fairness' | 'training' | 'features'

export type ChangedAmount =
  | 'creditAmount'
  | 'annuityAmount'
  | 'termMonths'
  | 'goodsPriceAmount'
  | 'annualIncomeAmount'

export type Change =
  | { field: ChangedAmount; to: number }
  /** −0.2 is 20 % less. */
  | { field: ChangedAmount; byShare: number }
  /** In the field's own unit: the currency, or months. */
  | { field: ChangedAmount; by: number }
  /** One of the data's own values. */
  | { field: 'contractType'; value: string }

/** The words that the assistant defines; docs/numbers.md holds their meaning. `sex` says why it is no criterion. */
export const terms = [
  'probabilityOfDefault',
  'probabilityOfRepayment',
  'default',
  'score',
  'rawScore',
  'logOdds',
  'decisionThreshold',
  'reviewBand',
  'advice',
  'riskClass',
  'contribution',
  'baseValue',
  'theme',
  'themeMark',
  'cohort',
  'similarClients',
  'percentile',
  'median',
  'quartile',
  'defaultRate',
  'whatIf',
  'suggestedChange',
  'annuity',
  'term',
  'externalScore',
  'regionRating',
  'nearestClientsDefaultRate',
  'drift',
  'referenceWindow',
  'currentWindow',
  'driftTest',
  'importance',
  'auc',
  'accuracy',
  'costPerClient',
  'calibration',
  'brierScore',
  'fairness',
  'sex',
  'provenance',
] as const
export type Term = (typeof terms)[number]
