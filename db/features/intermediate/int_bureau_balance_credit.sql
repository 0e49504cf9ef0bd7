-- Grain: one row a credit with another lender that has monthly records. Input: stg_bureau_balance.
-- Time guard: held by stg_bureau_balance. Month 0 is that of the application, so the last 12 are 0 to 11.
-- A month weighs 1 ÷ (1 + months ago) in the recent level of lateness.
select
  credit_id,
  cast(count(*) as double) as month_count,
  cast(count(late_level) as double) as graded_month_count,
  cast(count(case when months_ago < 12 then late_level end) as double) as graded_month_count_12m,
  sum(is_late) as late_month_count,
  sum(case when months_ago < 12 then is_late else 0 end) as late_month_count_12m,
  sum(is_unknown) as unknown_month_count,
  cast(count(case when late_level >= 2 then 1 end) as double) as serious_month_count,
  max(late_level) as worst_late_level,
  max(case when months_ago < 12 then late_level end) as worst_late_level_12m,
  sum(late_level / (1 + months_ago)) as recent_level_sum,
  sum(case when late_level is not null then 1 / (1 + months_ago) end) as recent_weight_sum,
  min(case when is_late = 1 then months_ago end) as last_late_months_ago
from stg_bureau_balance
group by credit_id
