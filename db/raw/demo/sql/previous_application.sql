-- Grain: one row an earlier application to Home Credit. Input: client. The profile (contract, status, portfolio, product, yield) is
-- drawn in the order of its risk, so that clients in difficulty were refused more often. Decisions precede the application.
create or replace temp table earlier as
with counted as (
  select client_id, key, win, columns('z_previous_.*|z_pos_late|z_card_util|z_late'),
    unnest(range(1, 1 + round(atom_of('previous_count', win, phi(z_previous_count)))::integer)) as number
  from client
)
select
  counted.* exclude (key),
  row_key(key, 2, number) as rkey,
  least(-2, round(quantile_of('previous_days', win, phi(-record_deviate('previous_days', z_previous_days, gauss(rkey, 1))))))
    as DAYS_DECISION,
  case when DAYS_DECISION > -180 then 0 when DAYS_DECISION > -365 then 1 when DAYS_DECISION > -730 then 2
    when DAYS_DECISION > -1460 then 3 else 4 end as band
from counted;

create or replace temp table earlier_profile as
select
  earlier.*,
  profile.* exclude (grp, slot),
  case NAME_CONTRACT_TYPE
    when 'Cash loans' then case NAME_CONTRACT_STATUS when 'Approved' then 1 when 'Refused' then 3 else 2 end
    when 'Consumer loans' then case NAME_CONTRACT_STATUS when 'Approved' then 4 when 'Refused' then 5 else 6 end
    when 'Revolving loans' then case NAME_CONTRACT_STATUS when 'Approved' then 7 when 'Refused' then 9 else 8 end
    else 8 end as outcome,
  case NAME_YIELD_GROUP when 'low_action' then 1 when 'low_normal' then 2 when 'middle' then 3 when 'high' then 4 else 0 end as yield,
  record_deviate('previous_amount', z_previous_amount, gauss(rkey, 3)) as z_amount
from earlier
join choice_previous_profile profile on profile.grp = band
  and profile.slot = slot(phi(record_deviate('previous_status', z_previous_status, gauss(rkey, 2))));

create or replace temp table earlier_terms as
select
  profile.*,
  blank.* exclude (grp, slot),
  place.* exclude (grp, slot),
  case when a0 = 1 then 0 else money(quantile_of('previous_amount', outcome, phi(z_amount))) end as AMT_APPLICATION,
  money(case when a0 = 0 then AMT_APPLICATION * quantile_of('previous_credit_ratio', outcome, uniform(rkey, 4))
    when n_AMT_ANNUITY = 1 then 0 else quantile_of('previous_card_limit', 0, phi(z_amount)) end) as AMT_CREDIT,
  duration.CNT_PAYMENT as term,
  case when n_AMT_ANNUITY = 1 then null
    when outcome >= 7 then money(AMT_CREDIT * quantile_of('previous_card_annuity', 0, uniform(rkey, 5)))
    else money(AMT_CREDIT / greatest(term, 1) * (1 + greatest(0, quantile_of('previous_monthly_rate',
      yield * 2 + (outcome >= 4)::integer, uniform(rkey, 6))) * (term + 1) / 2)) end as AMT_ANNUITY
from earlier_profile profile
join choice_previous_blank blank on blank.grp = outcome and blank.slot = slot_of(rkey, 7)
join choice_previous_term duration on duration.grp = outcome
  and duration.slot = slot(phi(mix(0.7 * z_amount + 0.3 * z_previous_term, 0.85, gauss(rkey, 8))))
join choice_previous_place place on place.grp = outcome and place.slot = slot_of(rkey, 9);
