-- Grain: one row a client of the chunk, both windows. Inputs: client (window, key, z_<name>: correlated normal deviates) and the
-- published aggregates. Who the client is: age, household, region, work. Days count back from the application.
create or replace temp table person as
select
  *,
  round(quantile_of('age', win, phi(-z_age))) as DAYS_BIRTH,
  phi(z_revolving) > 1 - share('revolving', win) as is_revolving,
  (phi(z_gender) > 1 - share('gender', win))::integer as is_male,
  least(9, floor((-DAYS_BIRTH / 365.25 - 20) / 5))::integer as age_band,
  uniform(key, 1001) < share('income_pensioner', age_band) as is_pensioner,
  uniform(key, 1006) >= share('no_bureau', win) as has_bureau
from client;

create or replace temp table household as
select
  person.*,
  case when is_pensioner then 'Pensioner' else income_type.NAME_INCOME_TYPE end as income_type,
  case when is_pensioner then 3 when income_type.NAME_INCOME_TYPE = 'Working' then 0
    when income_type.NAME_INCOME_TYPE = 'Commercial associate' then 1 when income_type.NAME_INCOME_TYPE = 'State servant' then 2
    else 3 end as income_group,
  education.NAME_EDUCATION_TYPE,
  rating.REGION_RATING_CLIENT::integer as rating,
  children.CNT_CHILDREN,
  family.NAME_FAMILY_STATUS,
  housing.NAME_HOUSING_TYPE
from person
join choice_income_type income_type on income_type.grp = win and income_type.slot = slot(phi(z_income_type))
join choice_education education on education.grp = win and education.slot = slot(phi(z_education))
join choice_rating rating on rating.grp = win and rating.slot = slot(phi(z_rating))
join choice_children children on children.grp = age_band and children.slot = slot_of(key, 1002)
join choice_family family on family.grp = age_band and family.slot = slot_of(key, 1003)
join choice_housing housing on housing.grp = age_band and housing.slot = slot_of(key, 1004);

create or replace temp table work as
select
  household.*,
  case when not is_pensioner then occupation.OCCUPATION_TYPE end as OCCUPATION_TYPE,
  case when is_pensioner then 0 else coalesce(list_position(getvariable('s_occupations'), occupation.OCCUPATION_TYPE), 0) end
    as occupation_index
from household
join choice_occupation occupation
  on occupation.grp = case when income_group = 3 then 12
    else income_group * 4 + is_male
      + case when NAME_EDUCATION_TYPE in ('Higher education', 'Academic degree', 'Incomplete higher') then 2 else 0 end end
  and occupation.slot = slot_of(key, 1005);
