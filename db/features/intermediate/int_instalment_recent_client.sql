-- Grain: one row a client who had an instalment due with this lender: the last 3 and 5 due.
-- Input: int_instalment. Time guard: held by stg_installments_payments.
-- Ties in the due day: the larger contract_id, then instalment number, then amount comes first.
with ranked as (
  select
    client_id,
    days_late,
    case when days_late > 0 then days_late else 0 end as lateness,
    paid_amount / nullif(due_amount, 0) as paid_share,
    row_number() over (
      partition by client_id
      order by due_days_ago, contract_id desc, instalment_number desc, due_amount desc, days_late desc
    ) as recency
  from int_instalment
)
select
  client_id,
  avg(case when recency <= 3 then lateness end) as instalment_last3_mean_days_late,
  avg(case when recency <= 3 then days_late end) as instalment_last3_mean_delay_days,
  avg(case when recency <= 3 then paid_share end) as instalment_last3_mean_paid_share,
  avg(lateness) as instalment_last5_mean_days_late,
  avg(case when lateness > 0 then 1 when lateness is not null then 0 end) as instalment_last5_late_share,
  avg(paid_share) as instalment_last5_mean_paid_share
from ranked
where recency <= 5
group by client_id
