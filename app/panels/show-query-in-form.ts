import { composeSortParameter } from '../list/compose-list-href.ts'
import type { ListQuery } from '../list/list-query.ts'

/**
 * Sets the filters' controls to what the address says, after a link changed it. The controls are left to the
 * browser otherwise: remounting them would take the focus from the one just used.
 */
export function showQueryInForm(form: HTMLFormElement, query: ListQuery) {
  const chosen: Record<string, string[]> = {
    advice: query.advice,
    class: query.riskClass,
    window: [query.window ?? ''],
    contract: [query.contract ?? ''],
    income: [query.income ?? ''],
    min: [query.amountMin === undefined ? '' : String(query.amountMin)],
    max: [query.amountMax === undefined ? '' : String(query.amountMax)],
    sort: [composeSortParameter(query)],
  }
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.checked = chosen[control.name]?.includes(control.value) ?? false
    } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = chosen[control.name]?.[0] ?? ''
    }
  }
}
