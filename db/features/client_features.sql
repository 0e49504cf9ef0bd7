-- Grain: one row a client, every feature a double or null, in catalog order. Inputs: stg_application, application_inputs,
-- application_features, int_*_client. Time guard: held by them. No row in a history relation gives nulls, never zeros.
select
  client_id, window_name as "window", target,
  external_score1, external_score2, external_score3, external_score_count, external_score_mean, external_score_product,
  external_score2_times_score3, external_score_lowest, external_score_highest, external_score_spread, credit_amount,
  annuity_amount, goods_price_amount, contract_type_code, credit_to_annuity_ratio, credit_to_goods_ratio,
  credit_to_income_ratio, annuity_to_income_ratio, down_payment_amount, application_hour, annual_income_amount,
  income_per_family_member_amount, income_per_year_of_age_amount, income_type_code, occupation_type_code,
  organization_type_code, employment_years, employment_to_age_ratio, age_at_employment_years, age_years,
  education_type_code, family_status_code, children_count, family_member_count, owns_car, car_age_years,
  car_age_to_age_ratio, registration_years, registration_to_age_ratio, identity_document_years,
  identity_document_to_age_ratio, social_circle_observed_count, social_circle_default_30d_count,
  social_circle_default_60d_count, owns_realty, housing_type_code, region_population_share, region_rating,
  region_rating_with_city, registered_city_is_not_home, registered_city_is_not_work, home_city_is_not_work,
  dwelling_apartment_size, dwelling_basement_area, dwelling_in_use_index, dwelling_common_area,
  dwelling_entrance_index, dwelling_top_floor_index, dwelling_land_area, dwelling_living_area, dwelling_nonliving_area,
  dwelling_total_area, wall_material_code, phone_change_years, phone_change_to_age_ratio, has_work_phone,
  has_home_phone, document3_provided, document_count, enquiry_week_count, enquiry_month_count, enquiry_quarter_count,
  enquiry_year_count, enquiry_total_count, bureau_debt_to_income_ratio, debt_with_credit_to_income_ratio,
  bureau_debt_to_requested_credit_ratio, all_annuities_to_income_ratio, annuity_to_largest_instalment_ratio,
  annuity_to_previous_annuity_ratio, credit_to_previous_credit_ratio, credit_to_largest_previous_credit_ratio,
  bureau_credit_count, bureau_active_count, bureau_active_share, bureau_credit_type_count, bureau_active_card_count,
  bureau_mortgage_count, bureau_microloan_count, bureau_last_opened_days_ago, bureau_first_opened_days_ago,
  bureau_mean_opened_days_ago, bureau_active_last_opened_days_ago, bureau_active_mean_opened_days_ago,
  bureau_opening_interval_days, bureau_opened_count_180d, bureau_opened_count_365d, bureau_opened_amount_365d,
  bureau_last_closed_days_ago, bureau_early_closing_mean_days, bureau_active_longest_remaining_days,
  bureau_active_mean_remaining_days, bureau_mean_term_days, bureau_credit_amount, bureau_mean_credit_amount,
  bureau_largest_credit_amount, bureau_active_credit_amount, i.bureau_debt_amount, bureau_largest_debt_to_credit_ratio,
  bureau_debt_to_credit_ratio, bureau_active_debt_to_credit_ratio, bureau_card_debt_to_credit_ratio,
  bureau_unused_limit_amount, bureau_overdue_amount, bureau_largest_overdue_amount, i.bureau_annuity_amount,
  bureau_last_update_days_ago, bureau_mean_update_days_ago, bureau_last_credit_amount, bureau_last_term_days,
  bureau_last3_mean_opened_days_ago, bureau_last3_debt_to_credit_ratio, bureau_last5_active_share,
  bureau_last5_largest_overdue_amount, bureau_last5_debt_to_credit_ratio, bureau_month_count, bureau_late_month_share,
  bureau_late_month_share_12m, bureau_seriously_late_month_count, bureau_worst_late_level, bureau_last_late_months_ago,
  bureau_unknown_month_share, previous_application_count, previous_approved_share, previous_refused_share,
  previous_cancelled_share, previous_refused_by_score_count, previous_application_count_365d, previous_cash_share,
  previous_revolving_share, previous_walk_in_share, previous_last_decided_days_ago, previous_first_decided_days_ago,
  previous_mean_decided_days_ago, previous_last_approved_days_ago, previous_last_refused_days_ago,
  previous_mean_credit_to_asked_ratio, previous_lowest_credit_to_asked_ratio, i.previous_approved_mean_credit_amount,
  i.previous_approved_largest_credit_amount, previous_refused_largest_credit_amount,
  i.previous_approved_mean_annuity_amount, previous_approved_largest_annuity_amount, previous_mean_down_payment_share,
  previous_largest_down_payment_share, previous_approved_mean_term_months, previous_mean_credit_to_annuity_ratio,
  previous_mean_implied_rate, previous_lowest_implied_rate, previous_highest_implied_rate, previous_mean_yield_code,
  previous_mean_product_code, previous_open_credit_count, i.previous_open_annuity_amount,
  previous_longest_remaining_days, previous_early_end_mean_days, previous_last_due_days_ago,
  previous_mean_first_drawing_days_ago, previous_mean_seller_area, previous_insured_share, previous_last_product_code,
  previous_last_status_code, previous_last_yield_code, previous_last_credit_amount,
  previous_last_credit_to_asked_ratio, previous_last_down_payment_share, previous_last_term_months,
  previous_last_implied_rate, previous_last3_refused_share, previous_last3_mean_product_code,
  previous_last3_mean_implied_rate, previous_last3_mean_down_payment_share, previous_last3_mean_term_months,
  previous_last5_refused_share, pos_contract_count, pos_month_count, pos_late_month_share, pos_late_month_share_12m,
  pos_seriously_late_month_share, pos_longest_days_late_12m, pos_last_late_months_ago, pos_last_month_months_ago,
  pos_last_completed_months_ago, pos_instalments_left_count, pos_open_mean_left_share, pos_completed_mean_used_share,
  card_month_count, card_largest_limit_amount, card_mean_balance_amount_3m, card_largest_balance_amount,
  card_mean_utilisation, card_mean_utilisation_3m, card_mean_utilisation_12m, card_highest_utilisation,
  card_utilisation_change, card_over_limit_month_share, card_mean_drawing_amount, card_mean_drawing_count_12m,
  card_mean_atm_drawing_amount_12m, card_atm_drawing_share, card_payment_to_minimum_ratio,
  card_below_minimum_month_share, card_late_month_share, card_longest_days_late, instalment_count,
  instalment_late_share, instalment_late_share_365d, instalment_late_over_30d_share, instalment_mean_days_late,
  instalment_mean_days_late_60d, instalment_mean_days_late_90d, instalment_mean_days_late_180d,
  instalment_mean_days_late_365d, instalment_longest_days_late, instalment_last_late_days_ago,
  instalment_mean_delay_days, instalment_delay_deviation_days, instalment_underpaid_share,
  instalment_shortfall_amount_365d, instalment_first3_late_share, i.instalment_largest_paid_amount,
  instalment_paid_amount_365d, instalment_last_paid_days_ago, instalment_last3_mean_days_late,
  instalment_last3_mean_delay_days, instalment_last3_mean_paid_share, instalment_last5_mean_days_late
from (select client_id, window_name, target from stg_application) as clients
left join application_inputs as i using (client_id)
left join application_features using (client_id)
left join int_bureau_client using (client_id)
left join int_bureau_recent_client using (client_id)
left join int_bureau_balance_client using (client_id)
left join int_previous_client using (client_id)
left join int_previous_recent_client using (client_id)
left join int_pos_client using (client_id)
left join int_card_client using (client_id)
left join int_instalment_client using (client_id)
left join int_instalment_recent_client using (client_id)
