-- Grain: one row a client: window, target (1 in default, 0 not, null unknown), then every feature in catalog order,
-- a double or null. Inputs: stg_application, application_inputs, application_features.
-- Time guard: held by the relations joined. A client without a row in a history relation has nulls there, never zeros.
select
  client_id, window_name as "window", target,
  external_score1, external_score2, external_score3, external_score_count, external_score_mean,
  external_score_product, external_score2_times_score3, external_score_lowest, external_score_highest,
  external_score_spread, credit_amount, annuity_amount, goods_price_amount, contract_type_code,
  credit_to_annuity_ratio, credit_to_goods_ratio, credit_to_income_ratio, annuity_to_income_ratio,
  down_payment_amount, application_hour, annual_income_amount, income_per_family_member_amount,
  income_per_year_of_age_amount, income_type_code, occupation_type_code, organization_type_code,
  employment_years, employment_to_age_ratio, age_at_employment_years, age_years, age_at_credit_end_years,
  education_type_code, family_status_code, children_count, family_member_count, children_share, owns_car,
  car_age_years, car_age_to_age_ratio, registration_years, registration_to_age_ratio, identity_document_years,
  identity_document_to_age_ratio, social_circle_observed_count, social_circle_default_30d_count,
  social_circle_default_60d_count, social_circle_default_share, owns_realty, housing_type_code,
  region_population_share, region_rating, region_rating_with_city, registered_city_is_not_home,
  registered_city_is_not_work, home_city_is_not_work, region_mismatch_count, dwelling_apartment_size,
  dwelling_basement_area, dwelling_in_use_index, dwelling_build_year_index, dwelling_common_area,
  dwelling_entrance_index, dwelling_top_floor_index, dwelling_land_area, dwelling_living_area,
  dwelling_nonliving_area, dwelling_total_area, wall_material_code, phone_change_years,
  phone_change_to_age_ratio, has_work_phone, has_home_phone, has_email, contact_channel_count,
  document3_provided, document_count, enquiry_week_count, enquiry_month_count, enquiry_quarter_count,
  enquiry_year_count, enquiry_total_count
from (select client_id, window_name, target from stg_application) as clients
left join application_inputs using (client_id)
left join application_features using (client_id)
