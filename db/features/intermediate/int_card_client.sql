-- Grain: one row a client who has monthly records of a credit card with this lender. Input: stg_credit_card_balance.
-- Time guard: held by stg_credit_card_balance. Month 0 is that of the application; the last 12 are those up to 12 ago.
select
  client_id,
  cast(count(*) as double) as card_month_count,
  max(limit_amount) as card_largest_limit_amount,
  avg(case when months_ago <= 3 then balance_amount end) as card_mean_balance_amount_3m,
  max(balance_amount) as card_largest_balance_amount,
  avg(utilisation) as card_mean_utilisation,
  avg(case when months_ago <= 3 then utilisation end) as card_mean_utilisation_3m,
  avg(case when months_ago <= 12 then utilisation end) as card_mean_utilisation_12m,
  max(utilisation) as card_highest_utilisation,
  avg(case when months_ago <= 3 then utilisation end) - avg(utilisation) as card_utilisation_change,
  avg(is_over_limit) as card_over_limit_month_share,
  avg(is_idle) as card_idle_month_share,
  avg(drawing_amount) as card_mean_drawing_amount,
  avg(case when months_ago <= 12 then drawing_count end) as card_mean_drawing_count_12m,
  avg(atm_drawing_count) as card_mean_atm_drawing_count,
  avg(case when months_ago <= 12 then atm_drawing_amount end) as card_mean_atm_drawing_amount_12m,
  sum(case when months_ago <= 12 then drawing_amount end)
    / nullif(sum(case when months_ago <= 12 and drawing_amount is not null then limit_amount end), 0)
    as card_drawing_to_limit_ratio_12m,
  sum(atm_drawing_amount) / nullif(sum(case when atm_drawing_amount is not null then drawing_amount end), 0)
    as card_atm_drawing_share,
  sum(payment_amount) / nullif(sum(case when payment_amount is not null then minimum_amount end), 0)
    as card_payment_to_minimum_ratio,
  sum(case when months_ago <= 12 then payment_amount end)
    / nullif(sum(case when months_ago <= 12 and payment_amount is not null then minimum_amount end), 0)
    as card_payment_to_minimum_ratio_12m,
  avg(is_below_minimum) as card_below_minimum_month_share,
  avg(is_late) as card_late_month_share,
  avg(case when months_ago <= 12 then is_late end) as card_late_month_share_12m,
  max(days_late) as card_longest_days_late
from stg_credit_card_balance
group by client_id
