-- Grain: one row a client. Input: application_terms, whose columns it passes on. Time guard: held by application_inputs.
-- What the three external scores say together; a mean, extreme or deviation is of those that are known. Row by row, as
-- application_features.sql. In the geometric mean a score counts as at least 0.0001, since it takes logarithms.
with scores as (
  select
    *,
    cast(case when external_score1 is null then 0 else 1 end as double) as known1,
    cast(case when external_score2 is null then 0 else 1 end as double) as known2,
    cast(case when external_score3 is null then 0 else 1 end as double) as known3,
    coalesce(external_score1, 0) + coalesce(external_score2, 0) + coalesce(external_score3, 0) as score_sum,
    case when external_score1 is null or external_score1 > 0.0001 then external_score1 else 0.0001 end as positive1,
    case when external_score2 is null or external_score2 > 0.0001 then external_score2 else 0.0001 end as positive2,
    case when external_score3 is null or external_score3 > 0.0001 then external_score3 else 0.0001 end as positive3,
    case when external_score1 <= coalesce(external_score2, 2) and external_score1 <= coalesce(external_score3, 2)
      then external_score1 when external_score2 <= coalesce(external_score3, 2) then external_score2
      else external_score3 end as score_lowest,
    case when external_score1 >= coalesce(external_score2, -1) and external_score1 >= coalesce(external_score3, -1)
      then external_score1 when external_score2 >= coalesce(external_score3, -1) then external_score2
      else external_score3 end as score_highest
  from application_terms
),
averaged as (
  select
    *,
    known1 + known2 + known3 as score_count,
    1.0 * score_sum / nullif(known1 + known2 + known3, 0) as score_mean
  from scores
)
select
  *,
  (2.0 * coalesce(external_score1, 0) + coalesce(external_score2, 0) + 3.0 * coalesce(external_score3, 0))
    / nullif(2 * known1 + known2 + 3 * known3, 0) as score_weighted_mean,
  exp((coalesce(ln(positive1), 0) + coalesce(ln(positive2), 0) + coalesce(ln(positive3), 0))
    / nullif(score_count, 0)) as score_geometric_mean,
  case when score_count = 3 then score_sum - score_lowest - score_highest else score_mean end as score_middle,
  sqrt((coalesce((external_score1 - score_mean) * (external_score1 - score_mean), 0)
    + coalesce((external_score2 - score_mean) * (external_score2 - score_mean), 0)
    + coalesce((external_score3 - score_mean) * (external_score3 - score_mean), 0)) / nullif(score_count, 0))
    as score_deviation
from averaged
