-- Grain: one row an instalment (its payments added up) of a credit with this lender. Input: stg_installments_payments.
-- Time guard: held by stg_installments_payments.
-- days_late counts from the due day to the last payment (below zero when early), or to the application when nothing was
-- paid. Underpaid means less than 99 %, which forgives rounding.
with instalments as (
  select
    client_id,
    contract_id,
    schedule_version,
    instalment_number,
    max(due_days_ago) as due_days_ago,
    max(due_amount) as due_amount,
    sum(paid_amount) as paid_amount,
    min(paid_days_ago) as last_paid_days_ago,
    count(paid_days_ago) as payment_count
  from stg_installments_payments
  group by client_id, contract_id, schedule_version, instalment_number
),
measured as (
  select
    *,
    cast(case when schedule_version = 0 then 1 else 0 end as double) as is_card,
    cast(case when coalesce(paid_amount, 0) < 0.99 * due_amount then 1 else 0 end as double) as is_underpaid,
    cast(case when payment_count > 1 then 1 else 0 end as double) as is_in_parts
  from instalments
)
select
  client_id,
  contract_id,
  instalment_number,
  due_days_ago,
  due_amount,
  paid_amount,
  last_paid_days_ago,
  is_card,
  is_underpaid,
  is_in_parts,
  case when is_underpaid = 1 then due_amount - coalesce(paid_amount, 0) else 0 end as shortfall_amount,
  due_days_ago - coalesce(last_paid_days_ago, 0) as days_late
from measured
