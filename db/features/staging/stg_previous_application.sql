-- Grain: one row a previous application with this lender (application_id). Inputs: previous_application, category_codes.
-- Time guard: decisions after the application (DAYS_DECISION > 0) are left out, and so are later due dates; a planned
-- end stays, since it was known.
-- Quirks: 365243 days means no such day yet; XNA, XAP and blanks are null; an amount or term of 0 means none was set.
with applications as (
  select
    *,
    nullif(AMT_CREDIT, 0) as credit,
    nullif(AMT_APPLICATION, 0) as asked,
    case when CNT_PAYMENT > 0 then CNT_PAYMENT end as term
  from previous_application
  where DAYS_DECISION <= 0
)
select
  p.SK_ID_CURR as client_id,
  p.SK_ID_PREV as application_id,
  -p.DAYS_DECISION as decided_days_ago,
  cast(case when p.NAME_CONTRACT_STATUS = 'Approved' then 1 else 0 end as double) as is_approved,
  cast(case when p.NAME_CONTRACT_STATUS = 'Refused' then 1 else 0 end as double) as is_refused,
  cast(case when p.NAME_CONTRACT_STATUS = 'Canceled' then 1 else 0 end as double) as is_cancelled,
  cast(case when p.CODE_REJECT_REASON in ('SCO', 'SCOFR') then 1 else 0 end as double) as is_refused_by_score,
  cast(case when p.CODE_REJECT_REASON = 'LIMIT' then 1 else 0 end as double) as is_refused_by_limit,
  cast(case when p.CODE_REJECT_REASON = 'HC' then 1 else 0 end as double) as is_refused_by_policy,
  cast(case when p.NAME_CONTRACT_TYPE = 'Cash loans' then 1 else 0 end as double) as is_cash,
  cast(case when p.NAME_CONTRACT_TYPE = 'Revolving loans' then 1 else 0 end as double) as is_revolving,
  cast(case when p.NAME_PRODUCT_TYPE = 'walk-in' then 1 when p.NAME_PRODUCT_TYPE = 'x-sell' then 0 end as double)
    as is_walk_in,
  cast(case when p.NAME_CONTRACT_STATUS = 'Approved' and p.DAYS_TERMINATION > 0 then 1 else 0 end as double) as is_open,
  cast(status.code as double) as status_code,
  cast(yield.code as double) as yield_code,
  cast(product.code as double) as product_code,
  cast(client.code as double) as client_type_code,
  cast(channel.code as double) as channel_code,
  cast(companion.code as double) as companion_code,
  p.asked as asked_amount,
  p.credit as credit_amount,
  p.AMT_ANNUITY as annuity_amount,
  p.RATE_DOWN_PAYMENT as down_payment_share,
  p.term as term_months,
  p.credit / p.asked as credit_to_asked_ratio,
  p.credit / nullif(p.AMT_ANNUITY, 0) as credit_to_annuity_ratio,
  24 * (p.AMT_ANNUITY * p.term - p.credit) / (p.credit * (p.term + 1)) as implied_rate,
  case when p.DAYS_FIRST_DRAWING <= 0 then -p.DAYS_FIRST_DRAWING end as first_drawing_days_ago,
  case when p.DAYS_LAST_DUE <= 0 then -p.DAYS_LAST_DUE end as last_due_days_ago,
  case when p.DAYS_LAST_DUE_1ST_VERSION < 365243 then p.DAYS_LAST_DUE_1ST_VERSION end as planned_end_days,
  case when p.SELLERPLACE_AREA >= 0 then p.SELLERPLACE_AREA end as seller_area,
  p.NFLAG_INSURED_ON_APPROVAL as is_insured
from applications as p
left join category_codes as status
  on status.source_column = 'previous_application.NAME_CONTRACT_STATUS' and status.category = p.NAME_CONTRACT_STATUS
left join category_codes as yield
  on yield.source_column = 'previous_application.NAME_YIELD_GROUP' and yield.category = p.NAME_YIELD_GROUP
left join category_codes as product
  on product.source_column = 'previous_application.PRODUCT_COMBINATION' and product.category = p.PRODUCT_COMBINATION
left join category_codes as client
  on client.source_column = 'previous_application.NAME_CLIENT_TYPE' and client.category = p.NAME_CLIENT_TYPE
left join category_codes as channel
  on channel.source_column = 'previous_application.CHANNEL_TYPE' and channel.category = p.CHANNEL_TYPE
left join category_codes as companion
  on companion.source_column = 'previous_application.NAME_TYPE_SUITE' and companion.category = p.NAME_TYPE_SUITE
