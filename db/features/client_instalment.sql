-- Grain: one row a client who had an instalment due with this lender: how it was paid, in catalog order.
-- Inputs: int_instalment_client, int_instalment_recent_client, int_instalment_contract_client. Time guard: held by them.
select
  client_id,
  instalment_count, instalment_late_share, instalment_late_share_90d,
  instalment_late_share_365d, instalment_late_over_30d_share, instalment_mean_days_late,
  instalment_mean_days_late_60d, instalment_mean_days_late_90d, instalment_mean_days_late_180d,
  instalment_mean_days_late_365d, instalment_recent_mean_days_late, instalment_amount_weighted_days_late,
  instalment_longest_days_late, instalment_last_late_days_ago, instalment_mean_delay_days,
  instalment_mean_delay_days_365d, instalment_delay_change_days, instalment_delay_deviation_days,
  instalment_underpaid_share, instalment_underpaid_share_365d, instalment_in_parts_share,
  instalment_shortfall_amount, instalment_shortfall_amount_365d, instalment_first3_late_share,
  instalment_largest_paid_amount, instalment_paid_amount_365d, instalment_last_paid_days_ago,
  instalment_last3_mean_days_late, instalment_last3_mean_delay_days, instalment_last3_mean_paid_share,
  instalment_last5_mean_days_late, instalment_last5_late_share, instalment_last5_mean_paid_share,
  instalment_late_contract_share, instalment_last_contract_late_share
from int_instalment_client
left join int_instalment_recent_client using (client_id)
left join int_instalment_contract_client using (client_id)
