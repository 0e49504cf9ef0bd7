-- Grain: one row a client (a loan application), train and test united and told apart by window_name.
-- Inputs: application_train, application_test (documents, enquiries and dwelling have staging files of their own).
-- Time guard: the application itself, known on its day. The client's sex is never read.
-- Quirks: 365243 days of employment means not employed; XNA, Unknown and blanks are null; a region rated −1 is null.
with applications as (
  select SK_ID_CURR, 'train' as window_name, TARGET,
    NAME_CONTRACT_TYPE, NAME_INCOME_TYPE, NAME_EDUCATION_TYPE, NAME_FAMILY_STATUS, NAME_HOUSING_TYPE,
    OCCUPATION_TYPE, ORGANIZATION_TYPE, FLAG_OWN_CAR, FLAG_OWN_REALTY, CNT_CHILDREN, CNT_FAM_MEMBERS,
    AMT_INCOME_TOTAL, AMT_CREDIT, AMT_ANNUITY, AMT_GOODS_PRICE, DAYS_BIRTH, DAYS_EMPLOYED,
    DAYS_REGISTRATION, DAYS_ID_PUBLISH, DAYS_LAST_PHONE_CHANGE, OWN_CAR_AGE, EXT_SOURCE_1, EXT_SOURCE_2,
    EXT_SOURCE_3, REGION_POPULATION_RELATIVE, REGION_RATING_CLIENT, REGION_RATING_CLIENT_W_CITY,
    REG_CITY_NOT_LIVE_CITY, REG_CITY_NOT_WORK_CITY, LIVE_CITY_NOT_WORK_CITY, REG_REGION_NOT_LIVE_REGION,
    REG_REGION_NOT_WORK_REGION, LIVE_REGION_NOT_WORK_REGION, FLAG_WORK_PHONE, FLAG_PHONE, HOUR_APPR_PROCESS_START,
    WEEKDAY_APPR_PROCESS_START
  from application_train
  union all
  select SK_ID_CURR, 'test' as window_name, cast(null as integer) as TARGET,
    NAME_CONTRACT_TYPE, NAME_INCOME_TYPE, NAME_EDUCATION_TYPE, NAME_FAMILY_STATUS, NAME_HOUSING_TYPE,
    OCCUPATION_TYPE, ORGANIZATION_TYPE, FLAG_OWN_CAR, FLAG_OWN_REALTY, CNT_CHILDREN, CNT_FAM_MEMBERS,
    AMT_INCOME_TOTAL, AMT_CREDIT, AMT_ANNUITY, AMT_GOODS_PRICE, DAYS_BIRTH, DAYS_EMPLOYED,
    DAYS_REGISTRATION, DAYS_ID_PUBLISH, DAYS_LAST_PHONE_CHANGE, OWN_CAR_AGE, EXT_SOURCE_1, EXT_SOURCE_2,
    EXT_SOURCE_3, REGION_POPULATION_RELATIVE, REGION_RATING_CLIENT, REGION_RATING_CLIENT_W_CITY,
    REG_CITY_NOT_LIVE_CITY, REG_CITY_NOT_WORK_CITY, LIVE_CITY_NOT_WORK_CITY, REG_REGION_NOT_LIVE_REGION,
    REG_REGION_NOT_WORK_REGION, LIVE_REGION_NOT_WORK_REGION, FLAG_WORK_PHONE, FLAG_PHONE, HOUR_APPR_PROCESS_START,
    WEEKDAY_APPR_PROCESS_START
  from application_test
)
select
  SK_ID_CURR as client_id,
  window_name,
  TARGET as target,
  nullif(nullif(NAME_CONTRACT_TYPE, 'XNA'), '') as contract_type,
  nullif(nullif(NAME_INCOME_TYPE, 'XNA'), '') as income_type,
  nullif(nullif(NAME_EDUCATION_TYPE, 'XNA'), '') as education_type,
  nullif(nullif(NAME_FAMILY_STATUS, 'Unknown'), '') as family_status,
  nullif(nullif(NAME_HOUSING_TYPE, 'XNA'), '') as housing_type,
  nullif(nullif(OCCUPATION_TYPE, 'XNA'), '') as occupation_type,
  nullif(nullif(ORGANIZATION_TYPE, 'XNA'), '') as organization_type,
  nullif(nullif(WEEKDAY_APPR_PROCESS_START, 'XNA'), '') as application_weekday,
  cast(case FLAG_OWN_CAR when 'Y' then 1 when 'N' then 0 end as double) as owns_car,
  cast(case FLAG_OWN_REALTY when 'Y' then 1 when 'N' then 0 end as double) as owns_realty,
  CNT_CHILDREN as children_count,
  CNT_FAM_MEMBERS as family_member_count,
  AMT_INCOME_TOTAL as annual_income_amount,
  AMT_CREDIT as credit_amount,
  AMT_ANNUITY as annuity_amount,
  AMT_GOODS_PRICE as goods_price_amount,
  -DAYS_BIRTH / 365.25 as age_years,
  case when DAYS_EMPLOYED <= 0 then -DAYS_EMPLOYED / 365.25 end as employment_years,
  -DAYS_REGISTRATION / 365.25 as registration_years,
  -DAYS_ID_PUBLISH / 365.25 as identity_document_years,
  -DAYS_LAST_PHONE_CHANGE / 365.25 as phone_change_years,
  OWN_CAR_AGE as car_age_years,
  EXT_SOURCE_1 as external_score1,
  EXT_SOURCE_2 as external_score2,
  EXT_SOURCE_3 as external_score3,
  REGION_POPULATION_RELATIVE as region_population_share,
  case when REGION_RATING_CLIENT > 0 then REGION_RATING_CLIENT end as region_rating,
  case when REGION_RATING_CLIENT_W_CITY > 0 then REGION_RATING_CLIENT_W_CITY end as region_rating_with_city,
  REG_CITY_NOT_LIVE_CITY as registered_city_is_not_home,
  REG_CITY_NOT_WORK_CITY as registered_city_is_not_work,
  LIVE_CITY_NOT_WORK_CITY as home_city_is_not_work,
  REG_REGION_NOT_WORK_REGION as registered_region_is_not_work,
  REG_CITY_NOT_LIVE_CITY + REG_CITY_NOT_WORK_CITY + LIVE_CITY_NOT_WORK_CITY + REG_REGION_NOT_LIVE_REGION
    + REG_REGION_NOT_WORK_REGION + LIVE_REGION_NOT_WORK_REGION as address_mismatch_count,
  FLAG_WORK_PHONE as has_work_phone,
  FLAG_PHONE as has_home_phone,
  HOUR_APPR_PROCESS_START as application_hour
from applications
