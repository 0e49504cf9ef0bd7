import { Form, Link, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import type { CategoryLabels } from '../category-labels.ts'
import { adviceIcons, adviceShortMessages } from '../components/advice-badge.tsx'
import { Icon } from '../components/icon.tsx'
import { SelectChoice } from '../components/select-choice.tsx'
import { useMessages } from '../components/use-messages.ts'
import { useWindowName } from '../components/use-window-name.ts'
import { advices, riskClasses } from '../decision-order.ts'
import { composeListHref, composeSortParameter } from '../list/compose-list-href.ts'
import { countFilters, defaultListQuery, type ListQuery, sortKeys } from '../list/list-query.ts'
import { sortColumnMessages } from '../list/sort-column-messages.ts'
import { showQueryInForm } from './show-query-in-form.ts'

interface ClientFiltersProps {
  query: ListQuery
  labels: CategoryLabels
  windowNames: string[]
}

/** The filters as a plain GET form. With scripts a choice applies at once; amounts wait for Enter or the button. */
export function ClientFilters({ query, labels, windowNames }: ClientFiltersProps) {
  const { t } = useMessages()
  const nameWindow = useWindowName()
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const filterCount = countFilters(query)

  const shownQuery = useRef(query)
  useEffect(() => {
    // The first render already shows its query, and a visitor may have chosen something before scripts ran.
    if (form.current && shownQuery.current !== query) showQueryInForm(form.current, query)
    shownQuery.current = query
  }, [query])

  function apply() {
    if (!form.current) return
    const filled = [...new FormData(form.current)].filter(([, text]) => text !== '')
    const parameters = new URLSearchParams(filled.map(([name, text]) => [name, String(text)]))
    submit(parameters, { method: 'get', action: '/clients', preventScrollReset: true })
  }
  function onChange(event: FormEvent<HTMLFormElement>) {
    const { target } = event
    if (target instanceof HTMLInputElement && target.type === 'text') return
    apply()
  }

  return (
    <details className="filters card">
      <summary>
        <Icon name="filter" className="size-4 text-ink-2" />
        {t('filter.active', { count: filterCount })}
      </summary>
      <Form
        ref={form}
        method="get"
        action="/clients"
        role="search"
        autoComplete="off"
        aria-label={t('filter.title')}
        onChange={onChange}
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
        className="grid gap-x-4 gap-y-3.5 p-4 max-lg:border-t max-lg:border-line sm:grid-cols-2 lg:flex lg:flex-wrap lg:items-end"
      >
        <Group legend={t('filter.advice')}>
          {advices.map((advice) => (
            <Toggle key={advice} name="advice" choice={advice} isChecked={query.advice.includes(advice)}>
              <Icon name={adviceIcons[advice]} className="size-2.5" />
              {t(adviceShortMessages[advice])}
            </Toggle>
          ))}
        </Group>
        <Group legend={t('filter.class')}>
          {riskClasses.map((riskClass) => (
            <Toggle
              key={riskClass}
              name="class"
              choice={riskClass}
              isChecked={query.riskClass.includes(riskClass)}
            >
              {riskClass}
            </Toggle>
          ))}
        </Group>
        <SelectChoice
          className="lg:flex-[1_1_8rem]"
          name="contract"
          label={t('filter.contract')}
          chosen={query.contract}
          options={Object.entries(labels.contractType ?? {})}
        />
        <SelectChoice
          className="lg:flex-[1_1_8rem]"
          name="income"
          label={t('filter.income')}
          chosen={query.income}
          options={Object.entries(labels.incomeType ?? {})}
        />
        <SelectChoice
          className="lg:flex-[1_1_8rem]"
          name="window"
          label={t('filter.window')}
          chosen={query.window}
          options={windowNames.map((name) => [name, nameWindow(name)])}
        />
        <fieldset className="min-w-0">
          <legend className="eyebrow mb-1">{t('filter.amount')}</legend>
          <div className="flex items-center gap-2">
            <Amount
              name="min"
              label={t('filter.amountMin')}
              hint={t('filter.min')}
              amount={query.amountMin}
            />
            <span aria-hidden="true" className="text-ink-3">
              {t('filter.to')}
            </span>
            <Amount
              name="max"
              label={t('filter.amountMax')}
              hint={t('filter.max')}
              amount={query.amountMax}
            />
          </div>
        </fieldset>
        <div className="md:hidden">
          <SortChoice query={query} />
        </div>
        <div className="flex gap-2 max-sm:mt-1">
          <button type="submit" className="button">
            {t('filter.apply')}
          </button>
          {filterCount > 0 && (
            <Link
              to={composeListHref({ ...defaultListQuery, sort: query.sort, descending: query.descending })}
              preventScrollReset
              className="button border-transparent bg-transparent text-ink-2"
            >
              {t('filter.reset')}
            </Link>
          )}
        </div>
      </Form>
    </details>
  )
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="eyebrow mb-1">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  )
}

interface ToggleProps {
  name: string
  choice: string
  isChecked: boolean
  children: ReactNode
}

function Toggle({ name, choice, isChecked, children }: ToggleProps) {
  return (
    <label className="toggle sm:h-9">
      <input type="checkbox" name={name} value={choice} defaultChecked={isChecked} className="sr-only" />
      {children}
    </label>
  )
}

interface AmountProps {
  name: 'min' | 'max'
  label: string
  hint: string
  amount: number | undefined
}

function Amount({ name, label, hint, amount }: AmountProps) {
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      name={name}
      aria-label={label}
      placeholder={hint}
      defaultValue={amount === undefined ? '' : String(amount)}
      className="field lg:w-23"
    />
  )
}

/** Where the columns that sort are hidden, a list of orders takes their place; elsewhere it keeps the order. */
function SortChoice({ query }: { query: ListQuery }) {
  const { t } = useMessages()
  return (
    <label className="block cursor-auto">
      <span className="eyebrow mb-1 block">{t('sort.label')}</span>
      <select name="sort" defaultValue={composeSortParameter(query)} className="field">
        {sortKeys.flatMap((sort) =>
          [false, true].map((descending) => {
            const order = composeSortParameter({ sort, descending })
            return (
              <option key={order} value={order}>
                {t(sortColumnMessages[sort])}, {t(descending ? 'sort.descending' : 'sort.ascending')}
              </option>
            )
          }),
        )}
      </select>
    </label>
  )
}
