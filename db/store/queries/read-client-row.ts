import { eq, sql } from 'drizzle-orm'
import { keepPerStore } from '../keep-per-store.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { clientScores, clients } from '../schema.ts'

/** A client in one line, with the current model's score. */
export interface StoredClientRow {
  clientId: number
  window: string
  probabilityOfDefault: number
  advice: 'grant' | 'review' | 'refuse'
  riskClass: 'A' | 'B' | 'C' | 'D' | 'E'
  creditAmount: number | null
  annualIncomeAmount: number | null
  ageYears: number | null
  contractType: string | null
  incomeType: string | null
  occupationType: string | null
}

/** The line of a client that is known to be in the store and scored. */
export function readClientRow(store: FeatureStore, clientId: number): StoredClientRow {
  const read = keepPerStore(store, 'read-client-row', () =>
    store.orm
      .select({
        clientId: clients.clientId,
        window: clients.window,
        probabilityOfDefault: clientScores.probabilityOfDefault,
        advice: clientScores.advice,
        riskClass: clientScores.riskClass,
        creditAmount: clients.creditAmount,
        annualIncomeAmount: clients.annualIncomeAmount,
        ageYears: clients.ageYears,
        contractType: clients.contractType,
        incomeType: clients.incomeType,
        occupationType: clients.occupationType,
      })
      .from(clients)
      .innerJoin(clientScores, eq(clientScores.clientId, clients.clientId))
      .where(eq(clients.clientId, sql.placeholder('clientId')))
      .prepare(),
  )
  const row = read.get({ clientId })
  if (!row) throw new Error(`Client ${clientId} has no line: it is unknown or not scored.`)
  return row
}
