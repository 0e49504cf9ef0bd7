-- Grain: one row a client. Input: application_inputs. Time guard: held by application_inputs.
-- Row by row, in SQL that DuckDB, SQLite and Spark read alike: doubles divided (1.0 * …) by nullif(…, 0), minima and
-- maxima by case. SQLite runs it for one client in a what-if.
with scores as (
  select
    *,
    case when external_score1 is null then 0 else 1 end + case when external_score2 is null then 0 else 1 end
      + case when external_score3 is null then 0 else 1 end as known_count,
    coalesce(external_score1, 0) + coalesce(external_score2, 0) + coalesce(external_score3, 0) as score_sum,
    case when external_score1 <= coalesce(external_score2, 2) and external_score1 <= coalesce(external_score3, 2)
      then external_score1 when external_score2 <= coalesce(external_score3, 2) then external_score2
      else external_score3 end as lowest,
    case when external_score1 >= coalesce(external_score2, -1) and external_score1 >= coalesce(external_score3, -1)
      then external_score1 when external_score2 >= coalesce(external_score3, -1) then external_score2
      else external_score3 end as highest
  from application_inputs
)
select
  client_id,
  cast(known_count as double) as external_score_count,
  1.0 * score_sum / nullif(known_count, 0) as external_score_mean,
  1.0 * external_score1 * external_score2 * external_score3 as external_score_product,
  1.0 * external_score2 * external_score3 as external_score2_times_score3,
  lowest as external_score_lowest,
  highest as external_score_highest,
  highest - lowest as external_score_spread,
  1.0 * credit_amount / nullif(annuity_amount, 0) as credit_to_annuity_ratio,
  1.0 * credit_amount / nullif(goods_price_amount, 0) as credit_to_goods_ratio,
  1.0 * credit_amount / nullif(annual_income_amount, 0) as credit_to_income_ratio,
  1.0 * annuity_amount / nullif(annual_income_amount, 0) as annuity_to_income_ratio,
  goods_price_amount - credit_amount as down_payment_amount,
  1.0 * annual_income_amount / nullif(family_member_count, 0) as income_per_family_member_amount,
  1.0 * annual_income_amount / nullif(age_years, 0) as income_per_year_of_age_amount,
  1.0 * employment_years / nullif(age_years, 0) as employment_to_age_ratio,
  age_years - employment_years as age_at_employment_years,
  1.0 * car_age_years / nullif(age_years, 0) as car_age_to_age_ratio,
  1.0 * phone_change_years / nullif(age_years, 0) as phone_change_to_age_ratio,
  1.0 * identity_document_years / nullif(age_years, 0) as identity_document_to_age_ratio,
  1.0 * registration_years / nullif(age_years, 0) as registration_to_age_ratio,
  1.0 * enquiry_week_count + enquiry_month_count + enquiry_quarter_count + enquiry_year_count
    as enquiry_total_count,
  1.0 * bureau_debt_amount / nullif(annual_income_amount, 0) as bureau_debt_to_income_ratio,
  (1.0 * bureau_debt_amount + credit_amount) / nullif(annual_income_amount, 0) as debt_with_credit_to_income_ratio,
  1.0 * bureau_debt_amount / nullif(credit_amount, 0) as bureau_debt_to_requested_credit_ratio,
  (1.0 * annuity_amount + coalesce(bureau_annuity_amount, 0) + coalesce(previous_open_annuity_amount, 0))
    / nullif(annual_income_amount, 0) as all_annuities_to_income_ratio,
  1.0 * annuity_amount / nullif(instalment_largest_paid_amount, 0) as annuity_to_largest_instalment_ratio,
  1.0 * annuity_amount / nullif(previous_approved_mean_annuity_amount, 0) as annuity_to_previous_annuity_ratio,
  1.0 * credit_amount / nullif(previous_approved_mean_credit_amount, 0) as credit_to_previous_credit_ratio,
  1.0 * credit_amount / nullif(previous_approved_largest_credit_amount, 0) as credit_to_largest_previous_credit_ratio
from scores
