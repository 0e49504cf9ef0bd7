-- Grain: one row a client: the groups between which the model is audited for fairness. Inputs: stg_application,
-- application_train, application_test. Time guard: the application itself, known on its day.
-- The one relation that reads the client's sex. No feature, screen or store reads it: it comes last and goes to the audit
-- in ml/ alone. A sex that the data does not tell (XNA) is null; ages are whole years reached on the application's day.
with declared as (
  select SK_ID_CURR, CODE_GENDER from application_train
  union all
  select SK_ID_CURR, CODE_GENDER from application_test
)
select
  a.client_id,
  case d.CODE_GENDER when 'F' then 'female' when 'M' then 'male' end as sex,
  case
    when a.age_years < 25 then '18-24'
    when a.age_years < 35 then '25-34'
    when a.age_years < 45 then '35-44'
    when a.age_years < 55 then '45-54'
    when a.age_years < 65 then '55-64'
    when a.age_years >= 65 then '65+'
  end as age_band,
  a.family_status
from stg_application as a
left join declared as d on d.SK_ID_CURR = a.client_id
