-- Grain: one row a payment of an instalment (one instalment may be paid in parts). Input: installments_payments.
-- Time guard: instalments due after the application (DAYS_INSTALMENT > 0) are left out; a payment made after it
-- (DAYS_ENTRY_PAYMENT > 0) has not happened yet, so the instalment is unpaid.
-- Quirks: version 0 is a credit card's; a blank payment is an instalment not paid.
select
  SK_ID_CURR as client_id,
  SK_ID_PREV as contract_id,
  NUM_INSTALMENT_VERSION as schedule_version,
  NUM_INSTALMENT_NUMBER as instalment_number,
  -DAYS_INSTALMENT as due_days_ago,
  AMT_INSTALMENT as due_amount,
  case when DAYS_ENTRY_PAYMENT <= 0 then -DAYS_ENTRY_PAYMENT end as paid_days_ago,
  case when DAYS_ENTRY_PAYMENT <= 0 then AMT_PAYMENT else 0 end as paid_amount
from installments_payments
where DAYS_INSTALMENT <= 0
