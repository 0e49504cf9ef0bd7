import { getServiceHealth } from '#core/advisor/get-service-health.ts'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { listFinishedDrift } from '#core/advisor/list-finished-drift.ts'

/** What is served at the moment of a scrape. */
export interface ServedMetrics {
  modelVersion: string
  dataVersion: string
  clients: number
  /** Whether the served model has scored every client. */
  isScored: boolean
  pending: 'scoring' | 'refused' | null
  /** Of the reports that were asked for since the data or the model changed: none is computed for a scrape. */
  drift: { window: string; share: number; drifted: boolean }[]
}

/** @returns Null when the advisor can't answer. */
export async function readServedMetrics(advisors: AdvisorSource): Promise<ServedMetrics | null> {
  try {
    return await advisors.use(async (advisor) => {
      const { modelVersion, dataVersion, clients, pending } = await getServiceHealth(advisor)
      return {
        modelVersion,
        dataVersion,
        clients,
        isScored: pending?.state !== 'scoring',
        pending: pending?.state ?? null,
        drift: listFinishedDrift(advisor).map(({ current, dataset }) => ({
          window: current.name,
          share: dataset.share,
          drifted: dataset.drifted,
        })),
      }
    })
  } catch {
    // /healthz says why.
    return null
  }
}
