-- How badly sources disagree, so that incidents can be asked for by it and the worst come first. Read out of the documents: each topic with
-- how badly ("harm/major"), and a number that counts the major ones first, then the minor ones.
create function contradictions_in(document json) returns text[] language sql immutable as $$
  select case when position('\u0000' in document::text) > 0 then '{}' else coalesce((
    select array_agg(distinct word order by word)
    from (select (part ->> 'about') || '/' || (part ->> 'severity') as word
      from json_array_elements(document -> 'contradictions') as part) as words
    where word is not null), '{}') end
$$;
create function disagreement_of(document json) returns integer language sql immutable as $$
  select case when position('\u0000' in document::text) > 0 then 0 else coalesce((
    select 1000 * count(*) filter (where part ->> 'severity' = 'major')
      + least(999, count(*) filter (where part ->> 'severity' = 'minor'))
    from json_array_elements(document -> 'contradictions') as part), 0)::integer end
$$;

drop index incidents_contradicted;
alter table incidents drop column contradicted;
alter table incidents
  add column contradicted text[] not null generated always as (contradictions_in(document)) stored,
  add column disagreement integer not null generated always as (disagreement_of(document)) stored;
create index incidents_contradicted on incidents using gin (contradicted);
create index incidents_by_disagreement on incidents (disagreement, id);
