-- Grain: one row a client who applied to this lender before: the last 1, 3 and 5 applications.
-- Input: stg_previous_application. Time guard: held by it. Ties in the decision day: the larger application_id is later.
with ranked as (
  select *, row_number() over (partition by client_id order by decided_days_ago, application_id desc) as recency
  from stg_previous_application
)
select
  client_id,
  max(case when recency = 1 then product_code end) as previous_last_product_code,
  max(case when recency = 1 then status_code end) as previous_last_status_code,
  max(case when recency = 1 then yield_code end) as previous_last_yield_code,
  max(case when recency = 1 then client_type_code end) as previous_last_client_type_code,
  max(case when recency = 1 then channel_code end) as previous_last_channel_code,
  max(case when recency = 1 then companion_code end) as previous_last_companion_code,
  max(case when recency = 1 then asked_amount end) as previous_last_asked_amount,
  max(case when recency = 1 then credit_amount end) as previous_last_credit_amount,
  max(case when recency = 1 then annuity_amount end) as previous_last_annuity_amount,
  max(case when recency = 1 then credit_to_asked_ratio end) as previous_last_credit_to_asked_ratio,
  max(case when recency = 1 then down_payment_share end) as previous_last_down_payment_share,
  max(case when recency = 1 then term_months end) as previous_last_term_months,
  max(case when recency = 1 then implied_rate end) as previous_last_implied_rate,
  avg(case when recency <= 3 then is_refused end) as previous_last3_refused_share,
  avg(case when recency <= 3 then product_code end) as previous_last3_mean_product_code,
  avg(case when recency <= 3 then implied_rate end) as previous_last3_mean_implied_rate,
  avg(case when recency <= 3 then down_payment_share end) as previous_last3_mean_down_payment_share,
  avg(case when recency <= 3 then term_months end) as previous_last3_mean_term_months,
  avg(is_refused) as previous_last5_refused_share,
  avg(product_code) as previous_last5_mean_product_code,
  avg(implied_rate) as previous_last5_mean_implied_rate
from ranked
where recency <= 5
group by client_id
