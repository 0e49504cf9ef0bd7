-- Grain: one row a client. Inputs: application_train, application_test.
-- Time guard: the application itself, known on its day.
-- The building the client lives in. Kaggle normalises every figure to 0–1 over all buildings, so they are indices.
with applications as (
  select
    SK_ID_CURR, APARTMENTS_AVG, BASEMENTAREA_AVG, YEARS_BEGINEXPLUATATION_AVG, YEARS_BUILD_AVG,
    COMMONAREA_AVG, ENTRANCES_AVG, FLOORSMAX_AVG, FLOORSMIN_AVG, LANDAREA_AVG, LIVINGAREA_AVG, NONLIVINGAREA_AVG,
    TOTALAREA_MODE, WALLSMATERIAL_MODE, HOUSETYPE_MODE
  from application_train
  union all
  select
    SK_ID_CURR, APARTMENTS_AVG, BASEMENTAREA_AVG, YEARS_BEGINEXPLUATATION_AVG, YEARS_BUILD_AVG,
    COMMONAREA_AVG, ENTRANCES_AVG, FLOORSMAX_AVG, FLOORSMIN_AVG, LANDAREA_AVG, LIVINGAREA_AVG, NONLIVINGAREA_AVG,
    TOTALAREA_MODE, WALLSMATERIAL_MODE, HOUSETYPE_MODE
  from application_test
),
counted as (
  select
    *,
    cast(case when APARTMENTS_AVG is null then 0 else 1 end + case when ENTRANCES_AVG is null then 0 else 1 end
      + case when FLOORSMAX_AVG is null then 0 else 1 end + case when LIVINGAREA_AVG is null then 0 else 1 end
      + case when TOTALAREA_MODE is null then 0 else 1 end as double) as known_size_count,
    coalesce(APARTMENTS_AVG, 0) + coalesce(ENTRANCES_AVG, 0) + coalesce(FLOORSMAX_AVG, 0)
      + coalesce(LIVINGAREA_AVG, 0) + coalesce(TOTALAREA_MODE, 0) as size_sum,
    cast(case when BASEMENTAREA_AVG is null then 0 else 1 end + case when YEARS_BUILD_AVG is null then 0 else 1 end
      + case when YEARS_BEGINEXPLUATATION_AVG is null then 0 else 1 end
      + case when COMMONAREA_AVG is null then 0 else 1 end + case when FLOORSMIN_AVG is null then 0 else 1 end
      + case when LANDAREA_AVG is null then 0 else 1 end + case when NONLIVINGAREA_AVG is null then 0 else 1 end
      as double) as known_other_count
  from applications
)
select
  SK_ID_CURR as client_id,
  APARTMENTS_AVG as dwelling_apartment_size,
  BASEMENTAREA_AVG as dwelling_basement_area,
  YEARS_BEGINEXPLUATATION_AVG as dwelling_in_use_index,
  YEARS_BUILD_AVG as dwelling_built_index,
  COMMONAREA_AVG as dwelling_common_area,
  ENTRANCES_AVG as dwelling_entrance_index,
  FLOORSMAX_AVG as dwelling_top_floor_index,
  LANDAREA_AVG as dwelling_land_area,
  LIVINGAREA_AVG as dwelling_living_area,
  NONLIVINGAREA_AVG as dwelling_nonliving_area,
  TOTALAREA_MODE as dwelling_total_area,
  size_sum / nullif(known_size_count, 0) as dwelling_mean_size_index,
  known_size_count + known_other_count as dwelling_known_figure_count,
  nullif(nullif(WALLSMATERIAL_MODE, 'XNA'), '') as wall_material,
  nullif(nullif(HOUSETYPE_MODE, 'XNA'), '') as house_type
from counted
