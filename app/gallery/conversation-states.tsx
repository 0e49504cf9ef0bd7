import type { Language } from '#core/contracts/language.ts'
import type { TurnEvent } from '../chat/conversation.ts'
import { composeTurn } from '../chat/pane/compose-turn.ts'
import { Composer } from '../chat/pane/composer.tsx'
import type { Trouble } from '../chat/pane/conversation-state.ts'
import { PaneHeader } from '../chat/pane/pane-header.tsx'
import { SuggestionChips } from '../chat/pane/suggestion-chips.tsx'
import { type TurnContext, TurnContextOfPane } from '../chat/pane/turn-context.ts'
import { TurnView } from '../chat/pane/turn-view.tsx'
import type { GalleryState } from './gallery-state.ts'
import {
  inventComparisonTurn,
  inventEndedTurn,
  inventLyingTurn,
  inventReasonsTurn,
  inventRunningTurn,
  sayIn,
} from './invent-conversation.ts'
import { inventedProfile, inventLabels } from './invented-clients.ts'

const nothing = async () => true
const action = `/clients/${inventedProfile.clientId}/conversation`

interface TurnState {
  name: string
  question: [french: string, english: string]
  events(language: Language): TurnEvent[]
  isRunning?: boolean
  trouble?: Trouble
}

function Turn({ state, language }: { state: TurnState; language: Language }) {
  const events = state.events(language)
  const { calls, suggestions } = composeTurn({ events })
  const context: TurnContext = {
    profile: inventedProfile,
    labels: inventLabels(language),
    findCall: (callId) => calls.find((call) => call.callId === callId) ?? null,
    isBesidePanels: () => false,
    toHref: (place) => (place.kind === 'page' ? place.href : `#${place.panel}`),
    show: () => {},
    move: () => {},
  }
  const turnId = state.name.replace(/\W+/g, '-')
  const question = sayIn(language)(...state.question)
  const turn = { key: turnId, turnId, question, askedAt: '2026-11-24T20:00:00Z', events }
  return (
    <TurnContextOfPane.Provider value={context}>
      <div className="card max-w-[24.25rem] p-4">
        <ol>
          <TurnView
            turn={{ ...turn, ...(state.trouble && { trouble: state.trouble }) }}
            isRunning={state.isRunning ?? false}
            page=""
            retry={() => {}}
            remove={nothing}
          />
        </ol>
        <SuggestionChips questions={suggestions} action={action} page="" onChoose={() => {}} />
      </div>
    </TurnContextOfPane.Provider>
  )
}

const why: TurnState['question'] = ['Pourquoi le dossier est-il refusé ?', 'Why is it refused?']
const turns: TurnState[] = [
  { name: 'an answer with receipts', question: why, events: inventReasonsTurn },
  {
    name: 'a comparison',
    question: ['Et comparé aux retraités ?', 'And compared with pensioners?'],
    events: inventComparisonTurn,
  },
  {
    name: 'a figure without receipt',
    question: ['Combien gagne-t-il ?', 'What does he earn?'],
    events: inventLyingTurn,
  },
  { name: 'being answered', question: why, events: inventRunningTurn, isRunning: true },
  {
    name: 'stopped',
    question: why,
    events: (language) => inventEndedTurn(language, { type: 'ended', reason: 'stopped' }),
  },
  {
    name: 'cut off by the provider',
    question: why,
    events: (language) =>
      inventEndedTurn(language, { type: 'ended', reason: 'providerError', problem: 'brokenOff' }),
  },
  { name: 'never arrived', question: why, events: () => [], trouble: 'connectionLost' },
  { name: 'kept without its answer', question: why, events: () => [] },
]

const models = [
  { name: 'the embedded rules', model: { name: 'rules', sentTo: null } },
  { name: 'a provider elsewhere', model: { name: 'mistral:large', sentTo: 'api.mistral.ai' } },
  { name: 'a model on this machine', model: { name: 'compatible:llama', sentTo: null } },
]

const states: Omit<GalleryState, 'page'>[] = [
  ...turns.map((state) => ({
    name: `conversation: ${state.name}`,
    render: (language: Language) => <Turn state={state} language={language} />,
  })),
  ...models.map(({ name, model }) => ({
    name: `conversation: ${name}`,
    render: () => (
      <div className="card max-w-[24.25rem]">
        <PaneHeader
          titleId={`gallery-${model.name.replace(/\W/g, '-')}`}
          action={action}
          page=""
          model={model}
          hasTurns={false}
          isSearching={false}
          onSearch={() => {}}
          onClose={() => {}}
          removeAll={nothing}
        />
      </div>
    ),
  })),
  ...['', 'é'.repeat(950), 'é'.repeat(1_020)].map((draft) => ({
    name: `conversation: a question of ${draft.length} characters`,
    render: () => (
      <div className="card max-w-[24.25rem]">
        <Composer
          action={action}
          page=""
          draft={draft}
          isRunning={draft === ''}
          onDraft={() => {}}
          onSend={() => {}}
          onStop={() => {}}
        />
      </div>
    ),
  })),
]

/** The parts of the conversation, from recorded events. */
export const conversationStates: GalleryState[] = states.map((state) => ({ ...state, page: 'conversation' }))
