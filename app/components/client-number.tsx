import { groupDigits } from '../format/create-formatters.ts'

/** A client's number in groups of three, spaced by style alone: copied, it is the bare number. */
export function ClientNumber({ clientId }: { clientId: number }) {
  const groups = groupDigits(String(clientId)).split('\u202f')
  return (
    <span className="whitespace-nowrap tabular-nums">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one number never move
        <span key={index} className={index > 0 ? 'ml-[0.22em]' : undefined}>
          {group}
        </span>
      ))}
    </span>
  )
}
