import { AdvisorError } from '../contracts/advisor-error.ts'

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'))

/**
 * The currency of amounts in sentences: an ISO 4217 code that Intl knows, EUR when nothing is given.
 *
 * @throws AdvisorError INVALID_CONFIGURATION.
 */
export function parseCurrency(given: string | undefined): string {
  const currency = given?.trim().toUpperCase() || 'EUR'
  if (knownCurrencies.has(currency)) return currency
  throw new AdvisorError('INVALID_CONFIGURATION', {
    found: `CURRENCY is "${given}".`,
    expected: 'Expected an ISO 4217 code, such as EUR.',
    nextStep: 'Correct the variable and start again.',
  })
}
