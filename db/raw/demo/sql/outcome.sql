-- Grain: one row a client of the chunk. Inputs: application, risk_terms.sql, risk_history_terms.sql. Whether the client defaults
-- (TARGET): drawn with the probability that the weighted terms give. risk_log_odds is written from aggregates/odds.json.
create or replace temp table outcome as
select
  application.client_id,
  (uniform(key, 9001) < 1 / (1 + exp(-risk_log_odds(terms, history))))::integer as TARGET
from application
join risk_terms terms on terms.client_id = application.client_id
join risk_history_terms history on history.client_id = application.client_id;

create or replace temp table application_rows as
select
  application.*,
  docs[1]::integer as FLAG_DOCUMENT_2,
  docs[2]::integer as FLAG_DOCUMENT_3,
  docs[3]::integer as FLAG_DOCUMENT_4,
  docs[4]::integer as FLAG_DOCUMENT_5,
  docs[5]::integer as FLAG_DOCUMENT_6,
  docs[6]::integer as FLAG_DOCUMENT_7,
  docs[7]::integer as FLAG_DOCUMENT_8,
  docs[8]::integer as FLAG_DOCUMENT_9,
  docs[9]::integer as FLAG_DOCUMENT_10,
  docs[10]::integer as FLAG_DOCUMENT_11,
  docs[11]::integer as FLAG_DOCUMENT_12,
  docs[12]::integer as FLAG_DOCUMENT_13,
  docs[13]::integer as FLAG_DOCUMENT_14,
  docs[14]::integer as FLAG_DOCUMENT_15,
  docs[15]::integer as FLAG_DOCUMENT_16,
  docs[16]::integer as FLAG_DOCUMENT_17,
  docs[17]::integer as FLAG_DOCUMENT_18,
  docs[18]::integer as FLAG_DOCUMENT_19,
  docs[19]::integer as FLAG_DOCUMENT_20,
  docs[20]::integer as FLAG_DOCUMENT_21,
  outcome.TARGET
from application
join outcome on outcome.client_id = application.client_id;
