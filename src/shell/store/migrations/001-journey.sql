-- The state of the journey and the ledger that seals it. Understood by PostgreSQL 15.
--
-- Every table of state keeps a `document`: the canonical JSON (RFC 8785) whose SHA-256 the ledger holds. It is of type
-- json, not jsonb, because jsonb would respell it and cannot hold U+0000. The other columns are read out of the document
-- by one function each (src/shell/store/rows/*.ts) for searching and sorting; `trucewatch verify` reads them out again
-- and compares. `item` is what one line of a list shows, so that lists need not read whole documents.

create table captures (
  sha256 text primary key,
  name text not null,
  illustrative boolean not null,
  received_at timestamp not null,
  document json not null
);

-- Whether the reports of a capture are all processed. Working state of the program, not part of the record.
create table jobs (
  capture text primary key references captures (sha256),
  state text not null check (state in ('waiting', 'done'))
);
create index jobs_waiting on jobs (capture) where state = 'waiting';

create table reports (
  id text primary key,
  capture text not null references captures (sha256),
  ordinal integer not null,
  source text,
  published timestamp,
  plain_text text not null,
  item json not null,
  document json not null,
  unique (capture, ordinal)
);
create index reports_newest on reports ((coalesce(published, '-infinity')) desc, id desc);
create index reports_source on reports (source, (coalesce(published, '-infinity')) desc, id desc);
create index reports_words on reports using gin (to_tsvector('simple', plain_text));

create table codings (
  report text primary key references reports (id),
  engine text not null,
  knowledge text not null,
  incidents integer not null,
  statements integer not null,
  document json not null
);

create table statements (
  report text not null references codings (report),
  id text not null,
  kind text not null,
  speaker text,
  said timestamp,
  has_deadline boolean not null,
  plain_text text not null,
  item json not null,
  primary key (report, id)
);
create index statements_newest on statements ((coalesce(said, '-infinity')) desc, report desc, id desc);
create index statements_kind on statements (kind, (coalesce(said, '-infinity')) desc, report desc, id desc);
create index statements_speaker on statements (speaker, (coalesce(said, '-infinity')) desc, report desc, id desc);
create index statements_words on statements using gin (to_tsvector('simple', plain_text));

create table corroborations (
  report text primary key references reports (id),
  story text not null,
  origin text not null,
  document json not null
);
create index corroborations_story on corroborations (story);
create index corroborations_origin on corroborations (origin);

create table incidents (
  id text primary key,
  type text not null,
  modality text not null,
  completed boolean not null,
  aggregate boolean not null,
  time_start timestamp,
  time_end timestamp,
  -- The local day it happened on, as reported; null when it is known only to a longer span.
  day timestamp,
  period tsrange generated always as (
    case when time_start is null and time_end is null then null else tsrange(time_start, time_end) end
  ) stored,
  latitude double precision,
  longitude double precision,
  place_precision text,
  place_radius_km double precision,
  killed_min double precision,
  killed_best double precision,
  killed_max double precision,
  accused text[] not null,
  origins integer not null,
  -- The strongest outcome of its findings; null when no clause could concern it.
  outcome text,
  plain_text text not null,
  item json not null,
  document json not null
);
create index incidents_newest on incidents ((coalesce(time_start, '-infinity')) desc, id desc);
create index incidents_oldest on incidents ((coalesce(time_start, 'infinity')), id);
create index incidents_killed on incidents ((coalesce(killed_min, -1)) desc, id desc);
create index incidents_origins on incidents (origins desc, id desc);
create index incidents_type on incidents (type, (coalesce(time_start, '-infinity')) desc, id desc);
create index incidents_outcome on incidents (outcome, (coalesce(time_start, '-infinity')) desc, id desc);
create index incidents_period on incidents using gist (period);
create index incidents_place on incidents (latitude, longitude);
create index incidents_accused on incidents using gin (accused);
create index incidents_words on incidents using gin (to_tsvector('simple', plain_text));

create table incident_links (
  report text not null references codings (report),
  coded text not null,
  incident text not null references incidents (id),
  origin text not null,
  score double precision not null,
  primary key (report, coded, incident)
);
create index incident_links_incident on incident_links (incident);

create table findings (
  incident text not null references incidents (id),
  agreement text not null,
  clause text not null,
  outcome text not null,
  document json not null,
  primary key (incident, agreement, clause)
);
create index findings_clause on findings (agreement, clause, outcome, incident);

create table refusals (
  id text primary key,
  capture text not null references captures (sha256),
  report text,
  stage text not null,
  code text not null,
  at timestamp not null,
  document json not null
);
create index refusals_newest on refusals (at desc, id desc);
create index refusals_capture on refusals (capture);
create index refusals_report on refusals (report);

create table decisions (
  id text primary key,
  kind text not null,
  made_by text not null,
  at timestamp not null,
  document json not null
);

-- The ledger: one line for each change of state, in order, and the tree hash after each batch of them.
create table entries (
  index bigint primary key,
  kind text not null,
  subject text not null,
  body text,
  -- RFC 9162 leaf hash over the UTF-8 bytes of `document`.
  leaf text not null,
  document json not null
);
create index entries_subject on entries (subject, index desc);

create table roots (
  size bigint primary key,
  root text not null,
  -- Roots of the full subtrees, the largest first: all that is needed to append.
  frontier text[] not null,
  at timestamp not null
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only: entries are never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger entries_append_only before update or delete on entries for each row execute function refuse_rewriting();
create trigger entries_never_emptied before truncate on entries for each statement execute function refuse_rewriting();
create trigger roots_append_only before update or delete on roots for each row execute function refuse_rewriting();
create trigger roots_never_emptied before truncate on roots for each statement execute function refuse_rewriting();
