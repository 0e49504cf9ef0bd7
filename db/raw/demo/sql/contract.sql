-- Grain: one row a loan or card that was granted: those among the earlier applications, and a few older than the eight years which
-- these cover, whose last months alone are still reported. Inputs: previous_application, client.
create or replace temp table contract as
select
  client_id, rkey, SK_ID_PREV, outcome, is_loan, AMT_ANNUITY, AMT_CREDIT, DAYS_DECISION, first_due, last_due, terminated, term,
  z_pos_late, z_card_util
from previous_application
where is_loan or outcome = 7
union all by name
select
  client_id,
  row_key(key, 3, 0) as rkey,
  getvariable('first_older_id') + row_number() over (order by client_id) as SK_ID_PREV,
  case when is_card then 1 else 6 + 6 * floor(4 * uniform(rkey, 4)) end as term,
  case when is_card then 7 else 4 end as outcome,
  not is_card as is_loan,
  6000 + round(12000 * uniform(rkey, 1)) as AMT_ANNUITY,
  money(case when is_card then 45000 * ceil(5 * uniform(rkey, 2)) else AMT_ANNUITY * 12 end) as AMT_CREDIT,
  -2925 - round(300 * uniform(rkey, 3)) as DAYS_DECISION,
  DAYS_DECISION + 31 as first_due,
  first_due + 30 * (term - 1) as last_due,
  last_due + 5 as terminated,
  z_pos_late, z_card_util
from (select *, uniform(key, 5001) < 0.039 as is_card from client)
where is_card or uniform(key, 5001) > 0.87;
