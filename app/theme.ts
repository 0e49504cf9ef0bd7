import { z } from 'zod'

/** `system` follows the device's colour scheme. */
export const themeSchema = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof themeSchema>
