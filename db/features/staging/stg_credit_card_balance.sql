-- Grain: one row a credit card with this lender and month. Input: credit_card_balance.
-- Time guard: months after the application (MONTHS_BALANCE > 0) are left out.
-- Quirks: a limit of 0 means that the card is not open, so there is no utilisation; balances below zero are overpaid.
select
  SK_ID_CURR as client_id,
  SK_ID_PREV as contract_id,
  -MONTHS_BALANCE as months_ago,
  AMT_BALANCE as balance_amount,
  AMT_CREDIT_LIMIT_ACTUAL as limit_amount,
  AMT_BALANCE / nullif(AMT_CREDIT_LIMIT_ACTUAL, 0) as utilisation,
  AMT_DRAWINGS_CURRENT as drawing_amount,
  AMT_DRAWINGS_ATM_CURRENT as atm_drawing_amount,
  CNT_DRAWINGS_CURRENT as drawing_count,
  CNT_DRAWINGS_ATM_CURRENT as atm_drawing_count,
  AMT_INST_MIN_REGULARITY as minimum_amount,
  AMT_PAYMENT_CURRENT as payment_amount,
  cast(case when AMT_INST_MIN_REGULARITY > 0 and AMT_PAYMENT_CURRENT is not null
    then case when AMT_PAYMENT_CURRENT < AMT_INST_MIN_REGULARITY then 1 else 0 end end as double) as is_below_minimum,
  cast(case when AMT_BALANCE > AMT_CREDIT_LIMIT_ACTUAL then 1 when AMT_BALANCE is not null then 0 end as double)
    as is_over_limit,
  cast(case when AMT_BALANCE > 0 or AMT_DRAWINGS_CURRENT > 0 then 0
    when AMT_BALANCE is not null and AMT_DRAWINGS_CURRENT is not null then 1 end as double) as is_idle,
  SK_DPD_DEF as days_late,
  cast(case when SK_DPD > 0 then 1 when SK_DPD = 0 then 0 end as double) as is_late
from credit_card_balance
where MONTHS_BALANCE <= 0
