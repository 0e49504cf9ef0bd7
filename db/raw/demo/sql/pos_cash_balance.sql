-- Grain: one row a month of an approved cash or consumer loan. Input: contract. Months run from the decision to the
-- termination, at the latest the month before the application; what is left to pay falls by one a month.
create or replace temp table pos_span as
select
  client_id, SK_ID_PREV, rkey,
  greatest(1, term)::integer as agreed,
  round(DAYS_DECISION / 30.4)::integer as granted_month,
  greatest(-96, granted_month) as first_month,
  case when terminated <= -2 then greatest(granted_month + 1, round(terminated / 30.4)::integer) else 1 end as completed_month,
  least(-1, completed_month) as last_month,
  phi(record_deviate('pos_late', z_pos_late, gauss(rkey, 41))) > 1 - share('pos_late_loans', 0) as was_late,
  quantile_of('pos_late_share', 0, uniform(rkey, 42)) as late_share,
  greatest(1, quantile_of('pos_dpd', 0, uniform(rkey, 43))) as worst_delay,
  uniform(rkey, 44) < share('pos_late_def', 0) as beyond_tolerance
from contract
where is_loan and uniform(rkey, 45) < case when outcome = 1 then 0.925 else 0.974 end;

create or replace temp table POS_CASH_balance as
with month as (
  select *, unnest(range(first_month, last_month + 1)) as MONTHS_BALANCE
  from pos_span
),
late as (
  select *,
    was_late and MONTHS_BALANCE < completed_month
      and uniform(rkey, 5000 - floor(MONTHS_BALANCE / 2)::integer) < late_share * 1.1 as is_late
  from month
)
select
  client_id,
  SK_ID_PREV,
  MONTHS_BALANCE,
  case when uniform(rkey, 6000 - MONTHS_BALANCE) < 0.0026 then null
    when MONTHS_BALANCE = completed_month then least(agreed, completed_month - granted_month) else agreed end as CNT_INSTALMENT,
  case when CNT_INSTALMENT is null then null when MONTHS_BALANCE = completed_month then 0
    else greatest(0, agreed - (MONTHS_BALANCE - granted_month)) end as CNT_INSTALMENT_FUTURE,
  case when MONTHS_BALANCE = completed_month then 'Completed'
    when MONTHS_BALANCE = granted_month and uniform(rkey, 46) < 0.1 then 'Signed'
    else 'Active' end as NAME_CONTRACT_STATUS,
  case when is_late then ceil(worst_delay * (0.3 + 0.7 * uniform(rkey, 6200 - MONTHS_BALANCE))) else 0 end as SK_DPD,
  case when is_late and beyond_tolerance then ceil(SK_DPD * 0.9) else 0 end as SK_DPD_DEF
from late;
