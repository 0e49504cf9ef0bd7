import type { ClientField } from '#core/contracts/client-profile.ts'

/** Per descriptive field, the words for each of the data's own values, in the page's language. */
export type CategoryLabels = Partial<Record<ClientField, Record<string, string>>>
