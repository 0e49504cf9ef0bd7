import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { rawTableNames } from '../raw-schema.ts'
import { generateDemo } from './generate-demo.ts'

const clients = 2000
const dataDir = mkdtempSync(join(tmpdir(), 'demo-histories-'))
let duckDb: DuckDb

beforeAll(async () => {
  await generateDemo({ dataDir, clients, seed: 11, threads: 2 })
  duckDb = await openDuckDb()
  for (const table of rawTableNames) {
    await duckDb.connection.run(
      `create view ${table} as from read_parquet('${join(dataDir, 'raw', table)}.parquet')`,
    )
  }
  await duckDb.connection.run(
    'create view application as from application_train union all by name from application_test',
  )
})
afterAll(() => {
  duckDb?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function figure(sql: string): Promise<number> {
  const [row] = await duckDb.rows<{ figure: number }>(`select (${sql})::double as figure`)
  return row?.figure ?? Number.NaN
}
const count = (rows: string) => figure(`select count(*) from ${rows}`)

describe('clients of the demo', () => {
  it('share one space of ids, each in one window, 13.7 % in the test window', async () => {
    expect(await figure('select count(distinct SK_ID_CURR) from application')).toBe(clients)
    expect(await figure('select min(SK_ID_CURR) from application')).toBe(100_001)
    expect(await count('application_test')).toBe(Math.round((clients * 48_744) / 356_255))
    expect(
      await count(
        'application_test where SK_ID_CURR < (select min(SK_ID_CURR) + 100 from application_train)',
      ),
    ).toBeGreaterThan(0)
  })

  it('default at about 8 %, more often the lower their external scores', async () => {
    const rate = await figure('select avg(TARGET) from application_train')
    expect(rate).toBeGreaterThan(0.07)
    expect(rate).toBeLessThan(0.095)
    const scores = 'select avg(TARGET) from application_train where EXT_SOURCE_2 + EXT_SOURCE_3'
    expect(await figure(`${scores} < 0.8`)).toBeGreaterThan(3 * (await figure(`${scores} > 1.2`)))
  })

  it("keep Kaggle's quirks: pensioners employed for 365243 days at XNA, a car's age only with a car", async () => {
    expect(
      await count(`application where (DAYS_EMPLOYED = 365243) <> (ORGANIZATION_TYPE = 'XNA')
        or (DAYS_EMPLOYED = 365243) <> (FLAG_EMP_PHONE = 0) or (OWN_CAR_AGE is not null) and FLAG_OWN_CAR = 'N'`),
    ).toBe(0)
    expect(await count(`application where DAYS_EMPLOYED = 365243 and NAME_INCOME_TYPE <> 'Pensioner'`)).toBe(
      0,
    )
    expect(await count('application where APARTMENTS_AVG is null and APARTMENTS_MODE is not null')).toBe(0)
    expect(
      await figure('select avg((fmod(AMT_GOODS_PRICE, 4500) = 0)::integer) from application'),
    ).toBeGreaterThan(0.9)
  })
})

describe('histories of the demo', () => {
  it('are never dated after the application', async () => {
    expect(
      await count('bureau where DAYS_CREDIT > 0 or DAYS_ENDDATE_FACT > 0 or DAYS_CREDIT_UPDATE > 0'),
    ).toBe(0)
    expect(await count('bureau_balance where MONTHS_BALANCE > 0')).toBe(0)
    expect(
      await count(`previous_application where DAYS_DECISION >= 0 or DAYS_TERMINATION between 0 and 365242
        or DAYS_LAST_DUE between 0 and 365242`),
    ).toBe(0)
    expect(await count('POS_CASH_balance where MONTHS_BALANCE >= 0')).toBe(0)
    expect(await count('credit_card_balance where MONTHS_BALANCE >= 0')).toBe(0)
    expect(await count('installments_payments where DAYS_INSTALMENT >= 0 or DAYS_ENTRY_PAYMENT >= 0')).toBe(0)
  })

  it('belong to clients and contracts that exist, under ids of their own', async () => {
    for (const table of rawTableNames.slice(2)) {
      if (table === 'bureau_balance') continue
      expect([table, await count(`${table} anti join application using (SK_ID_CURR)`)]).toEqual([table, 0])
    }
    expect(await count('bureau_balance anti join bureau using (SK_ID_BUREAU)')).toBe(0)
    expect(await figure('select count(*) - count(distinct SK_ID_BUREAU) from bureau')).toBe(0)
    expect(await figure('select count(*) - count(distinct SK_ID_PREV) from previous_application')).toBe(0)
    expect(
      await count(
        'POS_CASH_balance b join previous_application p using (SK_ID_PREV) where b.SK_ID_CURR <> p.SK_ID_CURR',
      ),
    ).toBe(0)
  })

  it('follow from approved applications alone', async () => {
    for (const table of ['POS_CASH_balance', 'credit_card_balance', 'installments_payments']) {
      expect(
        await count(
          `${table} join previous_application p using (SK_ID_PREV) where p.NAME_CONTRACT_STATUS <> 'Approved'`,
        ),
      ).toBe(0)
    }
  })

  it("keep a loan's months, term and instalments together", async () => {
    expect(
      await count(`POS_CASH_balance b join previous_application p using (SK_ID_PREV)
        where b.MONTHS_BALANCE < round(p.DAYS_DECISION / 30.4) or CNT_INSTALMENT > p.CNT_PAYMENT`),
    ).toBe(0)
    expect(
      await count(`installments_payments i join previous_application p using (SK_ID_PREV)
        where NUM_INSTALMENT_VERSION = 1 and (AMT_INSTALMENT <> AMT_ANNUITY
        or DAYS_INSTALMENT <> DAYS_FIRST_DUE + 30 * (NUM_INSTALMENT_NUMBER - 1) or NUM_INSTALMENT_NUMBER > CNT_PAYMENT)`),
    ).toBe(0)
    expect(
      await count(`(select SK_ID_PREV, NUM_INSTALMENT_NUMBER from installments_payments
        where AMT_PAYMENT is not null group by all having abs(sum(AMT_PAYMENT) - max(AMT_INSTALMENT)) > 0.01)`),
    ).toBeLessThan(100)
  })

  it("close a credit's months when the credit is closed", async () => {
    expect(
      await count(`bureau_balance join bureau using (SK_ID_BUREAU)
        where STATUS = 'C' and (CREDIT_ACTIVE = 'Active' or MONTHS_BALANCE < floor(DAYS_ENDDATE_FACT / 30.4))`),
    ).toBe(0)
    expect(
      await count(`bureau where CREDIT_ACTIVE = 'Active' and DAYS_ENDDATE_FACT is not null
        or DAYS_ENDDATE_FACT < DAYS_CREDIT or DAYS_CREDIT_UPDATE < DAYS_CREDIT`),
    ).toBe(0)
  })

  it('show late payers later in every table', async () => {
    const late = `select corr(pos, paid) from
      (select SK_ID_CURR, avg((SK_DPD > 0)::integer) as pos from POS_CASH_balance group by 1)
      join (select SK_ID_CURR, avg((DAYS_ENTRY_PAYMENT > DAYS_INSTALMENT)::integer) as paid
        from installments_payments group by 1) using (SK_ID_CURR)`
    expect(await figure(late)).toBeGreaterThan(0.03)
  })
})
