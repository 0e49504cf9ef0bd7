-- Grain: one row a credit with another lender, as the credit bureau reports it (credit_id). Input: bureau.
-- Time guard: a credit opened after the application (DAYS_CREDIT > 0), or whose state was reported after it
-- (DAYS_CREDIT_UPDATE > 0), is left out; a closing dated after it is null.
-- Quirks: a planned end over 40 years away means none; debts below zero (overpaid) stay as they are.
select
  SK_ID_CURR as client_id,
  SK_ID_BUREAU as credit_id,
  -DAYS_CREDIT as opened_days_ago,
  case when DAYS_CREDIT_ENDDATE between -14600 and 14600 then DAYS_CREDIT_ENDDATE end as planned_end_days,
  case when DAYS_ENDDATE_FACT between -14600 and 0 then -DAYS_ENDDATE_FACT end as closed_days_ago,
  -DAYS_CREDIT_UPDATE as updated_days_ago,
  CREDIT_TYPE as credit_type,
  cast(case when CREDIT_ACTIVE = 'Active' then 1 else 0 end as double) as is_active,
  cast(case when CREDIT_ACTIVE = 'Closed' then 1 else 0 end as double) as is_closed,
  cast(case when CREDIT_TYPE = 'Consumer credit' then 1 else 0 end as double) as is_consumer,
  cast(case when CREDIT_TYPE = 'Credit card' then 1 else 0 end as double) as is_card,
  cast(case when CREDIT_TYPE = 'Car loan' then 1 else 0 end as double) as is_car_loan,
  cast(case when CREDIT_TYPE = 'Mortgage' then 1 else 0 end as double) as is_mortgage,
  cast(case when CREDIT_TYPE = 'Microloan' then 1 else 0 end as double) as is_microloan,
  CNT_CREDIT_PROLONG as prolonged_count,
  CREDIT_DAY_OVERDUE as overdue_days,
  AMT_CREDIT_SUM as credit_amount,
  AMT_CREDIT_SUM_DEBT as debt_amount,
  AMT_CREDIT_SUM_LIMIT as limit_amount,
  AMT_CREDIT_SUM_OVERDUE as overdue_amount,
  AMT_CREDIT_MAX_OVERDUE as max_overdue_amount,
  AMT_ANNUITY as annuity_amount
from bureau
where DAYS_CREDIT <= 0 and coalesce(DAYS_CREDIT_UPDATE, 0) <= 0
