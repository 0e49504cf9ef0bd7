import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { formatMessage } from './format-message.ts'
import { fr, type MessageKey } from './fr.ts'
import { typesetFrench } from './typeset-french.ts'

const keys = Object.keys(fr) as MessageKey[]
const appDir = join(import.meta.dirname, '..')

/** Names of a message's placeholders, those inside plural branches included. */
function listPlaceholders(text: string, locale: string): string[] {
  const names = new Set<string>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if (Array.isArray(part)) for (const each of part) visit(each)
    if ('type' in part && 'value' in part && typeof part.value === 'string' && part.type !== 0)
      names.add(part.value)
    if ('options' in part) Object.values(part.options as object).forEach(visit)
    if ('value' in part && typeof part.value === 'object') visit(part.value)
  }
  visit(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe('The message catalogues', () => {
  test('have the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(keys)
  })

  test('take the same placeholders in both languages', () => {
    const differing = keys.filter(
      (key) =>
        listPlaceholders(en[key], 'en').join() !== listPlaceholders(typesetFrench(fr[key]), 'fr').join(),
    )
    expect(differing).toEqual([])
    expect(listPlaceholders(fr['search.count'], 'fr')).toEqual(['count', 'shown', 'total'])
  })

  test('hold no message that no page uses', () => {
    const sources = globSync('**/*.{ts,tsx}', { cwd: appDir })
      .filter((path) => !path.startsWith('messages') && !path.includes('.test.'))
      .map((path) => readFileSync(join(appDir, path), 'utf8'))
      .join('\n')
    expect(keys.filter((key) => !sources.includes(`'${key}'`))).toEqual([])
  })

  test('never put an ordinary space before French double punctuation or inside guillemets', () => {
    const offenders = keys.filter((key) => / [;:!?%»]|« |\w'/.test(typesetFrench(fr[key])))
    expect(offenders).toEqual([])
  })

  test('write English without French punctuation', () => {
    expect(keys.filter((key) => / [;:!?%]|[«»]/.test(en[key]))).toEqual([])
  })
})

describe('A formatted message', () => {
  test('chooses the plural by the language: zero is singular in French', () => {
    expect(formatMessage('fr', 'list.clients', { count: 0 })).toBe('client')
    expect(formatMessage('en', 'list.clients', { count: 0 })).toBe('clients')
  })

  test('says how many in a hundred have difficulties', () => {
    expect(formatMessage('fr', 'decision.frequency', { count: 14 })).toBe(
      'Sur 100 dossiers comparables, environ 14 connaissent des difficultés de paiement.',
    )
    expect(formatMessage('fr', 'decision.frequency', { count: 0 })).toBe(
      'Sur 100 dossiers comparables, moins d’un connaît des difficultés de paiement.',
    )
    expect(formatMessage('en', 'decision.frequency', { count: 1 })).toBe(
      'Of 100 comparable applications, about 1 runs into payment difficulties.',
    )
  })

  test('keeps what a visitor typed as text', () => {
    const hostile = '<b>{count} \'"</b>'
    expect(formatMessage('en', 'search.none', { query: hostile })).toContain(hostile)
  })
})
