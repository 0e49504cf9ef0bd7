-- Grain: one row a client who has a credit with another lender: what the credit bureau tells, in catalog order.
-- Inputs: int_bureau_*_client, int_bureau_client. Time guard: held by them.
select
  client_id,
  bureau_credit_count, bureau_active_count, bureau_active_share, bureau_credit_type_count, bureau_active_card_count,
  bureau_mortgage_count, bureau_car_loan_count, bureau_secured_share, bureau_microloan_count,
  bureau_active_microloan_count, bureau_last_opened_days_ago, bureau_first_opened_days_ago,
  bureau_mean_opened_days_ago, bureau_active_last_opened_days_ago, bureau_active_mean_opened_days_ago,
  bureau_opening_interval_days, bureau_last_interval_days, bureau_opened_count_180d,
  bureau_opened_count_365d, bureau_opened_amount_365d, bureau_last_closed_days_ago, bureau_closed_mean_duration_days,
  bureau_early_closing_mean_days, bureau_active_longest_remaining_days, bureau_active_mean_remaining_days,
  bureau_past_end_active_count, bureau_mean_term_days, bureau_credit_amount, bureau_mean_credit_amount,
  bureau_largest_credit_amount, bureau_active_credit_amount, bureau_debt_amount, bureau_consumer_debt_amount,
  bureau_card_debt_amount, bureau_mortgage_debt_amount, bureau_largest_debt_to_credit_ratio,
  bureau_debt_to_credit_ratio, bureau_active_debt_to_credit_ratio, bureau_consumer_debt_to_credit_ratio,
  bureau_card_debt_to_credit_ratio, bureau_unused_limit_amount, bureau_overdue_amount, bureau_overdue_credit_count,
  bureau_ever_overdue_share, bureau_largest_overdue_amount, bureau_card_largest_overdue_amount,
  bureau_prolonged_count, bureau_annuity_amount, bureau_monthly_burden_amount, bureau_last_update_days_ago,
  bureau_mean_update_days_ago, bureau_last_credit_amount, bureau_last_term_days, bureau_last3_mean_opened_days_ago,
  bureau_last3_mean_credit_amount, bureau_last3_debt_to_credit_ratio, bureau_last5_active_share,
  bureau_last5_largest_overdue_amount, bureau_last5_debt_to_credit_ratio, bureau_month_count, bureau_late_month_share,
  bureau_late_month_share_12m, bureau_seriously_late_month_count,
  bureau_worst_late_level, bureau_worst_late_level_12m, bureau_recent_late_level, bureau_late_credit_share,
  bureau_last_late_months_ago, bureau_unknown_month_share
from int_bureau_client
left join int_bureau_type_client using (client_id)
left join int_bureau_recent_client using (client_id)
left join int_bureau_balance_client using (client_id)
