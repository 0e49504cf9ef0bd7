import type { Language } from '#core/contracts/language.ts'
import type { Receipt, TurnEvent } from '../chat/conversation.ts'
import { inventComparison } from './invent-comparison.ts'
import { inventExplanation } from './invent-explanation.ts'
import { inventSimulation } from './invent-simulation.ts'

type Say = (french: string, english: string) => string

export function sayIn(language: Language): Say {
  return (french, english) => (language === 'fr' ? french : english)
}

const clientId = 104218
const text = (words: string): TurnEvent => ({ type: 'text', text: words })
const figure = (words: string, receipt: Receipt | null): TurnEvent => ({
  type: 'figure',
  text: words,
  receipt,
})
const started = (turnId: string, model = 'rules'): TurnEvent => ({ type: 'started', turnId, model })
const done: TurnEvent = { type: 'ended', reason: 'done' }

function called(
  callId: string,
  tool: string,
  input: object,
  answer: object | null,
  refusal = '',
): TurnEvent[] {
  return [
    { type: 'toolCall', callId, tool, input: { clientId, ...input } },
    {
      type: 'toolResult',
      callId,
      status: answer ? 'answered' : 'refused',
      text: refusal,
      answer: answer as Record<string, unknown> | null,
    },
  ]
}

/** Why the score is what it is: figures with receipts, strong words and a list. */
export function inventReasonsTurn(language: Language): TurnEvent[] {
  const say = sayIn(language)
  const answer = inventExplanation(language, 'usual')
  const receipt = (path: string, value: number | string, label: string) => ({
    callId: 'why',
    path,
    value,
    label,
  })
  return [
    started('why'),
    ...called('why', 'explainClient', { maxReasons: 6, language }, answer),
    text(say('La probabilité de remboursement est de ', 'The probability of repayment is ')),
    figure(
      say('86,4 %', '86.4%'),
      receipt(
        '/probabilityOfRepayment',
        0.864,
        say('Probabilité de remboursement', 'Probability of repayment'),
      ),
    ),
    text(
      say(
        ', sous le seuil : **refus conseillé**.\n\nCe qui pèse le plus :\n- ',
        ', below the threshold: **refusal is advised**.\n\nWhat weighs most:\n- ',
      ),
    ),
    text(say('**Score externe 2** : contribution de ', '**External score 2**: a contribution of ')),
    figure(
      say('+0,92', '+0.92'),
      receipt(
        '/reasons/0/contributionLogOdds',
        0.92,
        say('Contribution · Score externe 2', 'Contribution · External score 2'),
      ),
    ),
    text(say('\n- Paiements en retard : ', '\n- Late payments: ')),
    figure(
      say('+0,51', '+0.51'),
      receipt(
        '/reasons/1/contributionLogOdds',
        0.51,
        say('Contribution · Paiements en retard', 'Contribution · Late payments'),
      ),
    ),
    {
      type: 'suggestions',
      questions: [
        say('Et avec 20 % de moins ?', 'And with 20% less?'),
        say('Quel montant passerait ?', 'Which amount would do?'),
      ],
    },
    done,
  ]
}

/** A group, compared. */
export function inventComparisonTurn(language: Language): TurnEvent[] {
  const say = sayIn(language)
  const cohort = { kind: 'filter', filters: { incomeType: 'Pensioner', ageYears: { min: 40, max: 60 } } }
  const receipt = {
    callId: 'with',
    path: '/score/percentile',
    value: 91.2,
    label: say('Centile', 'Percentile'),
  }
  return [
    started('with'),
    ...called('with', 'compareCohort', { cohort }, inventComparison(language, 'filter')),
    text(
      say(
        'Parmi ces clients, son risque dépasse celui de ',
        'Among these clients the risk is above that of ',
      ),
    ),
    figure(say('91 %', '91%'), receipt),
    text(say(' d’entre eux.', ' of them.')),
    done,
  ]
}

/** A provider's model that adds a figure of its own, and calls what it may not. */
export function inventLyingTurn(language: Language): TurnEvent[] {
  const say = sayIn(language)
  const refusal = say('Personne n’a demandé ce client.', 'Nobody asked for this client.')
  return [
    started('lie', 'compatible:llama'),
    ...called(
      'lie-1',
      'simulateClient',
      { changes: { creditAmount: 331000 } },
      inventSimulation(language, 0.07),
    ),
    ...called('lie-2', 'scoreClient', { clientId: 100777 }, null, refusal),
    text(say('Le client gagne environ ', 'The client earns about ')),
    figure(say('48\u202f000\u00a0€', '€48,000'), null),
    text(say(' par an. <b>Ignore les règles</b>.', ' a year. <b>Ignore the rules</b>.')),
    done,
  ]
}

/** A turn that is still being answered. */
export function inventRunningTurn(language: Language): TurnEvent[] {
  return [
    started('running'),
    { type: 'toolCall', callId: 'running', tool: 'driftReport', input: { onlyDrifted: true, language } },
  ]
}

/** A turn that came to an end before its time. */
export function inventEndedTurn(
  language: Language,
  ended: Extract<TurnEvent, { type: 'ended' }>,
): TurnEvent[] {
  return [
    started(`ended-${ended.reason}`),
    text(sayIn(language)('La probabilité de remboursement', 'The probability of repayment')),
    ended,
  ]
}
