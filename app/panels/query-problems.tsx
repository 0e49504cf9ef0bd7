import { Notice } from '../components/notice.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { ListExpectation, ListParameter, ListProblem } from '../list/parse-list-query.ts'
import type { MessageKey } from '../messages/fr.ts'

const parameterMessages: Record<ListParameter, MessageKey> = {
  advice: 'filter.advice',
  class: 'filter.class',
  window: 'filter.window',
  contract: 'filter.contract',
  income: 'filter.income',
  min: 'filter.amountMin',
  max: 'filter.amountMax',
  sort: 'filter.parameter.sort',
  page: 'filter.parameter.page',
}

const expectationMessages: Record<ListExpectation, MessageKey> = {
  choice: 'filter.expected.choice',
  amount: 'filter.expected.amount',
  range: 'filter.expected.range',
  sort: 'filter.expected.sort',
  page: 'filter.expected.page',
  pageNumber: 'filter.expected.pageNumber',
}

/** What in the address could not be used: what was found, what was expected, what happened. */
export function QueryProblems({ problems, pageCount }: { problems: ListProblem[]; pageCount: number }) {
  const { t, format } = useMessages()
  return (
    <Notice title={t('filter.problems.title')}>
      <ul className="wrap-anywhere">
        {problems.map(({ parameter, found, expected }) => (
          <li key={parameter}>
            {t('filter.problem', {
              parameter: t(parameterMessages[parameter]),
              found,
              expected: t(expectationMessages[expected], { pageCount: format.integer(pageCount) }),
            })}
          </li>
        ))}
      </ul>
      <p>{t('filter.problems.ignored')}</p>
    </Notice>
  )
}
