-- Grain: one row a client who has monthly records of a consumer or cash credit with this lender.
-- Input: int_pos_contract. Time guard: held by stg_pos_cash_balance.
select
  client_id,
  cast(count(*) as double) as pos_contract_count,
  sum(is_open) as pos_open_contract_count,
  sum(month_count) as pos_month_count,
  sum(late_month_count) / sum(month_count) as pos_late_month_share,
  sum(late_month_count_12m) / nullif(sum(month_count_12m), 0) as pos_late_month_share_12m,
  sum(late_month_count_12m) / nullif(sum(month_count_12m), 0) - sum(late_month_count) / sum(month_count)
    as pos_late_share_change,
  sum(recent_late_sum) / nullif(sum(recent_weight_sum), 0) as pos_recent_late_share,
  sum(seriously_late_month_count) / sum(month_count) as pos_seriously_late_month_share,
  max(longest_days_late_12m) as pos_longest_days_late_12m,
  max(longest_days_late) as pos_longest_days_late,
  min(last_late_months_ago) as pos_last_late_months_ago,
  min(last_months_ago) as pos_last_month_months_ago,
  min(completed_months_ago) as pos_last_completed_months_ago,
  sum(is_open * latest_instalments_left) as pos_instalments_left_count,
  avg(case when is_open = 1 then latest_instalments_left / nullif(longest_term_months, 0) end)
    as pos_open_mean_left_share,
  avg(case when is_completed = 1 then month_count / nullif(longest_term_months, 0) end) as pos_completed_mean_used_share,
  avg(case when is_completed = 1 then case when month_count < longest_term_months then 1 else 0 end end)
    as pos_completed_early_share
from int_pos_contract
group by client_id
