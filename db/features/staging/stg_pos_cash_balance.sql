-- Grain: one row a consumer or cash credit with this lender and month. Input: POS_CASH_balance.
-- Time guard: months after the application (MONTHS_BALANCE > 0) are left out.
-- Quirks: SK_DPD counts even forgotten cents for years; SK_DPD_DEF tolerates small debts, so it measures seriousness.
select
  SK_ID_CURR as client_id,
  SK_ID_PREV as contract_id,
  -MONTHS_BALANCE as months_ago,
  CNT_INSTALMENT as term_months,
  CNT_INSTALMENT_FUTURE as instalments_left,
  cast(case when NAME_CONTRACT_STATUS = 'Active' then 1 else 0 end as double) as is_active,
  cast(case when NAME_CONTRACT_STATUS = 'Completed' then 1 else 0 end as double) as is_completed,
  SK_DPD_DEF as days_late,
  cast(case when SK_DPD > 0 then 1 when SK_DPD = 0 then 0 end as double) as is_late,
  cast(case when SK_DPD_DEF > 0 then 1 when SK_DPD_DEF = 0 then 0 end as double) as is_late_beyond_tolerance
from POS_CASH_balance
where MONTHS_BALANCE <= 0
