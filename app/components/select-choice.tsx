import { useMessages } from './use-messages.ts'

interface SelectChoiceProps {
  name: string
  label: string
  /** The chosen value; anything when empty or not given. */
  chosen: string | undefined
  options: [value: string, label: string][]
  className?: string
}

/** One value out of several, or any of them, in a form that is sent. */
export function SelectChoice({ name, label, chosen, options, className = '' }: SelectChoiceProps) {
  const { t } = useMessages()
  return (
    <label className={`block min-w-0 cursor-auto ${className}`.trim()}>
      <span className="eyebrow mb-1 block">{label}</span>
      <select name={name} defaultValue={chosen ?? ''} className="field">
        <option value="">{t('filter.any')}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
