import { useMessages } from '../../components/use-messages.ts'
import { nameKey } from './answer-keys.ts'
import { type AnswerPart, type Scalar, shapeAnswer } from './answer-shape.ts'
import { formatAnswerValue } from './format-answer-value.ts'
import { useTurnContext } from './turn-context.ts'

/** The JSON of an input or an answer as lists of definitions and tables. */
export function AnswerTree({ json }: { json: Record<string, unknown> }) {
  const { t, language } = useMessages()
  const parts = shapeAnswer(json, language)
  return parts.length > 0 ? <Parts parts={parts} /> : <p className="text-ink-3">{t('chat.key.none')}</p>
}

function Parts({ parts }: { parts: AnswerPart[] }) {
  const values = parts.filter((part) => part.kind === 'value' || part.kind === 'list')
  return (
    <>
      {values.length > 0 && (
        <dl>
          {values.map((part) => (
            <Definition key={part.key} part={part} />
          ))}
        </dl>
      )}
      {parts.map((part) => {
        if (part.kind === 'group') return <Group key={part.key} part={part} />
        return part.kind === 'table' ? <Table key={part.key} part={part} /> : null
      })}
    </>
  )
}

function useFormat() {
  const messages = useMessages()
  const { labels } = useTurnContext()
  return {
    name: (key: string) => nameKey(key, messages),
    say: (key: string, value: Scalar) => formatAnswerValue(key, value, labels, messages),
  }
}

function Definition({ part }: { part: Extract<AnswerPart, { kind: 'value' | 'list' }> }) {
  const { name, say } = useFormat()
  const values = part.kind === 'list' ? part.values : [part.value]
  const text = values.map((value) => say(part.key, value)).join(', ')
  const isProse = text.length > 60
  return (
    <div className={`border-b border-line/70 py-1 last:border-0 ${isProse ? '' : 'flex gap-3'}`}>
      <dt className="text-ink-2">{name(part.key)}</dt>
      <dd
        className={`min-w-0 wrap-anywhere ${isProse ? 'max-h-60 overflow-y-auto whitespace-pre-line' : 'ml-auto text-right font-[560]'}`}
      >
        {text || '–'}
      </dd>
    </div>
  )
}

function Group({ part }: { part: Extract<AnswerPart, { kind: 'group' }> }) {
  const { name } = useFormat()
  const range = readRange(part)
  if (range) return <Range part={part} {...range} />
  return (
    <div className="mt-2">
      <p className="eyebrow">{name(part.key)}</p>
      <div className="border-l-2 border-line pl-2.5">
        <Parts parts={part.parts} />
      </div>
    </div>
  )
}

function readRange({ parts }: Extract<AnswerPart, { kind: 'group' }>) {
  const of = (key: string) => parts.find((part) => part.key === key && part.kind === 'value')
  const [min, max] = [of('min'), of('max')]
  const isRange = (min || max) && parts.every(({ key }) => key === 'min' || key === 'max')
  if (!isRange) return null
  return { min: min?.kind === 'value' ? min.value : null, max: max?.kind === 'value' ? max.value : null }
}

function Range({ part, min, max }: { part: AnswerPart; min: Scalar; max: Scalar }) {
  const { t } = useMessages()
  const { name, say } = useFormat()
  const values = { min: say(part.key, min), max: say(part.key, max) }
  const text =
    min === null
      ? t('chat.key.upTo', values)
      : max === null
        ? t('chat.key.from', values)
        : t('chat.key.between', values)
  return (
    <dl>
      <div className="flex gap-3 py-1">
        <dt className="text-ink-2">{name(part.key)}</dt>
        <dd className="ml-auto text-right font-[560]">{text}</dd>
      </div>
    </dl>
  )
}

function Table({ part }: { part: Extract<AnswerPart, { kind: 'table' }> }) {
  const { t } = useMessages()
  const { name, say } = useFormat()
  const { key: partKey, columns, rows, leftOut } = part
  const [first = '', ...figures] = columns
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark, of which there would be many of one name
    <div tabIndex={0} role="group" aria-label={name(partKey)} className="mt-2 overflow-x-auto">
      <table className="w-full text-xs">
        <caption className="eyebrow text-left">{name(partKey)}</caption>
        <thead className="text-ink-3">
          <tr className="[&>th]:border-b [&>th]:border-line [&>th]:py-1 [&>th]:align-bottom [&>th]:font-normal [&>th+th]:pl-3">
            <th scope="col" className="text-left">
              {name(first)}
            </th>
            {figures.map((column) => (
              <th key={column} scope="col" className="text-right">
                {name(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer never move
              key={index}
              className="align-baseline [&>*]:border-b [&>*]:border-line/70 [&>*]:py-1 [&>td]:pl-3"
            >
              <th scope="row" className="text-left font-normal">
                {say(first, row[first] ?? null)}
              </th>
              {figures.map((column) => (
                <td key={column} className="text-right font-[560]">
                  {say(column, row[column] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut > 0 && <p className="py-1 text-ink-3">{t('chat.key.more', { count: leftOut })}</p>}
    </div>
  )
}
