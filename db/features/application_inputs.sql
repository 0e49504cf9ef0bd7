-- Grain: one row a client. Inputs: the three stg_application* relations, int_application_codes, and from the client's
-- history the few figures that the application is measured against. Time guard: held by those relations.
-- All that application_terms.sql and application_features.sql read. Each column is a feature of the same name, so that a
-- what-if can rebuild this row from the feature store, change it and run them again.
select
  a.client_id,
  a.external_score1, a.external_score2, a.external_score3,
  a.credit_amount, a.annuity_amount, a.goods_price_amount, a.annual_income_amount,
  c.contract_type_code, c.income_type_code, c.education_type_code, c.family_status_code, c.housing_type_code,
  c.occupation_type_code, c.organization_type_code, c.wall_material_code, c.house_type_code,
  c.application_weekday_code,
  a.age_years, a.employment_years, a.registration_years, a.identity_document_years, a.phone_change_years,
  a.car_age_years, a.children_count, a.family_member_count, a.owns_car, a.owns_realty,
  a.region_population_share, a.region_rating, a.region_rating_with_city, a.registered_city_is_not_home,
  a.registered_city_is_not_work, a.home_city_is_not_work, a.registered_region_is_not_work, a.address_mismatch_count,
  a.has_work_phone, a.has_home_phone, a.application_hour,
  f.has_employer_phone, f.contact_channel_count,
  f.document3_provided, f.document6_provided, f.document8_provided, f.document18_provided, f.document_count,
  f.social_circle_observed_count, f.social_circle_default_30d_count, f.social_circle_default_60d_count,
  f.enquiry_week_count, f.enquiry_month_count, f.enquiry_quarter_count, f.enquiry_year_count,
  d.dwelling_apartment_size, d.dwelling_basement_area, d.dwelling_in_use_index, d.dwelling_built_index,
  d.dwelling_common_area, d.dwelling_entrance_index, d.dwelling_top_floor_index,
  d.dwelling_land_area, d.dwelling_living_area, d.dwelling_nonliving_area, d.dwelling_total_area,
  d.dwelling_mean_size_index, d.dwelling_known_figure_count,
  b.bureau_debt_amount, b.bureau_annuity_amount, b.bureau_monthly_burden_amount, b.bureau_largest_credit_amount,
  p.previous_approved_mean_credit_amount, p.previous_approved_largest_credit_amount,
  p.previous_approved_mean_annuity_amount, p.previous_open_annuity_amount, p.previous_mean_credit_to_annuity_ratio,
  p.previous_mean_implied_rate, r.previous_last_credit_amount,
  k.card_mean_balance_amount_3m,
  n.instalment_largest_paid_amount, n.instalment_paid_amount_365d
from stg_application as a
left join int_application_codes as c on c.client_id = a.client_id
left join stg_application_file as f on f.client_id = a.client_id
left join stg_application_dwelling as d on d.client_id = a.client_id
left join int_bureau_client as b on b.client_id = a.client_id
left join int_previous_client as p on p.client_id = a.client_id
left join int_previous_recent_client as r on r.client_id = a.client_id
left join int_card_client as k on k.client_id = a.client_id
left join int_instalment_client as n on n.client_id = a.client_id
