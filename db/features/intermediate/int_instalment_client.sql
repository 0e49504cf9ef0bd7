-- Grain: one row a client who had an instalment due with this lender. Input: int_instalment.
-- Time guard: held by stg_installments_payments. Lateness counts only days after the due day; delay counts both ways.
-- An instalment due d days ago weighs 30 ÷ (30 + d) in the recent lateness.
with instalments as (
  select
    *,
    case when days_late > 0 then days_late else 0 end as lateness,
    cast(case when days_late > 0 then 1 else 0 end as double) as is_late,
    cast(case when days_late > 30 then 1 else 0 end as double) as is_late_30d,
    30 / (30 + due_days_ago) as recency_weight
  from int_instalment
)
select
  client_id,
  cast(count(*) as double) as instalment_count,
  avg(is_late) as instalment_late_share,
  avg(case when due_days_ago <= 90 then is_late end) as instalment_late_share_90d,
  avg(case when due_days_ago <= 365 then is_late end) as instalment_late_share_365d,
  avg(is_late_30d) as instalment_late_over_30d_share,
  avg(lateness) as instalment_mean_days_late,
  avg(case when due_days_ago <= 60 then lateness end) as instalment_mean_days_late_60d,
  avg(case when due_days_ago <= 90 then lateness end) as instalment_mean_days_late_90d,
  avg(case when due_days_ago <= 180 then lateness end) as instalment_mean_days_late_180d,
  avg(case when due_days_ago <= 365 then lateness end) as instalment_mean_days_late_365d,
  sum(lateness * recency_weight) / nullif(sum(recency_weight), 0) as instalment_recent_mean_days_late,
  sum(lateness * due_amount) / nullif(sum(due_amount), 0) as instalment_amount_weighted_days_late,
  max(lateness) as instalment_longest_days_late,
  min(case when is_late = 1 then due_days_ago end) as instalment_last_late_days_ago,
  avg(days_late) as instalment_mean_delay_days,
  avg(case when due_days_ago <= 365 then days_late end) as instalment_mean_delay_days_365d,
  avg(case when due_days_ago <= 180 then days_late end) - avg(days_late) as instalment_delay_change_days,
  stddev_pop(days_late) as instalment_delay_deviation_days,
  avg(is_underpaid) as instalment_underpaid_share,
  avg(case when due_days_ago <= 365 then is_underpaid end) as instalment_underpaid_share_365d,
  avg(is_in_parts) as instalment_in_parts_share,
  sum(shortfall_amount) as instalment_shortfall_amount,
  sum(case when due_days_ago <= 365 then shortfall_amount else 0 end) as instalment_shortfall_amount_365d,
  avg(case when instalment_number <= 3 and is_card = 0 then is_late end) as instalment_first3_late_share,
  max(case when is_card = 0 then paid_amount end) as instalment_largest_paid_amount,
  sum(case when due_days_ago <= 365 then paid_amount else 0 end) as instalment_paid_amount_365d,
  min(last_paid_days_ago) as instalment_last_paid_days_ago
from instalments
group by client_id
