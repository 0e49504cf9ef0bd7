-- Grain: one row a client of the chunk. The building block: what is known is drawn as one pattern of 19 flags (the 14 measures, then
-- total area, fund, house type, walls, emergency), so that blanks come together as they do in the published tables.
-- AVG, MODE and MEDI describe the same building: equal for a known share of clients, close to each other for the rest.
create or replace macro measure_avg(known, name, z) as case when known then round(quantile_of('b_' || name, 0, phi(z)), 4) end;
create or replace macro measure_near(average, equal_share, key, stream, spread) as
  case when average is null then null when average = 0 or uniform(key, stream) < equal_share then average
    else round(least(1, average * (1 + spread * (uniform(key, (stream) + 50) - 0.5))), 4) end;

create or replace temp table building_average as
select
  client_id,
  key,
  mask.mask,
  measure_avg(mask[1] = '1', 'apartments', z_b_apartments) as APARTMENTS_AVG,
  measure_avg(mask[2] = '1', 'basementarea', z_b_basementarea) as BASEMENTAREA_AVG,
  measure_avg(mask[3] = '1', 'years_beginexpluatation', z_b_years_beginexpluatation) as YEARS_BEGINEXPLUATATION_AVG,
  measure_avg(mask[4] = '1', 'years_build', z_b_years_build) as YEARS_BUILD_AVG,
  measure_avg(mask[5] = '1', 'commonarea', z_b_commonarea) as COMMONAREA_AVG,
  measure_avg(mask[6] = '1', 'elevators', z_b_elevators) as ELEVATORS_AVG,
  measure_avg(mask[7] = '1', 'entrances', z_b_entrances) as ENTRANCES_AVG,
  measure_avg(mask[8] = '1', 'floorsmax', z_b_floorsmax) as FLOORSMAX_AVG,
  measure_avg(mask[9] = '1', 'floorsmin', z_b_floorsmin) as FLOORSMIN_AVG,
  measure_avg(mask[10] = '1', 'landarea', z_b_landarea) as LANDAREA_AVG,
  measure_avg(mask[11] = '1', 'livingapartments', z_b_livingapartments) as LIVINGAPARTMENTS_AVG,
  measure_avg(mask[12] = '1', 'livingarea', z_b_livingarea) as LIVINGAREA_AVG,
  measure_avg(mask[13] = '1', 'nonlivingapartments', z_b_nonlivingapartments) as NONLIVINGAPARTMENTS_AVG,
  measure_avg(mask[14] = '1', 'nonlivingarea', z_b_nonlivingarea) as NONLIVINGAREA_AVG,
  measure_avg(mask[15] = '1', 'totalarea', z_b_totalarea) as TOTALAREA_MODE
from client
join choice_housing_mask mask on mask.grp = win and mask.slot = slot(phi(z_housing_known));

create or replace temp table building as
select
  average.* exclude (key, mask),
  measure_near(APARTMENTS_AVG, share('mode_equal_apartments', 0), key, 2001, 0.16) as APARTMENTS_MODE,
  measure_near(APARTMENTS_AVG, share('medi_equal_apartments', 0), key, 2101, 0.06) as APARTMENTS_MEDI,
  measure_near(BASEMENTAREA_AVG, share('mode_equal_basementarea', 0), key, 2002, 0.16) as BASEMENTAREA_MODE,
  measure_near(BASEMENTAREA_AVG, share('medi_equal_basementarea', 0), key, 2102, 0.06) as BASEMENTAREA_MEDI,
  measure_near(YEARS_BEGINEXPLUATATION_AVG, share('mode_equal_years_beginexpluatation', 0), key, 2003, 0.16) as YEARS_BEGINEXPLUATATION_MODE,
  measure_near(YEARS_BEGINEXPLUATATION_AVG, share('medi_equal_years_beginexpluatation', 0), key, 2103, 0.06) as YEARS_BEGINEXPLUATATION_MEDI,
  measure_near(YEARS_BUILD_AVG, share('mode_equal_years_build', 0), key, 2004, 0.16) as YEARS_BUILD_MODE,
  measure_near(YEARS_BUILD_AVG, share('medi_equal_years_build', 0), key, 2104, 0.06) as YEARS_BUILD_MEDI,
  measure_near(COMMONAREA_AVG, share('mode_equal_commonarea', 0), key, 2005, 0.16) as COMMONAREA_MODE,
  measure_near(COMMONAREA_AVG, share('medi_equal_commonarea', 0), key, 2105, 0.06) as COMMONAREA_MEDI,
  measure_near(ELEVATORS_AVG, share('mode_equal_elevators', 0), key, 2006, 0.16) as ELEVATORS_MODE,
  measure_near(ELEVATORS_AVG, share('medi_equal_elevators', 0), key, 2106, 0.06) as ELEVATORS_MEDI,
  measure_near(ENTRANCES_AVG, share('mode_equal_entrances', 0), key, 2007, 0.16) as ENTRANCES_MODE,
  measure_near(ENTRANCES_AVG, share('medi_equal_entrances', 0), key, 2107, 0.06) as ENTRANCES_MEDI,
  measure_near(FLOORSMAX_AVG, share('mode_equal_floorsmax', 0), key, 2008, 0.16) as FLOORSMAX_MODE,
  measure_near(FLOORSMAX_AVG, share('medi_equal_floorsmax', 0), key, 2108, 0.06) as FLOORSMAX_MEDI,
  measure_near(FLOORSMIN_AVG, share('mode_equal_floorsmin', 0), key, 2009, 0.16) as FLOORSMIN_MODE,
  measure_near(FLOORSMIN_AVG, share('medi_equal_floorsmin', 0), key, 2109, 0.06) as FLOORSMIN_MEDI,
  measure_near(LANDAREA_AVG, share('mode_equal_landarea', 0), key, 2010, 0.16) as LANDAREA_MODE,
  measure_near(LANDAREA_AVG, share('medi_equal_landarea', 0), key, 2110, 0.06) as LANDAREA_MEDI,
  measure_near(LIVINGAPARTMENTS_AVG, share('mode_equal_livingapartments', 0), key, 2011, 0.16) as LIVINGAPARTMENTS_MODE,
  measure_near(LIVINGAPARTMENTS_AVG, share('medi_equal_livingapartments', 0), key, 2111, 0.06) as LIVINGAPARTMENTS_MEDI,
  measure_near(LIVINGAREA_AVG, share('mode_equal_livingarea', 0), key, 2012, 0.16) as LIVINGAREA_MODE,
  measure_near(LIVINGAREA_AVG, share('medi_equal_livingarea', 0), key, 2112, 0.06) as LIVINGAREA_MEDI,
  measure_near(NONLIVINGAPARTMENTS_AVG, share('mode_equal_nonlivingapartments', 0), key, 2013, 0.16) as NONLIVINGAPARTMENTS_MODE,
  measure_near(NONLIVINGAPARTMENTS_AVG, share('medi_equal_nonlivingapartments', 0), key, 2113, 0.06) as NONLIVINGAPARTMENTS_MEDI,
  measure_near(NONLIVINGAREA_AVG, share('mode_equal_nonlivingarea', 0), key, 2014, 0.16) as NONLIVINGAREA_MODE,
  measure_near(NONLIVINGAREA_AVG, share('medi_equal_nonlivingarea', 0), key, 2114, 0.06) as NONLIVINGAREA_MEDI,
  case when mask[16] = '1' then fund.FONDKAPREMONT_MODE end as FONDKAPREMONT_MODE,
  case when mask[17] = '1' then house.HOUSETYPE_MODE end as HOUSETYPE_MODE,
  case when mask[18] = '1' then walls.WALLSMATERIAL_MODE end as WALLSMATERIAL_MODE,
  case when mask[19] = '1' then emergency.EMERGENCYSTATE_MODE end as EMERGENCYSTATE_MODE
from building_average average
join choice_fondkapremont fund on fund.slot = slot_of(key, 2201)
join choice_housetype house on house.slot = slot_of(key, 2202)
join choice_walls walls on walls.slot = slot_of(key, 2203)
join choice_emergency emergency on emergency.slot = slot_of(key, 2204);
