import type { Readable } from 'node:stream'
import { data } from '@remix-run/node'
import { compareCohort as compareCohortInCore } from '#core/advisor/compare-cohort.ts'
import { explainClient as explainClientInCore } from '#core/advisor/explain-client.ts'
import {
  findEvidentlyReport as findEvidentlyReportInCore,
  openEvidentlyReport as openEvidentlyReportInCore,
} from '#core/advisor/find-evidently-report.ts'
import { getLabels as getLabelsFromCore } from '#core/advisor/get-labels.ts'
import { getServiceStatus as getServiceStatusFromCore } from '#core/advisor/get-service-status.ts'
import { getVocabulary as getVocabularyFromCore } from '#core/advisor/get-vocabulary.ts'
import { listClients as listClientsInCore } from '#core/advisor/list-clients.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { readModelFile as readModelFileInCore } from '#core/advisor/read-model-file.ts'
import { searchClients as searchClientsInCore } from '#core/advisor/search-clients.ts'
import { simulateClient as simulateClientInCore } from '#core/advisor/simulate-client.ts'
import { suggestChanges as suggestChangesInCore } from '#core/advisor/suggest-changes.ts'
import { viewClient as viewClientInCore } from '#core/advisor/view-client.ts'
import { viewDrift as viewDriftInCore } from '#core/advisor/view-drift.ts'
import { viewModel as viewModelInCore } from '#core/advisor/view-model.ts'
import { type ErrorCode, errorCatalogue, isAdvisorError } from '#core/contracts/advisor-error.ts'
import type { ClientField } from '#core/contracts/client-profile.ts'
import type { CompareCohortAnswer, CompareCohortInput } from '#core/contracts/compare-cohort.ts'
import type { EvidentlyReport } from '#core/contracts/evidently-report.ts'
import type { ExplainClientAnswer, ExplainClientInput } from '#core/contracts/explain-client.ts'
import type { Language } from '#core/contracts/language.ts'
import type { ListClientsAnswer, ListClientsInput } from '#core/contracts/list-clients.ts'
import type { SearchClientsAnswer, SearchClientsInput } from '#core/contracts/search-clients.ts'
import type { ServiceStatus } from '#core/contracts/service-status.ts'
import type { SimulateClientAnswer, SimulateClientInput } from '#core/contracts/simulate-client.ts'
import type { SuggestChangesAnswer, SuggestChangesInput } from '#core/contracts/suggest-changes.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import type { ViewDriftAnswer, ViewDriftInput } from '#core/contracts/view-drift.ts'
import type { ViewModelAnswer } from '#core/contracts/view-model.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import type { CategoryLabels } from './category-labels.ts'
import type { PanelAnswer } from './panel-answer.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    advisor: AdvisorContext
  }
}

interface LoadContext {
  advisor: AdvisorContext
}

/** What a page is told of an error: a code that its catalogue has words for, never the core's own sentences. */
export interface PageError {
  code: ErrorCode
  nearestClientIds: number[]
}

/** Runs one function of the core; its errors become answers with the catalogue's status. */
async function askCore<Answer>(call: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    if (!isAdvisorError(error)) throw error
    const { audience, httpStatus } = errorCatalogue[error.code]
    if (audience === 'operator') console.error(error)
    const pageError: PageError = { code: error.code, nearestClientIds: error.detail.nearestClientIds ?? [] }
    throw data(pageError, { status: httpStatus })
  }
}

/** As `askCore`, for one panel of a page: what goes wrong stays in the panel, so that the others still show. */
async function askForPanel<Answer>(call: () => Promise<Answer>): Promise<PanelAnswer<Answer>> {
  try {
    return { answer: await call(), problem: null }
  } catch (error) {
    const code = isAdvisorError(error) ? error.code : null
    if (!code || errorCatalogue[code].audience === 'operator') console.error(error)
    return { answer: null, problem: code ?? 'UNEXPECTED' }
  }
}

/** One page of the portfolio, sorted and filtered. */
export function listClients(
  { advisor }: LoadContext,
  input: ListClientsInput & { language: Language },
): Promise<ListClientsAnswer> {
  return askCore(() => listClientsInCore(advisor, input))
}

/** Clients whose number starts with the query. */
export function searchClients(
  { advisor }: LoadContext,
  input: SearchClientsInput,
): Promise<SearchClientsAnswer> {
  return askCore(() => searchClientsInCore(advisor, input))
}

/** All that the client's page shows. */
export function viewClient(
  { advisor }: LoadContext,
  input: { clientId: number; language: Language },
): Promise<ViewClientAnswer> {
  return askCore(() => viewClientInCore(advisor, input))
}

/** Why the score is what it is. */
export function explainClient(
  { advisor }: LoadContext,
  input: ExplainClientInput,
): Promise<PanelAnswer<ExplainClientAnswer>> {
  return askForPanel(() => explainClientInCore(advisor, input))
}

/** How the client stands among others. */
export function compareCohort(
  { advisor }: LoadContext,
  input: CompareCohortInput,
): Promise<PanelAnswer<CompareCohortAnswer>> {
  return askForPanel(() => compareCohortInCore(advisor, input))
}

/** The score of another application of the same client. */
export function simulateClient(
  { advisor }: LoadContext,
  input: SimulateClientInput,
): Promise<PanelAnswer<SimulateClientAnswer>> {
  return askForPanel(() => simulateClientInCore(advisor, input))
}

/** What would turn the advice. */
export function suggestChanges(
  { advisor }: LoadContext,
  input: SuggestChangesInput,
): Promise<PanelAnswer<SuggestChangesAnswer>> {
  return askForPanel(() => suggestChangesInCore(advisor, input))
}

/** What the served model is and how it was judged. */
export function viewModel({ advisor }: LoadContext, input: { language: Language }): Promise<ViewModelAnswer> {
  return askCore(() => viewModelInCore(advisor, input))
}

/** One of the served model's own files; null when it has none. */
export function readModelFile({ advisor }: LoadContext, file: 'card' | 'evaluation'): Promise<string | null> {
  return askCore(() => readModelFileInCore(advisor, file))
}

/** How the clients of a window differ from those that the model learnt from. */
export function viewDrift(
  { advisor }: LoadContext,
  input: ViewDriftInput,
): Promise<PanelAnswer<ViewDriftAnswer>> {
  return askForPanel(() => viewDriftInCore(advisor, input))
}

/** What is known of evidently's own report; null when there is none. */
export function findEvidentlyReport({ advisor }: LoadContext): Promise<EvidentlyReport | null> {
  return askCore(() => findEvidentlyReportInCore(advisor))
}

/** evidently's own report as HTML; null when there is none. */
export function openEvidentlyReport({ advisor }: LoadContext): Promise<Readable | null> {
  return askCore(() => openEvidentlyReportInCore(advisor))
}

/** What is served: model, data, windows. */
export function getServiceStatus({ advisor }: LoadContext): Promise<ServiceStatus> {
  return askCore(() => getServiceStatusFromCore(advisor))
}

/** What categories, features and themes are called, in every language. */
export function getVocabulary({ advisor }: LoadContext): Promise<Vocabulary> {
  return askCore(() => getVocabularyFromCore(advisor))
}

/** The words for categories' values in a language, for the fields asked for. */
export async function getCategoryLabels(
  { advisor }: LoadContext,
  language: Language,
  fields: readonly ClientField[],
): Promise<CategoryLabels> {
  const { categories } = await askCore(() => getLabelsFromCore(advisor, language))
  return Object.fromEntries(fields.map((field) => [field, categories[field] ?? {}]))
}
