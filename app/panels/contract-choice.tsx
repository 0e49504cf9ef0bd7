import { useMessages } from '../components/use-messages.ts'

interface ContractChoiceProps {
  present: string | null
  shown: string | null
  options: [value: string, label: string][]
  onChange(contractType: string): void
}

/** The type of contract in the what-if; nothing to choose where the application does not say it. */
export function ContractChoice({ present, shown, options, onChange }: ContractChoiceProps) {
  const { t } = useMessages()
  if (present === null || options.length < 2) return null
  return (
    <label className="flex cursor-auto flex-wrap items-center gap-x-4 gap-y-1">
      <span>{t('field.contractType')}</span>
      <select
        name="contractType"
        value={shown ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="field ml-auto max-w-64"
      >
        {options.map(([contractType, label]) => (
          <option key={contractType} value={contractType}>
            {contractType === present ? t('whatIf.asNow', { label }) : label}
          </option>
        ))}
      </select>
    </label>
  )
}
