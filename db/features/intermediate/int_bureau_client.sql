-- Grain: one row a client who has a credit with another lender. Input: stg_bureau. Time guard: held by stg_bureau.
-- A closed credit counts as no active debt; where no credit states a figure, its sum is null.
select
  client_id,
  cast(count(*) as double) as bureau_credit_count,
  sum(is_active) as bureau_active_count,
  avg(is_active) as bureau_active_share,
  cast(count(distinct credit_type) as double) as bureau_credit_type_count,
  sum(is_active * is_card) as bureau_active_card_count,
  sum(is_mortgage) as bureau_mortgage_count,
  sum(is_microloan) as bureau_microloan_count,
  min(opened_days_ago) as bureau_last_opened_days_ago,
  max(opened_days_ago) as bureau_first_opened_days_ago,
  avg(opened_days_ago) as bureau_mean_opened_days_ago,
  min(case when is_active = 1 then opened_days_ago end) as bureau_active_last_opened_days_ago,
  avg(case when is_active = 1 then opened_days_ago end) as bureau_active_mean_opened_days_ago,
  (max(opened_days_ago) - min(opened_days_ago)) / nullif(count(*) - 1, 0) as bureau_opening_interval_days,
  cast(count(case when opened_days_ago <= 180 then 1 end) as double) as bureau_opened_count_180d,
  cast(count(case when opened_days_ago <= 365 then 1 end) as double) as bureau_opened_count_365d,
  sum(case when opened_days_ago <= 365 then credit_amount else 0 end) as bureau_opened_amount_365d,
  min(closed_days_ago) as bureau_last_closed_days_ago,
  avg(case when is_closed = 1 then planned_end_days + closed_days_ago end) as bureau_early_closing_mean_days,
  max(case when is_active = 1 then planned_end_days end) as bureau_active_longest_remaining_days,
  avg(case when is_active = 1 then planned_end_days end) as bureau_active_mean_remaining_days,
  avg(planned_end_days + opened_days_ago) as bureau_mean_term_days,
  sum(credit_amount) as bureau_credit_amount,
  avg(credit_amount) as bureau_mean_credit_amount,
  max(credit_amount) as bureau_largest_credit_amount,
  sum(case when is_active = 1 then credit_amount else 0 end) as bureau_active_credit_amount,
  sum(case when is_active = 1 then debt_amount else 0 end) as bureau_debt_amount,
  max(case when is_active = 1 then debt_amount / nullif(credit_amount, 0) end) as bureau_largest_debt_to_credit_ratio,
  sum(case when debt_amount is not null then debt_amount end)
    / nullif(sum(case when debt_amount is not null then credit_amount end), 0) as bureau_debt_to_credit_ratio,
  sum(case when is_active = 1 then debt_amount end)
    / nullif(sum(case when is_active = 1 and debt_amount is not null then credit_amount end), 0)
    as bureau_active_debt_to_credit_ratio,
  sum(case when is_card = 1 and is_active = 1 then debt_amount end)
    / nullif(sum(case when is_card = 1 and is_active = 1 and debt_amount is not null then credit_amount end), 0)
    as bureau_card_debt_to_credit_ratio,
  sum(case when is_active = 1 then limit_amount else 0 end) as bureau_unused_limit_amount,
  sum(overdue_amount) as bureau_overdue_amount,
  max(max_overdue_amount) as bureau_largest_overdue_amount,
  sum(case when is_active = 1 then annuity_amount else 0 end) as bureau_annuity_amount,
  sum(case when is_active = 1 and planned_end_days > 0
    then debt_amount / case when planned_end_days > 30 then planned_end_days / 30.4375 else 1 end else 0 end)
    as bureau_monthly_burden_amount,
  min(updated_days_ago) as bureau_last_update_days_ago,
  avg(updated_days_ago) as bureau_mean_update_days_ago
from stg_bureau
group by client_id
