/** Keys to press one after another, as they are written on the keyboard. */
export function KeyCaps({ keys }: { keys: readonly string[] }) {
  return (
    <span className="flex gap-1">
      {keys.map((key, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never move
          key={index}
          className="grid h-5 min-w-5 place-items-center rounded border border-line bg-paper px-1.5 font-sans text-2xs text-ink-2"
        >
          {key.length === 1 ? key.toUpperCase() : key}
        </kbd>
      ))}
    </span>
  )
}
