-- Grain: one row a client. Input: application_scores, which passes application_inputs on. Time guard: held by
-- application_inputs. Row by row, in SQL that DuckDB, SQLite and Spark read alike: doubles divided (1.0 * …) by
-- nullif(…, 0), minima and maxima by case. SQLite runs the three files in a what-if; passing on is faster than joining.
with measured as (
  select
    *,
    1.0 * credit_amount / nullif(annuity_amount, 0) as ratio,
    24 * (repaid_amount / nullif(credit_amount, 0) - 1) / (term_months + 1) as implied_rate,
    age_years - identity_document_years as age_at_document,
    case when employment_years is null then 0 else 1 end + case when registration_years is null then 0 else 1 end
      + case when identity_document_years is null then 0 else 1 end + case when phone_change_years is null then 0 else 1
      end as duration_count
  from application_scores
)
select
  client_id,
  score_count as external_score_count, score_mean as external_score_mean,
  score_weighted_mean as external_score_weighted_mean, score_geometric_mean as external_score_geometric_mean,
  score_middle as external_score_middle, score_lowest as external_score_lowest, score_highest as external_score_highest,
  score_highest - score_lowest as external_score_spread, score_deviation as external_score_deviation,
  1.0 * external_score1 * external_score2 * external_score3 as external_score_product,
  1.0 * external_score1 * external_score2 as external_score1_times_score2,
  1.0 * external_score1 * external_score3 as external_score1_times_score3,
  1.0 * external_score2 * external_score3 as external_score2_times_score3,
  1.0 * external_score1 / nullif(age_years, 0) as external_score1_to_age_ratio,
  ratio as credit_to_annuity_ratio, term_months as requested_term_months, interest_rate as requested_interest_rate,
  implied_rate as requested_implied_rate,
  24 * (repaid_amount / nullif(goods_price_amount, 0) - 1) / (term_months + 1) as requested_full_cost_rate,
  (repaid_amount - credit_amount) / nullif(annual_income_amount, 0) as requested_interest_to_income_ratio,
  implied_rate - previous_mean_implied_rate as requested_rate_minus_previous_rate,
  implied_rate / nullif(score_mean, 0) as requested_rate_to_external_score_ratio,
  score_mean * ratio as external_score_times_credit_to_annuity,
  1.0 * credit_amount / nullif(goods_price_amount, 0) as credit_to_goods_ratio,
  1.0 * credit_amount / nullif(annual_income_amount, 0) as credit_to_income_ratio,
  1.0 * annuity_amount / nullif(annual_income_amount, 0) as annuity_to_income_ratio,
  1.0 * annuity_amount / nullif(annual_income_amount * score_mean, 0) as burden_to_external_score_ratio,
  annual_income_amount - annuity_amount as income_after_annuity_amount,
  1.0 * credit_amount / nullif(age_years, 0) as credit_per_year_of_age_amount,
  age_years + ratio / 12 as age_at_credit_end_years,
  12.0 * employment_years / nullif(ratio, 0) as employment_to_term_ratio,
  goods_price_amount - credit_amount as down_payment_amount,
  1.0 * annual_income_amount / nullif(family_member_count, 0) as income_per_family_member_amount,
  1.0 * annual_income_amount / nullif(age_years, 0) as income_per_year_of_age_amount,
  1.0 * employment_years / nullif(age_years, 0) as employment_to_age_ratio,
  age_years - employment_years as age_at_employment_years,
  1.0 * car_age_years / nullif(age_years, 0) as car_age_to_age_ratio,
  1.0 * phone_change_years / nullif(age_years, 0) as phone_change_to_age_ratio,
  1.0 * phone_change_years / nullif(employment_years, 0) as phone_change_to_employment_ratio,
  1.0 * identity_document_years / nullif(age_years, 0) as identity_document_to_age_ratio,
  age_at_document as age_at_identity_document_years,
  case when abs(age_at_document - 20) <= abs(age_at_document - 45) then abs(age_at_document - 20)
    else abs(age_at_document - 45) end as identity_document_off_schedule_years,
  1.0 * registration_years / nullif(age_years, 0) as registration_to_age_ratio,
  age_years - registration_years as age_at_registration_years,
  case when registration_years <= coalesce(identity_document_years, registration_years)
      and registration_years <= coalesce(phone_change_years, registration_years) then registration_years
    when identity_document_years <= coalesce(phone_change_years, identity_document_years) then identity_document_years
    else phone_change_years end as latest_change_years,
  (1.0 * coalesce(employment_years, 0) + coalesce(registration_years, 0) + coalesce(identity_document_years, 0)
    + coalesce(phone_change_years, 0)) / nullif(duration_count, 0) as mean_stability_years,
  1.0 * children_count / nullif(family_member_count, 0) as children_share_of_household,
  1.0 * social_circle_default_30d_count / nullif(social_circle_observed_count, 0) as social_circle_default_share,
  1.0 * enquiry_week_count + enquiry_month_count + enquiry_quarter_count as enquiry_count_90d,
  1.0 * enquiry_week_count + enquiry_month_count + enquiry_quarter_count + enquiry_year_count as enquiry_total_count,
  1.0 * bureau_debt_amount / nullif(annual_income_amount, 0) as bureau_debt_to_income_ratio,
  (1.0 * bureau_debt_amount + credit_amount) / nullif(annual_income_amount, 0) as debt_with_credit_to_income_ratio,
  1.0 * bureau_debt_amount / nullif(credit_amount, 0) as bureau_debt_to_requested_credit_ratio,
  (1.0 * annuity_amount + coalesce(bureau_annuity_amount, 0) + coalesce(previous_open_annuity_amount, 0))
    / nullif(annual_income_amount, 0) as all_annuities_to_income_ratio,
  1.0 * bureau_monthly_burden_amount / nullif(annual_income_amount, 0) as bureau_monthly_burden_to_income_ratio,
  1.0 * card_mean_balance_amount_3m / nullif(annual_income_amount, 0) as card_balance_to_income_ratio,
  1.0 * instalment_paid_amount_365d / nullif(annual_income_amount, 0) as instalment_paid_to_income_ratio,
  1.0 * annuity_amount / nullif(instalment_largest_paid_amount, 0) as annuity_to_largest_instalment_ratio,
  1.0 * annuity_amount / nullif(previous_approved_mean_annuity_amount, 0) as annuity_to_previous_annuity_ratio,
  1.0 * credit_amount / nullif(previous_approved_mean_credit_amount, 0) as credit_to_previous_credit_ratio,
  1.0 * credit_amount / nullif(previous_approved_largest_credit_amount, 0) as credit_to_largest_previous_credit_ratio,
  1.0 * credit_amount / nullif(previous_last_credit_amount, 0) as credit_to_last_previous_credit_ratio,
  ratio / nullif(previous_mean_credit_to_annuity_ratio, 0) as credit_to_annuity_to_previous_ratio,
  1.0 * credit_amount / nullif(bureau_largest_credit_amount, 0) as credit_to_largest_bureau_credit_ratio
from measured
