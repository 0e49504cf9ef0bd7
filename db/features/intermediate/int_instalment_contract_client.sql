-- Grain: one row a client who had an instalment due with this lender: how each credit went.
-- Input: int_instalment_contract. Time guard: held by stg_installments_payments.
-- The last credit is the one whose first instalment was due last; of two of one day, that of the larger contract_id.
with ranked as (
  select
    *,
    row_number() over (partition by client_id order by first_due_days_ago, contract_id desc) as recency
  from int_instalment_contract
)
select
  client_id,
  avg(case when late_share > 0 then 1 else 0 end) as instalment_late_contract_share,
  max(case when recency = 1 then late_share end) as instalment_last_contract_late_share
from ranked
group by client_id
