-- Grain: one row a client: the fields by which a person finds, filters and reads a client.
-- Input: stg_application. Time guard: the application itself. Categories keep the data's own values.
select
  client_id, window_name as "window", target,
  age_years, employment_years, annual_income_amount, credit_amount, annuity_amount, goods_price_amount,
  contract_type, income_type, occupation_type, organization_type, education_type, family_status, housing_type,
  children_count, family_member_count,
  cast(owns_car as boolean) as owns_car,
  cast(owns_realty as boolean) as owns_realty,
  region_rating, external_score1, external_score2, external_score3
from stg_application
