-- Grain: one row a consumer or cash credit with this lender that has monthly records. Input: stg_pos_cash_balance.
-- Time guard: held by stg_pos_cash_balance.
-- The latest month's figure is found in one pass: of the keys 1000 × months ago + figure the least holds it (terms stay
-- far below 1000), and two records of one month give the smaller figure. A month weighs 1 ÷ (1 + months ago) in the
-- recent lateness.
with contracts as (
  select
    client_id,
    contract_id,
    cast(count(*) as double) as month_count,
    min(months_ago) as last_months_ago,
    sum(is_late) as late_month_count,
    sum(case when months_ago <= 12 then is_late else 0 end) as late_month_count_12m,
    cast(count(case when months_ago <= 12 then 1 end) as double) as month_count_12m,
    sum(is_late_beyond_tolerance) as seriously_late_month_count,
    max(case when months_ago <= 12 then days_late end) as longest_days_late_12m,
    max(days_late) as longest_days_late,
    sum(is_late / (1 + months_ago)) as recent_late_sum,
    sum(case when is_late is not null then 1 / (1 + months_ago) end) as recent_weight_sum,
    min(case when is_late = 1 then months_ago end) as last_late_months_ago,
    max(term_months) as longest_term_months,
    max(is_completed) as is_completed,
    min(case when is_completed = 1 then months_ago end) as completed_months_ago,
    min(1000 * months_ago + instalments_left) as latest_left_key,
    min(1000 * months_ago + (1 - is_active)) as latest_inactive_key
  from stg_pos_cash_balance
  group by client_id, contract_id
)
select
  *,
  latest_left_key - 1000 * floor(latest_left_key / 1000) as latest_instalments_left,
  cast(case when is_completed = 0 and latest_inactive_key = 1000 * floor(latest_inactive_key / 1000) then 1 else 0 end
    as double) as is_open
from contracts
