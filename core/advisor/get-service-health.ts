import type { ServiceHealth } from '../contracts/service-status.ts'
import { getServiceStatus } from './get-service-status.ts'
import type { AdvisorContext } from './open-advisor.ts'

/** What is served, and what is to be served next or why it can't be. For the operator. */
export async function getServiceHealth(advisor: AdvisorContext): Promise<ServiceHealth> {
  return { ...(await getServiceStatus(advisor)), pending: advisor.pending() }
}
