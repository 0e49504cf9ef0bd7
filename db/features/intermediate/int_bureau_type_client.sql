-- Grain: one row a client who has a credit with another lender: by type of credit, and what went wrong with credits.
-- Input: stg_bureau. Time guard: held by stg_bureau. A client without a credit of a type has no such debt (0), but no
-- ratio of it (null).
select
  client_id,
  sum(is_car_loan) as bureau_car_loan_count,
  sum(is_microloan * is_active) as bureau_active_microloan_count,
  avg(case when is_mortgage = 1 or is_car_loan = 1 then 1 else 0 end) as bureau_secured_share,
  sum(case when is_consumer = 1 and is_active = 1 then debt_amount else 0 end) as bureau_consumer_debt_amount,
  sum(case when is_card = 1 and is_active = 1 then debt_amount else 0 end) as bureau_card_debt_amount,
  sum(case when is_mortgage = 1 and is_active = 1 then debt_amount else 0 end) as bureau_mortgage_debt_amount,
  sum(case when is_consumer = 1 and is_active = 1 then debt_amount end)
    / nullif(sum(case when is_consumer = 1 and is_active = 1 and debt_amount is not null then credit_amount end), 0)
    as bureau_consumer_debt_to_credit_ratio,
  max(case when is_card = 1 then max_overdue_amount end) as bureau_card_largest_overdue_amount,
  sum(prolonged_count) as bureau_prolonged_count,
  cast(count(case when overdue_days > 0 then 1 end) as double) as bureau_overdue_credit_count,
  avg(case when max_overdue_amount > 0 then 1 when max_overdue_amount is not null then 0 end)
    as bureau_ever_overdue_share,
  avg(case when is_closed = 1 then opened_days_ago - closed_days_ago end) as bureau_closed_mean_duration_days,
  cast(count(case when is_active = 1 and planned_end_days < 0 then 1 end) as double) as bureau_past_end_active_count
from stg_bureau
group by client_id
