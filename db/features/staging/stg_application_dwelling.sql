-- Grain: one row a client. Inputs: application_train, application_test.
-- Time guard: the application itself, known on its day.
-- The building the client lives in. Kaggle normalises every figure to 0–1 over all buildings, so they are indices.
with applications as (
  select
    SK_ID_CURR, APARTMENTS_AVG, BASEMENTAREA_AVG, YEARS_BEGINEXPLUATATION_AVG,
    COMMONAREA_AVG, ENTRANCES_AVG, FLOORSMAX_AVG, LANDAREA_AVG, LIVINGAREA_AVG, NONLIVINGAREA_AVG,
    TOTALAREA_MODE, WALLSMATERIAL_MODE
  from application_train
  union all
  select
    SK_ID_CURR, APARTMENTS_AVG, BASEMENTAREA_AVG, YEARS_BEGINEXPLUATATION_AVG,
    COMMONAREA_AVG, ENTRANCES_AVG, FLOORSMAX_AVG, LANDAREA_AVG, LIVINGAREA_AVG, NONLIVINGAREA_AVG,
    TOTALAREA_MODE, WALLSMATERIAL_MODE
  from application_test
)
select
  SK_ID_CURR as client_id,
  APARTMENTS_AVG as dwelling_apartment_size,
  BASEMENTAREA_AVG as dwelling_basement_area,
  YEARS_BEGINEXPLUATATION_AVG as dwelling_in_use_index,
  COMMONAREA_AVG as dwelling_common_area,
  ENTRANCES_AVG as dwelling_entrance_index,
  FLOORSMAX_AVG as dwelling_top_floor_index,
  LANDAREA_AVG as dwelling_land_area,
  LIVINGAREA_AVG as dwelling_living_area,
  NONLIVINGAREA_AVG as dwelling_nonliving_area,
  TOTALAREA_MODE as dwelling_total_area,
  nullif(nullif(WALLSMATERIAL_MODE, 'XNA'), '') as wall_material
from applications
