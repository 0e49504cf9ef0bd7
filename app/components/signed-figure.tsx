import { Icon } from './icon.tsx'

interface SignedFigureProps {
  /** The figure with its sign. */
  text: string
  isUp: boolean
  isFor: boolean
}

/** A figure that speaks for or against the client: sign and arrow carry what the colour repeats. */
export function SignedFigure({ text, isUp, isFor }: SignedFigureProps) {
  return (
    <span
      className={`inline-flex items-center justify-end gap-1.5 font-[580] whitespace-nowrap tabular-nums ${isFor ? 'text-good' : 'text-bad'}`}
    >
      <Icon name={isUp ? 'up' : 'down'} className="size-2.5" />
      {text}
    </span>
  )
}
