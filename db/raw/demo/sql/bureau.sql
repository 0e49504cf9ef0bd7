-- Grain: one row a credit with other institutions. Inputs: client, person (has_bureau). Every credit was granted, and last reported,
-- before the application; only the agreed end may lie after it.
create or replace temp table credit_record as
with counted as (
  select client_id, key, win, columns('z_bureau_.*|z_balance_late'),
    unnest(range(1, 1 + case when has_bureau then greatest(1, atom_of('bureau_count', win,
      phi(z_bureau_count)))::integer else 0 end)) as number
  from person
)
select
  counted.* exclude (key),
  key as client_key,
  row_key(key, 1, number) as rkey,
  least(0, round(quantile_of('bureau_days', win, phi(-record_deviate('bureau_days', z_bureau_days, gauss(rkey, 1))))))
    as DAYS_CREDIT,
  case when DAYS_CREDIT > -180 then 0 when DAYS_CREDIT > -365 then 1 when DAYS_CREDIT > -730 then 2
    when DAYS_CREDIT > -1460 then 3 else 4 end as band
from counted;

create or replace temp table credit_state as
select
  record.*,
  type.CREDIT_TYPE,
  case type.CREDIT_TYPE when 'Consumer credit' then 0 when 'Credit card' then 1 when 'Microloan' then 3 else 2 end as kind,
  (phi(record_deviate('bureau_active', z_bureau_active, gauss(rkey, 2))) > 1 - share('bureau_active', kind * 5 + band))::integer
    as is_active,
  kind * 2 + is_active as state,
  greatest(1, round(quantile_of('bureau_duration', kind * 10 + band * 2 + is_active, uniform(rkey, 3)))) as duration,
  round(DAYS_CREDIT + duration * greatest(0, quantile_of('bureau_life', kind, uniform(rkey, 4)))) as life_end,
  case when life_end <= -1 then life_end else least(0, round(DAYS_CREDIT * pow(uniform(rkey, 22), 2))) end as closed_on,
  case when uniform(rkey, 5) < share('bureau_amount_zero', state) then 0
    else money(quantile_of('bureau_amount', state, phi(record_deviate('bureau_amount', z_bureau_amount, gauss(rkey, 6))))) end as amount,
  phi(record_deviate('bureau_overdue', z_bureau_overdue, gauss(rkey, 7))) as trouble,
  (uniform(client_key, 4001) < share('bureau_balance_clients', win)) as has_balance
from credit_record record
join choice_bureau_type type on type.grp = band and type.slot = slot_of(rkey, 8);

create or replace temp table bureau as
select
  client_id, state.client_key, rkey, win, has_balance, z_balance_late, is_active, closed_on,
  getvariable('first_bureau_id') + row_number() over (order by client_id, number) as SK_ID_BUREAU,
  case when is_active = 1 then 'Active' when uniform(rkey, 9) < 0.0058 then 'Sold' else 'Closed' end as CREDIT_ACTIVE,
  case when uniform(rkey, 10) < 0.9992 then 'currency 1' else 'currency 2' end as CREDIT_CURRENCY,
  DAYS_CREDIT,
  case when is_active = 1 and trouble > 0.9925
    then greatest(1, round(quantile_of('bureau_day_overdue', 0, uniform(rkey, 11)))) else 0 end as CREDIT_DAY_OVERDUE,
  case when uniform(rkey, 12) >= share('bureau_enddate_missing', state) then DAYS_CREDIT + duration end as DAYS_CREDIT_ENDDATE,
  case when is_active = 0 then closed_on end as DAYS_ENDDATE_FACT,
  case when blank.mn = 0 then case when trouble > 1 - share('bureau_overdue_share', is_active)
    then money(quantile_of('bureau_max_overdue', 0, uniform(rkey, 13))) else 0 end end as AMT_CREDIT_MAX_OVERDUE,
  case when uniform(rkey, 14) < case when kind = 1 then 0.013 else 0.0008 end then 1 else 0 end as CNT_CREDIT_PROLONG,
  amount as AMT_CREDIT_SUM,
  case when blank.dn = 0 then case when is_active = 0 then 0 else greatest(0, money(amount * quantile_of('bureau_debt',
    case when kind = 1 then 7 else case
      when DAYS_CREDIT + duration < 0 then 6 when (DAYS_CREDIT + duration) / duration > 0.9 then 0
      when (DAYS_CREDIT + duration) / duration > 0.7 then 1 when (DAYS_CREDIT + duration) / duration > 0.5 then 2
      when (DAYS_CREDIT + duration) / duration > 0.3 then 3 when (DAYS_CREDIT + duration) / duration > 0.1 then 4 else 5 end end,
    phi(record_deviate('bureau_debt', z_bureau_debt, gauss(rkey, 15)))))) end end as AMT_CREDIT_SUM_DEBT,
  case when blank.ln = 0 then case when kind = 1 and is_active = 1
    then greatest(0, money(quantile_of('bureau_limit', 0, uniform(rkey, 16)))) else 0 end end as AMT_CREDIT_SUM_LIMIT,
  case when CREDIT_DAY_OVERDUE > 0 then money(quantile_of('bureau_overdue', 0, uniform(rkey, 17))) else 0 end
    as AMT_CREDIT_SUM_OVERDUE,
  CREDIT_TYPE,
  greatest(DAYS_CREDIT, least(0, round(case when is_active = 1 then quantile_of('bureau_update_active', 0, uniform(rkey, 18))
    else closed_on + quantile_of('bureau_update_closed', 0, uniform(rkey, 18)) end))) as DAYS_CREDIT_UPDATE,
  case when has_balance and uniform(client_key, 4002) >= share('annuity_none', 0)
    and (uniform(client_key, 4002) > 1 - share('annuity_all', 0) or uniform(rkey, 19) >= share('annuity_share_mixed', 0))
    then money(greatest(0, amount * quantile_of('bureau_annuity', state, uniform(rkey, 20)))) end as AMT_ANNUITY
from credit_state state
join choice_bureau_blank blank on blank.grp = state and blank.slot = slot_of(rkey, 21);
