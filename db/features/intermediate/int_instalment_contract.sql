-- Grain: one row a credit with this lender that had an instalment due. Input: int_instalment.
-- Time guard: held by stg_installments_payments.
select
  client_id,
  contract_id,
  max(due_days_ago) as first_due_days_ago,
  avg(case when days_late > 0 then 1 else 0 end) as late_share
from int_instalment
group by client_id, contract_id
