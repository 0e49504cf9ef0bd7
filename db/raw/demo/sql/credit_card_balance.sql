-- Grain: one row a month of an approved revolving loan. Input: contract. A card that was never drawn on stays at 0 with
-- its drawings unknown; one that was is filled in its first months, then carried, repaid and drawn on again.
create or replace temp table card_span as
select
  client_id, SK_ID_PREV, rkey, greatest(AMT_CREDIT, 45000) as credit_limit,
  greatest(-96, round(DAYS_DECISION / 30.4)::integer) as first_month,
  least(-1, greatest(first_month, -1 - floor(2.2 * pow(uniform(rkey, 51), 2))::integer)) as last_month,
  uniform(rkey, 52) < case when DAYS_DECISION > -365 then 0.5 when DAYS_DECISION > -730 then 0.57
    when DAYS_DECISION > -1460 then 0.64 when DAYS_DECISION > -2920 then 0.89 else 0.96 end as is_used,
  least(24, floor(0.33 / uniform(rkey, 53)))::integer as idle_months,
  quantile_of('card_util', 0, phi(record_deviate('card_util', z_card_util, gauss(rkey, 55)))) as usage,
  (8 + 80 * uniform(rkey, 56))::integer as active_months,
  uniform(rkey, 57) < 0.25 as schedule_unknown,
  phi(record_deviate('pos_late', z_pos_late, gauss(rkey, 58))) > 0.8 as was_late,
  quantile_of('card_dpd', 0, uniform(rkey, 59)) as worst_delay
from contract
where outcome = 7 and uniform(rkey, 60) < 0.95;

create or replace temp table card_month as
with month as (
  select *, unnest(range(first_month, last_month + 1)) as MONTHS_BALANCE from card_span
)
select *,
  MONTHS_BALANCE - first_month as age,
  is_used and age >= idle_months as is_drawn_on,
  is_drawn_on and (age - idle_months < active_months or uniform(rkey, 7000 + age // 4) < 0.3)
    and uniform(rkey, 7100 + age // 2) < 0.86 as carries_debt,
  case when not carries_debt then 0 else money(credit_limit * greatest(0.002, least(1.05,
    usage * 1.5 * (1 - exp(-(age - idle_months + 1) / 1.5)) * (0.75 + 0.5 * uniform(rkey, 7200 + age // 3)))))end as balance,
  carries_debt and uniform(rkey, 7300 + age) < 0.36 as draws,
  uniform(rkey, 7500 + age) < 0.68 as draws_cash,
  case when draws then money(balance * (0.15 + 0.5 * uniform(rkey, 7700 + age))) else 0 end as drawn,
  was_late and carries_debt and uniform(rkey, 7900 + age // 2) < 0.25 as is_late
from month;

create or replace temp table credit_card_balance as
select
  client_id, SK_ID_PREV, MONTHS_BALANCE, rkey, age,
  balance as AMT_BALANCE,
  case when not carries_debt and age > 6 and uniform(rkey, 8100 + age // 24) < 0.4 then 0 else credit_limit end as AMT_CREDIT_LIMIT_ACTUAL,
  case when is_drawn_on then case when draws_cash then drawn else 0 end end as AMT_DRAWINGS_ATM_CURRENT,
  drawn as AMT_DRAWINGS_CURRENT,
  case when is_drawn_on then 0 end as AMT_DRAWINGS_OTHER_CURRENT,
  case when is_drawn_on then case when draws_cash then 0 else drawn end end as AMT_DRAWINGS_POS_CURRENT,
  case when (is_drawn_on or not schedule_unknown) and (age > 0 or not is_used or uniform(rkey, 61) < 0.68)
    then case when carries_debt then greatest(least(balance, 2250), money(balance * 0.05)) else 0 end end as AMT_INST_MIN_REGULARITY,
  case when is_drawn_on and (age > 0 or uniform(rkey, 61) < 0.5)
    then money(case when carries_debt then greatest(2250, balance * 0.05) * (1 + 3 * pow(uniform(rkey, 8300 + age), 4))
      when uniform(rkey, 8300 + age) < 0.45 then 0 else 2000 * uniform(rkey, 8300 + age) end) end as AMT_PAYMENT_CURRENT,
  coalesce(AMT_PAYMENT_CURRENT, 0) as AMT_PAYMENT_TOTAL_CURRENT,
  money(balance * 0.955) as AMT_RECEIVABLE_PRINCIPAL,
  balance as AMT_RECIVABLE,
  balance as AMT_TOTAL_RECEIVABLE,
  case when is_drawn_on then case when draws and draws_cash then 1 + floor(-1.8 * ln(uniform(rkey, 8500 + age) + 1e-9)) else 0 end end
    as CNT_DRAWINGS_ATM_CURRENT,
  case when draws then 1 + floor(-1.8 * ln(uniform(rkey, 8500 + age) + 1e-9)) else 0 end as CNT_DRAWINGS_CURRENT,
  case when is_drawn_on then 0 end as CNT_DRAWINGS_OTHER_CURRENT,
  case when is_drawn_on then case when draws and not draws_cash then 1 + floor(-1.8 * ln(uniform(rkey, 8500 + age) + 1e-9)) else 0 end end
    as CNT_DRAWINGS_POS_CURRENT,
  case when AMT_INST_MIN_REGULARITY is not null then case when is_used then greatest(0, least(age, active_months) - idle_months) else 0 end end
    as CNT_INSTALMENT_MATURE_CUM,
  case when not carries_debt and age > 12 and uniform(rkey, 62) < 0.1 then 'Completed'
    when age = 0 and uniform(rkey, 62) < 0.1 then 'Signed' else 'Active' end as NAME_CONTRACT_STATUS,
  case when is_late then ceil(worst_delay * uniform(rkey, 8700 + age)) else 0 end as SK_DPD,
  case when is_late and uniform(rkey, 63) < 0.77 then least(SK_DPD, 30) else 0 end as SK_DPD_DEF
from card_month;
