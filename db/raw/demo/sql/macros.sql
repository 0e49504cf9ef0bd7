-- Random draws that depend on a key and a stream alone, so that the number of threads or the size of a chunk changes nothing;
-- and look-ups in the published aggregates, which are held in variables: q_<name> is a list of 101 quantiles per group,
-- s_<name> a list of shares per group, choice_<name> a table of 1,000 slots per group.
create macro uniform(key, stream) as (hash(xor(key, (stream)::ubigint)) >> 11)::double / 9007199254740992.0;

-- Box–Muller; streams above 100,000 are the second uniform of the stream 100,000 below.
create macro gauss(key, stream) as
  sqrt(-2 * ln(uniform(key, stream) + 1e-16)) * cos(2 * pi() * uniform(key, (stream) + 100000));

-- The key of the row number `number` of a client in the table number `kind`.
create macro row_key(key, kind, number) as hash(xor(key, hash((kind) * 1000000 + (number))));

-- Normal cumulative distribution within 1.4e-4, kept inside (0, 1).
create macro phi(z) as 1 / (1 + exp(-greatest(least(z, 5.0), -5.0) * (1.5976 + 0.070565 * pow(greatest(least(z, 5.0), -5.0), 2))));

-- A row's normal deviate that shares the part `loading` with the client's.
create macro mix(z, loading, own) as (z) * (loading) + (own) * sqrt(1 - (loading) * (loading));

create macro share(name, grp) as list_extract(getvariable('s_' || name), (grp) + 1);
create macro loading(name) as list_extract(getvariable('s_loading_' || name), 1);
-- The deviate of a record: the client's part, less its mean over records (clients with many records weigh more), and its own.
create macro record_deviate(name, z, own) as mix((z) - list_extract(getvariable('s_shift_' || name), 1), loading(name), own);

-- Interpolated quantile, for measures.
create macro quantile_of(name, grp, u) as
  list_extract(getvariable('q_' || name), (grp) * 101 + 1 + floor((u) * 99.9999)::integer)
    * (1 - ((u) * 99.9999 - floor((u) * 99.9999)))
  + list_extract(getvariable('q_' || name), (grp) * 101 + 2 + floor((u) * 99.9999)::integer)
    * ((u) * 99.9999 - floor((u) * 99.9999));

-- Nearest quantile, for counts and for amounts that people round.
create macro atom_of(name, grp, u) as
  list_extract(getvariable('q_' || name), (grp) * 101 + 1 + round((u) * 100)::integer);

create macro slot(u) as floor((u) * 999.9999)::integer;
create macro slot_of(key, stream) as slot(uniform(key, stream));
-- Kaggle's amounts are multiples of 0.5 cent of their currency's unit, near enough.
create macro money(amount) as round((amount) * 200) / 200;
