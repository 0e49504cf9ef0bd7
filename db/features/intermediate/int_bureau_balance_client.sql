-- Grain: one row a client who has monthly records of a credit with another lender.
-- Inputs: int_bureau_balance_credit, stg_bureau. Time guard: held by both; records of a credit left out are left out.
select
  c.client_id,
  sum(m.month_count) as bureau_month_count,
  sum(m.late_month_count) / nullif(sum(m.graded_month_count), 0) as bureau_late_month_share,
  sum(m.late_month_count_12m) / nullif(sum(m.graded_month_count_12m), 0) as bureau_late_month_share_12m,
  sum(m.serious_month_count) as bureau_seriously_late_month_count,
  max(m.worst_late_level) as bureau_worst_late_level,
  max(m.worst_late_level_12m) as bureau_worst_late_level_12m,
  sum(m.recent_level_sum) / nullif(sum(m.recent_weight_sum), 0) as bureau_recent_late_level,
  avg(case when m.late_month_count > 0 then 1 else 0 end) as bureau_late_credit_share,
  min(m.last_late_months_ago) as bureau_last_late_months_ago,
  sum(m.unknown_month_count) / sum(m.month_count) as bureau_unknown_month_share
from int_bureau_balance_credit as m
inner join stg_bureau as c on c.credit_id = m.credit_id
group by c.client_id
