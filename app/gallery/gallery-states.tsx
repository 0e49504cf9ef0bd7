import type { Language } from '#core/contracts/language.ts'
import type { ClientPageQuery } from '../client-page/client-page-query.ts'
import type { PanelAnswer, PanelProblem } from '../panel-answer.ts'
import { ComparisonPanel } from '../panels/comparison-panel.tsx'
import { DecisionPanel } from '../panels/decision-panel.tsx'
import { ProfilePanel } from '../panels/profile-panel.tsx'
import { ReasonsPanel } from '../panels/reasons-panel.tsx'
import { SuggestionsPanel } from '../panels/suggestions-panel.tsx'
import { ThemePanel } from '../panels/theme-panel.tsx'
import { WhatIfPanel } from '../panels/what-if-panel.tsx'
import { accountStates } from './account-states.tsx'
import { conversationStates } from './conversation-states.tsx'
import { driftStates } from './drift-states.tsx'
import type { GalleryState } from './gallery-state.ts'
import { inventComparison } from './invent-comparison.ts'
import { inventExplanation } from './invent-explanation.ts'
import { inventSimulation, inventSuggestions } from './invent-simulation.ts'
import { inventView } from './invent-view.ts'
import { inventedProfile, inventLabels, silentProfile } from './invented-clients.ts'
import { modelStates } from './model-states.tsx'

function answered<Answer>(answer: Answer): PanelAnswer<Answer> {
  return { answer, problem: null }
}

function failed(problem: PanelProblem): { answer: null; problem: PanelProblem } {
  return { answer: null, problem }
}

const decisions: GalleryState[] = [
  { name: 'decision: granted', render: () => <DecisionPanel view={inventView(0.021)} /> },
  { name: 'decision: to review', render: () => <DecisionPanel view={inventView(0.0865)} /> },
  { name: 'decision: refused', render: () => <DecisionPanel view={inventView(0.136)} /> },
]

const explanations: GalleryState[] = (['usual', 'onlyAgainst', 'onlyFor', 'long'] as const).flatMap(
  (kind) => [
    {
      name: `themes: ${kind}`,
      render: (language) => <ThemePanel explanation={answered(inventExplanation(language, kind))} />,
    },
    {
      name: `reasons: ${kind}`,
      render: (language) => (
        <ReasonsPanel explanation={answered(inventExplanation(language, kind))} reasonCount={6} />
      ),
    },
  ],
)

const manyReasons: GalleryState[] = [
  {
    name: 'reasons: twenty',
    render: (language) => (
      <ReasonsPanel explanation={answered(inventExplanation(language, 'many'))} reasonCount={20} />
    ),
  },
  {
    name: 'reasons: not computed',
    render: () => <ReasonsPanel explanation={failed('UNEXPECTED')} reasonCount={6} />,
  },
]

const suggestions: GalleryState[] = [
  { name: 'suggestions: three', outcome: 'found', count: 3 },
  { name: 'suggestions: one', outcome: 'found', count: 1 },
  { name: 'suggestions: none', outcome: 'none', count: 0 },
  { name: 'suggestions: not needed', outcome: 'notNeeded', count: 0 },
].map(({ name, outcome, count }) => ({
  name,
  render: (language) => (
    <SuggestionsPanel
      profile={inventedProfile}
      suggestions={answered(inventSuggestions(language, outcome as 'found' | 'none' | 'notNeeded', count))}
    />
  ),
}))

const whatIfs: GalleryState[] = [
  { name: 'what-if: as it is', simulate: () => null, profile: inventedProfile },
  {
    name: 'what-if: better',
    simulate: (language: Language) => answered(inventSimulation(language, 0.07)),
    profile: inventedProfile,
  },
  {
    name: 'what-if: worse',
    simulate: (language: Language) => answered(inventSimulation(language, 0.2)),
    profile: inventedProfile,
  },
  { name: 'what-if: not plausible', simulate: () => failed('INVALID_INPUT'), profile: inventedProfile },
  { name: 'what-if: little is known', simulate: () => null, profile: silentProfile },
].map(({ name, simulate, profile }) => ({
  name,
  render: (language) => (
    <WhatIfPanel
      view={inventView(0.136, profile)}
      labels={inventLabels(language)}
      simulation={simulate(language)}
    />
  ),
}))

const everyone: ClientPageQuery = { reasonCount: 6, cohort: 'all', group: {}, features: [] }
const pensioners: ClientPageQuery = {
  ...everyone,
  cohort: 'group',
  group: { incomeType: 'Pensioner', ageYears: { min: 40, max: 60 } },
}

function compare(
  name: string,
  query: ClientPageQuery,
  comparison: (language: Language) => Parameters<typeof ComparisonPanel>[0]['comparison'],
  problems: Parameters<typeof ComparisonPanel>[0]['problems'] = [],
): GalleryState {
  return {
    name: `comparison: ${name}`,
    render: (language) => (
      <ComparisonPanel
        comparison={comparison(language)}
        explanation={answered(inventExplanation(language, 'usual'))}
        query={query}
        problems={problems}
        labels={inventLabels(language)}
      />
    ),
  }
}

const comparisons: GalleryState[] = [
  compare('all', everyone, (language) => answered(inventComparison(language, 'all'))),
  compare('similar, outcome unknown', { ...everyone, cohort: 'similar' }, (language) =>
    answered(inventComparison(language, 'similar', 99.97)),
  ),
  compare('a group', pensioners, (language) => answered(inventComparison(language, 'filter'))),
  compare(
    'a group of which a criterion can’t be read',
    { ...everyone, cohort: 'group' },
    (language) => answered(inventComparison(language, 'all')),
    [{ field: 'creditAmount', found: 'beaucoup' }],
  ),
  compare('a tiny group', pensioners, () => failed('COHORT_TOO_SMALL')),
  compare('not scored yet', everyone, () => failed('PORTFOLIO_NOT_SCORED')),
]

const profiles: GalleryState[] = [
  {
    name: 'profile: little is known',
    render: (language) => <ProfilePanel profile={silentProfile} labels={inventLabels(language)} />,
  },
]

/** Every panel in every state that it has. */
export const galleryStates: GalleryState[] = [
  ...decisions,
  ...explanations,
  ...manyReasons,
  ...suggestions,
  ...whatIfs,
  ...comparisons,
  ...profiles,
  ...modelStates,
  ...driftStates,
  ...accountStates,
  ...conversationStates,
]
