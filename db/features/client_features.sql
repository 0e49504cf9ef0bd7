-- Grain: one row a client, every feature a double or null, in catalog order. Inputs: stg_application, client_application,
-- and for the history client_bureau, client_previous, int_pos_client, int_card_client, client_instalment. Time guard: held
-- by them. No row in a history relation gives nulls, never zeros.
select *
from (select client_id, window_name as "window", target from stg_application) as clients
left join client_application using (client_id)
left join client_bureau using (client_id)
left join client_previous using (client_id)
left join int_pos_client using (client_id)
left join int_card_client using (client_id)
left join client_instalment using (client_id)
