import { allPrompts } from './all-prompts.ts'

/** What `prompts/list` answers. */
export function listPromptDefinitions() {
  return allPrompts.map(({ name, title, description, arguments: all }) => ({
    name,
    title,
    description,
    arguments: all.map(({ name, description, required }) => ({ name, description, required })),
  }))
}
