-- Grain: one row a client. Inputs: stg_application, stg_application_dwelling, category_codes.
-- Time guard: the application itself.
-- Categories as ordered whole numbers, so that a tree can split them; an unknown category has no code (null).
select
  a.client_id,
  cast(contract.code as double) as contract_type_code,
  cast(income.code as double) as income_type_code,
  cast(education.code as double) as education_type_code,
  cast(family.code as double) as family_status_code,
  cast(housing.code as double) as housing_type_code,
  cast(occupation.code as double) as occupation_type_code,
  cast(organization.code as double) as organization_type_code,
  cast(wall.code as double) as wall_material_code,
  cast(house.code as double) as house_type_code,
  cast(weekday.code as double) as application_weekday_code
from stg_application as a
left join stg_application_dwelling as d on d.client_id = a.client_id
left join category_codes as contract
  on contract.source_column = 'application_train.NAME_CONTRACT_TYPE' and contract.category = a.contract_type
left join category_codes as income
  on income.source_column = 'application_train.NAME_INCOME_TYPE' and income.category = a.income_type
left join category_codes as education
  on education.source_column = 'application_train.NAME_EDUCATION_TYPE' and education.category = a.education_type
left join category_codes as family
  on family.source_column = 'application_train.NAME_FAMILY_STATUS' and family.category = a.family_status
left join category_codes as housing
  on housing.source_column = 'application_train.NAME_HOUSING_TYPE' and housing.category = a.housing_type
left join category_codes as occupation
  on occupation.source_column = 'application_train.OCCUPATION_TYPE' and occupation.category = a.occupation_type
left join category_codes as organization
  on organization.source_column = 'application_train.ORGANIZATION_TYPE'
    and organization.category = a.organization_type
left join category_codes as wall
  on wall.source_column = 'application_train.WALLSMATERIAL_MODE' and wall.category = d.wall_material
left join category_codes as house
  on house.source_column = 'application_train.HOUSETYPE_MODE' and house.category = d.house_type
left join category_codes as weekday
  on weekday.source_column = 'application_train.WEEKDAY_APPR_PROCESS_START'
    and weekday.category = a.application_weekday
