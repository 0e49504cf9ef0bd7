-- Grain: one row a client of the chunk. Inputs: application and the summaries of the histories. The things that drive default, each on
-- the scale on which it adds to the log-odds (aggregates/odds.json holds the weights); 0 where it is unknown or ordinary.
create or replace macro known(x) as coalesce((x)::double, 0);
create or replace macro clip(x, low, high) as greatest(least(x, high), low);

create or replace temp table risk_terms as
select
  client_id,
  known(0.5 - EXT_SOURCE_1) as ext1, known(0.52 - EXT_SOURCE_2) as ext2, known(0.52 - EXT_SOURCE_3) as ext3,
  (EXT_SOURCE_3 is null)::integer as ext3_missing,
  known(0.38 - least(EXT_SOURCE_1, EXT_SOURCE_2, EXT_SOURCE_3)) as extmin,
  clip(40 + DAYS_BIRTH / 365.25, 0, 20) / 10 as young,
  case when DAYS_EMPLOYED <= 0 then exp(DAYS_EMPLOYED / 365.25 / 2.5) else 0 end as emp_short,
  case when DAYS_EMPLOYED <= 0 then clip(-DAYS_EMPLOYED / 365.25, 0, 20) / 10 else 0 end as emp_long,
  (DAYS_EMPLOYED > 0)::integer as pens,
  clip(-DAYS_ID_PUBLISH, 0, 4500) / 1000 as idpub,
  clip(-DAYS_LAST_PHONE_CHANGE, 0, 2500) / 1000 as phone,
  clip(AMT_CREDIT / AMT_GOODS_PRICE - 1, 0, 0.4) * 10 as cg,
  clip(AMT_CREDIT / AMT_ANNUITY - 12, -6, 0) / 10 as ca_short,
  case when NAME_CONTRACT_TYPE = 'Cash loans' then exp(-pow((ln(AMT_CREDIT / AMT_ANNUITY) - ln(18)) / 0.35, 2)) else 0 end as ca_peak,
  clip(ln(AMT_ANNUITY / 27000), -1.5, 1.5) as ann,
  clip(ln(AMT_GOODS_PRICE / 450000), -2, 2) as goods,
  clip(AMT_ANNUITY / AMT_INCOME_TOTAL - 0.18, -0.15, 0.3) * 10 as ai,
  case NAME_EDUCATION_TYPE when 'Academic degree' then 0 when 'Higher education' then 1 when 'Incomplete higher' then 2
    when 'Lower secondary' then 4 else 3 end - 2.5 as edu,
  case OCCUPATION_TYPE when 'Accountants' then 4.8 when 'High skill tech staff' then 6.2 when 'Managers' then 6.2
    when 'Core staff' then 6.3 when 'HR staff' then 6.4 when 'IT staff' then 6.5 when 'Private service staff' then 6.6
    when 'Medicine staff' then 6.7 when 'Secretaries' then 7 when 'Realty agents' then 7.9 when 'Cleaning staff' then 9.6
    when 'Sales staff' then 9.6 when 'Cooking staff' then 10.4 when 'Laborers' then 10.6 when 'Security staff' then 10.7
    when 'Waiters/barmen staff' then 11.3 when 'Drivers' then 11.3 when 'Low-skill Laborers' then 17.2 else 7.5 end - 8 as occ,
  case NAME_INCOME_TYPE when 'State servant' then 5.75 when 'Commercial associate' then 7.5 when 'Working' then 9.6
    when 'Pensioner' then 5.4 else 8 end - 8 as inc,
  (CODE_GENDER = 'M')::integer as male,
  case NAME_FAMILY_STATUS when 'Civil marriage' then 9.9 when 'Single / not married' then 9.8 when 'Separated' then 8.2
    when 'Married' then 7.6 when 'Widow' then 5.8 else 8 end - 8 as fam,
  case NAME_HOUSING_TYPE when 'Rented apartment' then 4.3 when 'With parents' then 3.7 else 0 end as hous,
  (FLAG_OWN_CAR = 'Y')::integer as car,
  clip(known(OWN_CAR_AGE), 0, 25) / 10 as carage,
  (NAME_CONTRACT_TYPE = 'Revolving loans')::integer as rev,
  REGION_RATING_CLIENT_W_CITY - 2 as rating,
  REG_CITY_NOT_LIVE_CITY as citylive,
  docs[2]::integer as doc3,
  FLAG_WORK_PHONE as wphone,
  clip(known(DEF_30_CNT_SOCIAL_CIRCLE), 0, 2) as def30,
  (HOUR_APPR_PROCESS_START - 12) / 4 as hour,
  (credits is null)::integer as nobureau,
  known(clip(mean_days + 1150, -1500, 1100) / 1000) as b_days,
  known(clip(active_credits, 0, 8) - 2) as b_act,
  known(ln(credits / 4)) as b_n,
  known(clip(debt / nullif(granted, 0) - 0.3, -0.3, 0.7)) as b_debtr,
  known(is_overdue::integer) as b_over,
  clip(known(microloans), 0, 3) as b_micro,
  known(card_share - 0.25) as b_card,
  known(clip(last_end - 500, -2000, 3000) / 1000) as b_end,
  clip(known(recent_credits), 0, 5) as b_n1y,
  clip(known(late_month_share), 0, 0.1) * 10 as bb_late
from application
left join bureau_summary using (client_id);
