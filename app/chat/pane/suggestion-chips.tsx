import { useMessages } from '../../components/use-messages.ts'

interface SuggestionChipsProps {
  questions: readonly string[]
  action: string
  page: string
  onChoose(question: string): void
}

/** Questions to ask with one press; each is a form of its own, so that it works without scripts. */
export function SuggestionChips({ questions, action, page, onChoose }: SuggestionChipsProps) {
  const { t } = useMessages()
  if (questions.length === 0) return null
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event) => event.preventDefault()}
      className="mt-3"
      aria-label={t('chat.suggestions')}
    >
      <input type="hidden" name="page" value={page} />
      <ul className="flex flex-wrap gap-1.5">
        {questions.map((question) => (
          <li key={question} className="max-w-full">
            <button
              type="submit"
              name="question"
              value={question}
              onClick={() => onChoose(question)}
              className="chip"
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
