/** What kinds of answers are kept, by the function that gave them. */
export const auditedKinds = [
  'score',
  'explanation',
  'comparison',
  'simulation',
  'suggestions',
  'file',
  'profile',
  'search',
  'list',
] as const
export type AuditedKind = (typeof auditedKinds)[number]

/** Kind of what a look into the log leaves behind: which entry was shown. */
export const lookKind = 'entry' as const
export type AuditKindShown = AuditedKind | typeof lookKind

/** An answer about clients, with all that it was computed from. */
export interface ShownAnswer {
  kind: AuditKindShown
  /** Null for an answer about several clients. */
  clientId: number | null
  /** As its contract parsed it: asked again, it gives the same answer. */
  input: object
  answer: object
}

export interface ComputedAnswer extends ShownAnswer {
  model: { version: string; sha256: string; bundleSha256: string }
  dataVersion: string
  /** All features of the client as they were before any change; null for an answer about several clients. */
  featureRow: Float32Array | null
}

/** Keeps what is shown to one person or program through one door. */
export interface AuditRecorder {
  /**
   * Settles once the answer is kept, whatever then ends the process; only after that may it leave.
   *
   * @throws AdvisorError AUDIT_UNAVAILABLE: the answer must not be shown.
   */
  record(computed: ComputedAnswer): Promise<void>
}

/** For answers that are shown to nobody: the program's own scoring, benches, tests. Doors bind a recorder of theirs. */
export const unrecorded: AuditRecorder = { record: async () => {} }
