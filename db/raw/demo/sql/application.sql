-- Grain: one row a client of the chunk, both windows, every column of Kaggle's application tables but TARGET (outcome.sql).
-- Inputs: work (person.sql), building. What was asked for, the external scores, the flags. Nothing dated after the application.
create or replace temp table request as
select
  work.*,
  atom_of('goods', win * 2 + is_revolving::integer, phi(z_goods)) as goods_price,
  case when is_revolving then goods_price
    else money(goods_price * quantile_of('credit_to_goods', win, phi(z_credit_to_goods))) end as credit,
  money(case when is_revolving then credit / 20 else credit / quantile_of('credit_to_annuity', win, phi(z_credit_to_annuity)) end)
    as annuity,
  greatest(DAYS_BIRTH + 6000, least(-1, round(quantile_of('employed', win, phi(-z_employed))))) as days_worked,
  (phi(z_car) > 1 - share('car', win)) as owns_car,
  not has_bureau and uniform(key, 3001) < share('requests_missing_without_bureau', win) as requests_unknown,
  uniform(key, 3002) < case when has_bureau then share('ext3_missing_with_bureau', win)
    else share('ext3_missing_without_bureau', win) end as external_score_3_unknown
from work;

create or replace temp table application as
select
  request.client_id, win, key,
  case when is_revolving then 'Revolving loans' else 'Cash loans' end as NAME_CONTRACT_TYPE,
  case when is_male = 1 then 'M' else 'F' end as CODE_GENDER,
  case when owns_car then 'Y' else 'N' end as FLAG_OWN_CAR,
  case when phi(z_realty) > 1 - share('realty', win) then 'Y' else 'N' end as FLAG_OWN_REALTY,
  CNT_CHILDREN,
  atom_of('income', win, phi(z_income)) as AMT_INCOME_TOTAL,
  credit as AMT_CREDIT, annuity as AMT_ANNUITY, goods_price as AMT_GOODS_PRICE,
  suite.NAME_TYPE_SUITE, income_type as NAME_INCOME_TYPE, NAME_EDUCATION_TYPE, NAME_FAMILY_STATUS, NAME_HOUSING_TYPE,
  atom_of('population', rating, phi(z_population)) as REGION_POPULATION_RELATIVE,
  DAYS_BIRTH,
  case when is_pensioner then 365243 else days_worked end as DAYS_EMPLOYED,
  greatest(DAYS_BIRTH, least(0, round(quantile_of('registration', win, phi(-z_registration))))) as DAYS_REGISTRATION,
  greatest(DAYS_BIRTH + 4500, least(0, round(quantile_of('id_publish', win, phi(-z_id_publish))))) as DAYS_ID_PUBLISH,
  case when owns_car then round(quantile_of('car_age', win, phi(z_car_age))) end as OWN_CAR_AGE,
  1 as FLAG_MOBIL,
  (not is_pensioner)::integer as FLAG_EMP_PHONE,
  (not is_pensioner and phi(z_work_phone) > 1 - share('work_phone_worker', win))::integer as FLAG_WORK_PHONE,
  (uniform(key, 3003) < share('flag_cont_mobile', win))::integer as FLAG_CONT_MOBILE,
  (phi(z_phone) > 1 - share('flag_phone', win))::integer as FLAG_PHONE,
  (phi(z_email) > 1 - share('flag_email', win))::integer as FLAG_EMAIL,
  OCCUPATION_TYPE,
  CNT_CHILDREN + case when NAME_FAMILY_STATUS in ('Married', 'Civil marriage') then 2 else 1 end as CNT_FAM_MEMBERS,
  rating as REGION_RATING_CLIENT,
  city.REGION_RATING_CLIENT_W_CITY,
  weekday.WEEKDAY_APPR_PROCESS_START,
  atom_of('hour', 0, phi(z_hour)) as HOUR_APPR_PROCESS_START,
  flags.* exclude (grp, slot),
  case when is_pensioner then 'XNA' else organization.ORGANIZATION_TYPE end as ORGANIZATION_TYPE,
  case when phi(z_ext1_known) >= share('ext1_missing', win) then quantile_of('ext1', win, phi(z_ext1)) end as EXT_SOURCE_1,
  case when uniform(key, 3004) >= share('ext2_missing', win) then quantile_of('ext2', win, phi(z_ext2)) end as EXT_SOURCE_2,
  case when not external_score_3_unknown then quantile_of('ext3', win, phi(z_ext3)) end as EXT_SOURCE_3,
  building.* exclude (client_id),
  social.* exclude (grp, slot),
  least(0, round(quantile_of('phone_change', win, phi(-z_phone_change)))) as DAYS_LAST_PHONE_CHANGE,
  documents.docs,
  case when not requests_unknown then req.AMT_REQ_CREDIT_BUREAU_HOUR end as AMT_REQ_CREDIT_BUREAU_HOUR,
  case when not requests_unknown then req.AMT_REQ_CREDIT_BUREAU_DAY end as AMT_REQ_CREDIT_BUREAU_DAY,
  case when not requests_unknown then req.AMT_REQ_CREDIT_BUREAU_WEEK end as AMT_REQ_CREDIT_BUREAU_WEEK,
  case when not requests_unknown then req.AMT_REQ_CREDIT_BUREAU_MON end as AMT_REQ_CREDIT_BUREAU_MON,
  case when not requests_unknown then req.AMT_REQ_CREDIT_BUREAU_QRT end as AMT_REQ_CREDIT_BUREAU_QRT,
  case when not requests_unknown then req.AMT_REQ_CREDIT_BUREAU_YEAR end as AMT_REQ_CREDIT_BUREAU_YEAR
from request
join building on building.client_id = request.client_id
join choice_suite suite on suite.grp = win and suite.slot = slot_of(key, 3005)
join choice_weekday weekday on weekday.slot = slot_of(key, 3006)
join choice_rating_city city on city.grp = rating and city.slot = slot_of(key, 3007)
join choice_region_flags flags on flags.grp = is_pensioner::integer and flags.slot = slot(phi(z_region_flags))
join choice_organization organization
  on organization.grp = occupation_index * 3 + least(income_group, 2) and organization.slot = slot_of(key, 3008)
join choice_social social on social.grp = win and social.slot = slot(phi(z_social))
join choice_requests req on req.grp = win and req.slot = slot(phi(z_requests))
join choice_documents documents
  on documents.grp = win * 3 + case when is_revolving then 2 when is_pensioner then 1 else 0 end
  and documents.slot = slot_of(key, 3009);
