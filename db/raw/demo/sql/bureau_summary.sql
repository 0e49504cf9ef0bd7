-- Grain: one row a client with credits elsewhere. Inputs: bureau, bureau_balance. What the client's other credits say about the risk,
-- all of it dated before the application. Sums are of decimals, so that the order of adding changes nothing.
create or replace temp table bureau_summary as
with late_month as (
  select client_id, avg((STATUS in ('1', '2', '3', '4', '5'))::integer) as late_month_share
  from bureau_balance
  group by client_id
),
credit as (
  select
    client_id,
    count(*) as credits,
    count(*) filter (CREDIT_ACTIVE = 'Active') as active_credits,
    count(*) filter (DAYS_CREDIT > -365) as recent_credits,
    count(*) filter (CREDIT_TYPE = 'Microloan') as microloans,
    avg((CREDIT_TYPE = 'Credit card')::integer) as card_share,
    avg(DAYS_CREDIT) as mean_days,
    max(DAYS_CREDIT_ENDDATE) filter (DAYS_CREDIT_ENDDATE < 20000) as last_end,
    sum(AMT_CREDIT_SUM::decimal(18, 2))::double as granted,
    sum(AMT_CREDIT_SUM_DEBT::decimal(18, 2))::double as debt,
    count(*) filter (AMT_CREDIT_SUM_OVERDUE > 0) > 0 as is_overdue
  from bureau
  group by client_id
)
select credit.*, late_month_share
from credit
left join late_month on late_month.client_id = credit.client_id;
