-- Grain: one row an earlier application, every column of Kaggle's previous_application. Input: earlier_terms. Approved loans get their
-- calendar: first due, last due as first agreed, last due as it came (earlier when repaid early), termination; 365243 = not yet.
create or replace temp table calendar as
select
  *,
  getvariable('first_previous_id') + row_number() over (order by client_id, number) as SK_ID_PREV,
  outcome in (1, 4) and n_DAYS_FIRST_DUE = 0 as is_loan,
  DAYS_DECISION + greatest(10, round(quantile_of('previous_first_due', (outcome = 4)::integer, uniform(rkey, 11)))) as first_due,
  first_due + 30 * (greatest(term, 1) - 1) as last_agreed,
  first_due + 30 * round((greatest(term, 1) - 1) * least(1, greatest(0,
    quantile_of('previous_life', (outcome = 4)::integer, phi(record_deviate('previous_life', z_previous_life, gauss(rkey, 12)))))))
    as last_due,
  case when outcome < 4 then 0 else greatest(0, quantile_of('previous_down_rate', 0, uniform(rkey, 15))) end as down_rate,
  last_due + greatest(2, least(60, round(quantile_of('previous_termination', (outcome = 4)::integer, uniform(rkey, 13)))))
    as terminated
from earlier_terms;

create or replace temp table previous_application as
select
  client_id, rkey, outcome, is_loan, first_due, last_due, terminated, z_pos_late, z_card_util, term,
  SK_ID_PREV, NAME_CONTRACT_TYPE, AMT_ANNUITY, AMT_APPLICATION, AMT_CREDIT,
  case when n_AMT_DOWN_PAYMENT = 0 then money(AMT_APPLICATION * down_rate) end
    as AMT_DOWN_PAYMENT,
  case when n_AMT_GOODS_PRICE = 0 then AMT_APPLICATION end as AMT_GOODS_PRICE,
  weekday.WEEKDAY_APPR_PROCESS_START,
  atom_of('previous_hour', 0, uniform(rkey, 14)) as HOUR_APPR_PROCESS_START,
  flags.FLAG_LAST_APPL_PER_CONTRACT, flags.NFLAG_LAST_APPL_IN_DAY,
  case when n_AMT_DOWN_PAYMENT = 0 then down_rate end as RATE_DOWN_PAYMENT,
  case when outcome = 4 and uniform(rkey, 16) < share('previous_rate_known', 0)
    then quantile_of('previous_rate_primary', 0, uniform(rkey, 17)) end as RATE_INTEREST_PRIMARY,
  case when RATE_INTEREST_PRIMARY is not null then atom_of('previous_rate_privileged', 0, uniform(rkey, 18)) end
    as RATE_INTEREST_PRIVILEGED,
  purpose.NAME_CASH_LOAN_PURPOSE, NAME_CONTRACT_STATUS, DAYS_DECISION, payment.NAME_PAYMENT_TYPE, reject.CODE_REJECT_REASON,
  case when n_NAME_TYPE_SUITE = 0 then suite.NAME_TYPE_SUITE end as NAME_TYPE_SUITE,
  kind.NAME_CLIENT_TYPE, NAME_GOODS_CATEGORY, NAME_PORTFOLIO, NAME_PRODUCT_TYPE, CHANNEL_TYPE,
  atom_of('previous_seller_area', outcome, uniform(rkey, 19)) as SELLERPLACE_AREA,
  NAME_SELLER_INDUSTRY,
  case when n_CNT_PAYMENT = 0 then case when outcome >= 7 then 0 else term end end as CNT_PAYMENT,
  NAME_YIELD_GROUP, PRODUCT_COMBINATION,
  case when n_DAYS_FIRST_DUE = 0 then case when outcome = 7 and uniform(rkey, 20) < 0.64
    then least(-2, DAYS_DECISION + round(400 * pow(uniform(rkey, 21), 2))) else 365243 end end as DAYS_FIRST_DRAWING,
  case when n_DAYS_FIRST_DUE = 0 then case when is_loan then first_due
    when outcome = 7 and uniform(rkey, 20) < 0.6 then DAYS_DECISION + 40 + round(60 * uniform(rkey, 22)) else 365243 end end
    as DAYS_FIRST_DUE,
  case when n_DAYS_FIRST_DUE = 0 then case when is_loan then last_agreed else 365243 end end as DAYS_LAST_DUE_1ST_VERSION,
  case when n_DAYS_FIRST_DUE = 0 then case when is_loan and last_due <= -2 then last_due
    when outcome = 7 and uniform(rkey, 23) < 0.16 then round(DAYS_DECISION * uniform(rkey, 24)) - 2 else 365243 end end as DAYS_LAST_DUE,
  case when n_DAYS_FIRST_DUE = 0 then case when is_loan and terminated <= -2 then terminated
    when outcome = 7 and DAYS_LAST_DUE < 0 then least(-2, DAYS_LAST_DUE + 30) else 365243 end end as DAYS_TERMINATION,
  case when n_DAYS_FIRST_DUE = 0 then (uniform(rkey, 25) < share('previous_insured', outcome))::integer end
    as NFLAG_INSURED_ON_APPROVAL
from calendar
join choice_weekday weekday on weekday.slot = slot_of(rkey, 26)
join choice_previous_flags flags on flags.slot = slot_of(rkey, 27)
join choice_previous_purpose purpose on purpose.grp = outcome and purpose.slot = slot_of(rkey, 28)
join choice_previous_payment payment on payment.grp = outcome and payment.slot = slot_of(rkey, 29)
join choice_previous_reject reject on reject.grp = outcome and reject.slot = slot_of(rkey, 30)
join choice_previous_suite suite on suite.slot = slot_of(rkey, 31)
join choice_previous_client kind on kind.grp = outcome * 5 + band and kind.slot = slot_of(rkey, 32);
