import { useMessages } from '../../components/use-messages.ts'

const shallowForest = /^A shallow forest is trained .* the (\d+) with the largest median share of the gain/

/** How features were selected: in the page's words where the rule is the training's present one, else as it noted it. */
export function SelectionRule({ rule }: { rule: string }) {
  const { t, format } = useMessages()
  const most = shallowForest.exec(rule)?.[1]
  if (most)
    return <p className="mt-3 text-ink-2">{t('model.search.rule', { most: format.integer(Number(most)) })}</p>
  return (
    <>
      <p className="mt-3 text-ink-2">{t('model.search.rule.noted')}</p>
      <p lang="en" className="mt-1 text-xs text-ink-3">
        {rule}
      </p>
    </>
  )
}
