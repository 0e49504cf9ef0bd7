/** Groups of the palette, in the order in which it shows them. */
export const commandGroups = ['client', 'go', 'preferences'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something that the palette does. */
export interface Command {
  id: string
  group: CommandGroup
  /** What it does, in the page's language. */
  label: string
  /** Other words by which it is found. */
  synonyms?: string
  /** The keys that do the same without the palette, as they are pressed one after another. */
  keys?: readonly string[]
  run(): void
}
