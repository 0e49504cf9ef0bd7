-- Grain: one row a credit with another lender and month. Input: bureau_balance.
-- Time guard: months after the application (MONTHS_BALANCE > 0) are left out.
-- Quirks: STATUS C (closed) and X (unknown) have no level of lateness; 1 means up to 30 days late … 5 over 120 or sold.
select
  SK_ID_BUREAU as credit_id,
  -MONTHS_BALANCE as months_ago,
  cast(case when STATUS in ('0', '1', '2', '3', '4', '5') then STATUS end as double) as late_level,
  cast(case when STATUS in ('1', '2', '3', '4', '5') then 1 else 0 end as double) as is_late,
  cast(case when STATUS = 'X' then 1 else 0 end as double) as is_unknown
from bureau_balance
where MONTHS_BALANCE <= 0
