-- Grain: one row a payment of an instalment of an approved loan or card. Inputs: contract, credit_card_balance. An
-- instalment falls due every 30 days, before the application; some are paid in two parts; who pays POS loans late pays late here too.
create or replace temp table instalment as
with loan as (
  select
    client_id, SK_ID_PREV, rkey, AMT_ANNUITY, first_due, z_pos_late,
    least(last_due, -1) as until_day, last_due, first_due + 30 * (term - 1) > last_due as repaid_early, term
  from contract
  where is_loan and AMT_ANNUITY > 0 and first_due < -1 and uniform(rkey, 45) < case when outcome = 1 then 0.92 else 0.97 end
),
due as (
  select *, unnest(range(0, 1 + floor((until_day - first_due) / 30)::integer)) as passed from loan
)
select
  client_id, SK_ID_PREV,
  hash(xor(rkey, 900000 + passed)) as ikey,
  mix(z_pos_late, 0.5, gauss(rkey, 71)) as z_loan,
  case when repaid_early and last_due = first_due + 30 * passed then 2 else 1 end as NUM_INSTALMENT_VERSION,
  passed + 1 as NUM_INSTALMENT_NUMBER,
  first_due + 30 * passed as DAYS_INSTALMENT,
  case when NUM_INSTALMENT_VERSION = 2 then money(AMT_ANNUITY * greatest(1, (term - passed) * 0.85)) else AMT_ANNUITY end
    as AMT_INSTALMENT,
  case when last_due = first_due + 30 * passed then 0.03 else 0.085 end as split_share
from due
union all by name
select
  payment.client_id, SK_ID_PREV,
  hash(xor(payment.rkey, 910000 - MONTHS_BALANCE * 2 + extra)) as ikey,
  mix(z_pos_late, 0.5, gauss(payment.rkey, 71)) as z_loan,
  0 as NUM_INSTALMENT_VERSION,
  row_number() over (partition by SK_ID_PREV order by MONTHS_BALANCE, extra) as NUM_INSTALMENT_NUMBER,
  round(MONTHS_BALANCE * 30.4) + 14 + 4 * extra as DAYS_INSTALMENT,
  case when extra = 0 then greatest(AMT_PAYMENT_TOTAL_CURRENT, 9) else money(5 + 400 * pow(uniform(ikey, 77), 3)) end as AMT_INSTALMENT,
  0.012 as split_share
from (
  -- A card's month often brings a second, small instalment: its interest.
  select *, unnest(case when uniform(rkey, 8900 + age) < 0.45 then [0, 1] else [0] end) as extra
  from credit_card_balance
  where AMT_PAYMENT_TOTAL_CURRENT > 0
) payment
join contract using (SK_ID_PREV);

create or replace temp table installments_payments as
with part as (
  select *, uniform(ikey, 72) < split_share as is_split, unnest(case when uniform(ikey, 72) < split_share then [1, 2] else [1] end) as part
  from instalment
)
select
  client_id, SK_ID_PREV, NUM_INSTALMENT_VERSION, NUM_INSTALMENT_NUMBER, DAYS_INSTALMENT, part,
  case when uniform(ikey, 73) >= 0.0003 then least(-1, DAYS_INSTALMENT + (part - 1) * ceil(12 * uniform(ikey, 74))
    + round(atom_of('instalment_delay', 0, phi(mix(z_loan, 0.55, gauss(ikey, 75)))))) end as DAYS_ENTRY_PAYMENT,
  AMT_INSTALMENT,
  case when DAYS_ENTRY_PAYMENT is null then null
    when not is_split then AMT_INSTALMENT
    when part = 1 then money(AMT_INSTALMENT * (0.2 + 0.6 * uniform(ikey, 76)))
    else AMT_INSTALMENT - money(AMT_INSTALMENT * (0.2 + 0.6 * uniform(ikey, 76))) end as AMT_PAYMENT
from part;
