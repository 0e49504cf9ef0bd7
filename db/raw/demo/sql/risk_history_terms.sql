-- Grain: one row a client of the chunk. Inputs: application, contract_summary.sql. The part of the risk that lies in the client's earlier
-- dealings with Home Credit, on the scales of risk_terms.sql.
create or replace temp table risk_history_terms as
select
  application.client_id,
  (previous.client_id is null)::integer as p_none,
  known(refused_share - 0.17) as p_ref,
  known(ln(1 + refusals)) as p_nref,
  known(score_refusal_share) as p_rejx,
  known(clip(last_decision + 500, -1500, 500) / 1000) as p_last,
  known(clip(mean_decision + 900, -1500, 900) / 1000) as p_days,
  known(last_refused) as p_lastref,
  known(high_yield_share - 0.25) as p_high,
  known(clip(down_rate - 0.08, -0.1, 0.3)) as p_down,
  known(clip(ln(nullif(mean_annuity, 0) / 12000), -1.5, 1.5)) as p_ann,
  known(clip(ln(nullif(largest_annuity, 0) / 20000), -1.5, 1.5)) as p_maxann,
  known(clip((mean_term - 15) / 10, -1, 3)) as p_term,
  known(clip((mean_hour - 12.5) / 3, -2, 2)) as p_hour,
  known(revolving_share) as p_rev,
  known(consumer_share - 0.5) as p_cons,
  known(cancelled_share - 0.2) as p_can,
  known(agent_share) as p_ap,
  known(clip(ln(AMT_ANNUITY / nullif(largest_annuity, 0)), -1.5, 2.5)) as ann_prev,
  known(clip(ended_early / -100, 0, 5)) as p_early,
  clip(known(default_share), 0, 0.1) * 10 as s_def,
  clip(known(pos.late_share), 0, 0.2) * 5 as s_dpd,
  known(clip((mean_left - 8) / 10, -1, 3)) as s_fut,
  known(ln(1 + months) - 3) as s_n,
  known((completed_share - 0.1) * 5) as s_comp,
  clip(known(usage), 0, 1.1) as c_util,
  clip(known(recent_usage), 0, 1.1) as c_util6,
  clip(known(mean_cash_drawings), 0, 3) as c_natm,
  (card.client_id is not null)::integer as c_has,
  known((usage = 0)::integer) as c_idle,
  clip(known(instalment.late_share), 0, 0.5) as i_late
from application
left join previous_summary previous using (client_id)
left join pos_summary pos using (client_id)
left join card_summary card using (client_id)
left join instalment_summary instalment using (client_id);
