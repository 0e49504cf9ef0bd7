-- Grain: one row a client with earlier applications. Inputs: previous_application and the monthly tables of its contracts, all dated
-- before the application. Sums are of decimals, so that the order of adding changes nothing.
create or replace temp table previous_summary as
select
  client_id,
  avg((NAME_CONTRACT_STATUS = 'Refused')::integer) as refused_share,
  count(*) filter (NAME_CONTRACT_STATUS = 'Refused') as refusals,
  avg((NAME_CONTRACT_STATUS = 'Canceled')::integer) as cancelled_share,
  avg((CODE_REJECT_REASON in ('SCOFR', 'LIMIT', 'SCO'))::integer) as score_refusal_share,
  arg_max((NAME_CONTRACT_STATUS = 'Refused')::integer, DAYS_DECISION * 10000000 + SK_ID_PREV % 10000000) as last_refused,
  max(DAYS_DECISION) as last_decision,
  avg(DAYS_DECISION) as mean_decision,
  avg((NAME_YIELD_GROUP = 'high')::integer) as high_yield_share,
  avg(round(RATE_DOWN_PAYMENT, 4)::decimal(10, 4)) as down_rate,
  avg(AMT_ANNUITY::decimal(18, 2)) as mean_annuity,
  max(AMT_ANNUITY) filter (NAME_CONTRACT_STATUS = 'Approved') as largest_annuity,
  avg(CNT_PAYMENT) as mean_term,
  avg(HOUR_APPR_PROCESS_START) as mean_hour,
  avg((NAME_CONTRACT_TYPE = 'Revolving loans')::integer) as revolving_share,
  avg((NAME_CONTRACT_TYPE = 'Consumer loans')::integer) as consumer_share,
  avg((CHANNEL_TYPE = 'AP+ (Cash loan)')::integer) as agent_share,
  avg(DAYS_LAST_DUE - DAYS_LAST_DUE_1ST_VERSION) filter (DAYS_LAST_DUE < 0) as ended_early
from previous_application
group by client_id;

create or replace temp table pos_summary as
select
  client_id,
  count(*) as months,
  avg((SK_DPD > 0)::integer) as late_share,
  avg((SK_DPD_DEF > 0)::integer) as default_share,
  avg(CNT_INSTALMENT_FUTURE) as mean_left,
  avg((NAME_CONTRACT_STATUS = 'Completed')::integer) as completed_share
from POS_CASH_balance
group by client_id;

create or replace temp table card_summary as
select
  client_id,
  avg(round(AMT_BALANCE / nullif(AMT_CREDIT_LIMIT_ACTUAL, 0), 4)::decimal(10, 4)) as usage,
  avg(round(AMT_BALANCE / nullif(AMT_CREDIT_LIMIT_ACTUAL, 0), 4)::decimal(10, 4)) filter (MONTHS_BALANCE > -7) as recent_usage,
  avg(CNT_DRAWINGS_ATM_CURRENT) as mean_cash_drawings
from credit_card_balance
group by client_id;

create or replace temp table instalment_summary as
select client_id, avg((DAYS_ENTRY_PAYMENT > DAYS_INSTALMENT)::integer) as late_share
from installments_payments
group by client_id;
