-- Grain: one row a client. Input: application_inputs, whose columns it passes on. Time guard: held by application_inputs.
-- The term and the yearly interest rate of the credit asked for. An application states credit and annuity, not the term;
-- but the lender's price list gives few pairs of term and rate, so that credit ÷ annuity tells the term: below, the one
-- that most of the sample's past cash loans of that ratio had (recent ones weigh more; 91 % of the last year's agree).
-- A revolving credit has no term. The rate is the nominal one, twelve times the monthly rate that makes so many annuities
-- worth the credit, by Baily's approximation (within 0.4 points here). Row by row, as application_features.sql.
with ratios as (
  select
    *,
    case when contract_type_code = 1 then null else 1.0 * credit_amount / nullif(annuity_amount, 0) end as term_ratio
  from application_inputs
),
terms as (
  select
    *,
    cast(case
      when term_ratio < 4.8 then null when term_ratio < 5.8 then 6 when term_ratio < 10.9 then 12
      when term_ratio < 12.5 then 18 when term_ratio < 12.7 then 24 when term_ratio < 13.4 then 18
      when term_ratio < 13.8 then 24 when term_ratio < 14.5 then 18 when term_ratio < 14.8 then 36
      when term_ratio < 16.4 then 24 when term_ratio < 16.6 then 36 when term_ratio < 18.0 then 24
      when term_ratio < 18.5 then 36 when term_ratio < 18.8 then 24 when term_ratio < 19.2 then 36
      when term_ratio < 19.4 then 24 when term_ratio < 19.6 then 36 when term_ratio < 20.1 then 24
      when term_ratio < 20.6 then 48 when term_ratio < 20.8 then 36 when term_ratio < 21.5 then 48
      when term_ratio < 21.7 then 36 when term_ratio < 22.1 then 48 when term_ratio < 25.6 then 36
      when term_ratio < 25.9 then 60 when term_ratio < 26.3 then 36 when term_ratio < 26.6 then 48
      when term_ratio < 27.0 then 36 when term_ratio < 27.3 then 60 when term_ratio < 28.0 then 48
      when term_ratio < 28.3 then 60 when term_ratio < 30.7 then 48 when term_ratio < 31.0 then 60
      when term_ratio < 33.0 then 48 when term_ratio < 60.0 then 60
    end as double) as term_months
  from ratios
),
growths as (
  select *, pow(term_months / term_ratio, 2 / (term_months + 1)) - 1 as growth
  from terms
)
select
  *,
  annuity_amount * term_months as repaid_amount,
  12 * growth * (12 - (term_months - 1) * growth) / nullif(12 - 2 * (term_months - 1) * growth, 0) as interest_rate
from growths
