-- Grain: one row a client who has a credit with another lender: the last 1, 3 and 5 opened.
-- Input: stg_bureau. Time guard: held by stg_bureau. Ties in the opening day: the smaller credit_id comes first.
with ranked as (
  select *, row_number() over (partition by client_id order by opened_days_ago, credit_id) as recency
  from stg_bureau
)
select
  client_id,
  max(case when recency = 1 then credit_amount end) as bureau_last_credit_amount,
  max(case when recency = 1 then planned_end_days + opened_days_ago end) as bureau_last_term_days,
  max(case when recency = 2 then opened_days_ago end) - min(opened_days_ago) as bureau_last_interval_days,
  avg(case when recency <= 3 then opened_days_ago end) as bureau_last3_mean_opened_days_ago,
  avg(case when recency <= 3 then credit_amount end) as bureau_last3_mean_credit_amount,
  sum(case when recency <= 3 then debt_amount end)
    / nullif(sum(case when recency <= 3 and debt_amount is not null then credit_amount end), 0)
    as bureau_last3_debt_to_credit_ratio,
  avg(case when recency <= 5 then is_active end) as bureau_last5_active_share,
  max(case when recency <= 5 then max_overdue_amount end) as bureau_last5_largest_overdue_amount,
  sum(case when recency <= 5 then debt_amount end)
    / nullif(sum(case when recency <= 5 and debt_amount is not null then credit_amount end), 0)
    as bureau_last5_debt_to_credit_ratio
from ranked
where recency <= 5
group by client_id
