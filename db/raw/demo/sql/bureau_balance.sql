-- Grain: one row a month of a credit with other institutions, for clients whose months are reported. Input: bureau. Months run from
-- the month of the grant to the last reported one (0 = the month of the application); C from the month of closing; X is unknown.
create or replace temp table balance_span as
select
  client_id, SK_ID_BUREAU, rkey,
  greatest(-96, ceil(DAYS_CREDIT / 30.4)::integer) as first_month,
  greatest(first_month, case when uniform(rkey, 31) < share('balance_to_date', is_active) then 0
    else round(quantile_of('balance_last_month', 0, uniform(rkey, 32)))::integer end) as last_month,
  case when is_active = 0 and uniform(rkey, 33) < 0.88 then ceil(closed_on / 30.4)::integer else 1 end as closing_month,
  case when uniform(rkey, 34) < share('balance_unknown_all', 0) then 1.0
    when uniform(rkey, 34) < share('balance_unknown_all', 0) + share('balance_unknown_none', 0) then 0.0
    else share('balance_unknown_mixed', 0) end as unknown_share,
  phi(record_deviate('balance_late', z_balance_late, gauss(rkey, 35))) > 1 - share('balance_worst', is_active) as was_late,
  quantile_of('balance_late_share', 0, uniform(rkey, 36)) as late_share,
  uniform(rkey, 37) as severity
from bureau
where has_balance;

create or replace temp table bureau_balance as
with month as (
  select *, unnest(range(first_month, last_month + 1)) as MONTHS_BALANCE
  from balance_span
)
select
  client_id,
  SK_ID_BUREAU,
  MONTHS_BALANCE,
  case
    -- Late months come in runs of up to three.
    when was_late and MONTHS_BALANCE < closing_month and uniform(rkey, 1000 + floor(-MONTHS_BALANCE / 3)::integer) < late_share * 1.3
      then case when severity > 0.97 then '5' when severity > 0.93 and uniform(rkey, 1200 - MONTHS_BALANCE) < 0.5 then '3'
        when uniform(rkey, 1200 - MONTHS_BALANCE) < 0.06 then '2' else '1' end
    when uniform(rkey, 1400 + floor(-MONTHS_BALANCE / 12)::integer) < unknown_share then 'X'
    when MONTHS_BALANCE >= closing_month then 'C'
    else '0'
  end as STATUS
from month;
