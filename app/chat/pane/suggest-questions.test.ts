import { describe, expect, test } from 'vitest'
import { choosePanelQuestion, mostSuggestions, suggestQuestions } from './suggest-questions.ts'

const suggest = (advice: 'grant' | 'review' | 'refuse', search = '', openPanel: 'themes' | null = null) =>
  suggestQuestions({ advice, search, openPanel })

describe('Suggested questions', () => {
  test('ask what would change an advice that is not to grant', () => {
    expect(suggest('refuse')).toContain('chat.ask.suggestions')
    expect(suggest('review')).toContain('chat.ask.suggestions')
    expect(suggest('grant')).not.toContain('chat.ask.suggestions')
  })

  test('begin with the panel that is being read, each question once', () => {
    expect(suggest('grant', '', 'themes')).toEqual([
      'chat.ask.themes',
      'chat.ask.reasons',
      'chat.ask.comparison',
      'chat.ask.whatIf',
    ])
    expect(suggest('refuse', '', 'themes')).toHaveLength(mostSuggestions)
  })

  test('follow the group that the page compares with', () => {
    expect(choosePanelQuestion('comparison', '')).toBe('chat.ask.comparison')
    expect(choosePanelQuestion('comparison', '?cohort=all')).toBe('chat.ask.comparison')
    expect(choosePanelQuestion('comparison', '?cohort=group&groupIncome=Pensioner')).toBe(
      'chat.ask.comparison.shown',
    )
  })
})
