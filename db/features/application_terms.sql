-- Grain: one row a client. Input: application_inputs. Time guard: held by application_inputs.
-- The term and the yearly interest rate of the credit asked for. An application states credit and annuity, not the term;
-- but the lender's price list gives few pairs of term and rate, so that credit ÷ annuity tells the term: below, the one
-- that most of the sample's past cash loans of that ratio had (recent ones weigh more; 92 % of the last year's agree).
-- A revolving credit has no term. The rate is the nominal one, twelve times the monthly rate that makes so many annuities
-- worth the credit, by Baily's approximation (within 0.4 points here). Row by row, as application_features.sql.
with ratios as (
  select
    client_id,
    case when contract_type_code = 1 then null else 1.0 * credit_amount / nullif(annuity_amount, 0) end as ratio
  from application_inputs
),
terms as (
  select
    client_id,
    ratio,
    case
      when ratio < 4.8 then null when ratio < 5.8 then 6 when ratio < 10.9 then 12 when ratio < 12.5 then 18
      when ratio < 12.7 then 24 when ratio < 13.4 then 18 when ratio < 13.8 then 24 when ratio < 14.5 then 18
      when ratio < 14.8 then 36 when ratio < 16.4 then 24 when ratio < 16.6 then 36 when ratio < 18.0 then 24
      when ratio < 18.5 then 36 when ratio < 18.8 then 24 when ratio < 19.2 then 36 when ratio < 19.4 then 24
      when ratio < 19.6 then 36 when ratio < 20.1 then 24 when ratio < 20.6 then 48 when ratio < 20.8 then 36
      when ratio < 21.5 then 48 when ratio < 21.7 then 36 when ratio < 22.1 then 48 when ratio < 25.6 then 36
      when ratio < 25.9 then 60 when ratio < 26.3 then 36 when ratio < 26.6 then 48 when ratio < 27.0 then 36
      when ratio < 27.3 then 60 when ratio < 28.0 then 48 when ratio < 28.3 then 60 when ratio < 30.7 then 48
      when ratio < 31.0 then 60 when ratio < 33.0 then 48 when ratio < 60.0 then 60
    end as months
  from ratios
),
growths as (
  select client_id, months, pow(1.0 * months / ratio, 2.0 / (months + 1)) - 1 as growth
  from terms
)
select
  client_id,
  cast(months as double) as term_months,
  12.0 * growth * (12 - (months - 1) * growth) / nullif(12 - 2 * (months - 1) * growth, 0) as interest_rate
from growths
