-- What incidents are counted by, read out of their documents by the database itself so that it holds for stored rows too.

-- Strings of a list; empty where the document holds an escaped U+0000, which PostgreSQL cannot unescape.
create function listed_words(document json, list text, field text) returns text[] language sql immutable as $$
  select case when position('\u0000' in document::text) > 0 then '{}' else coalesce((
    select array_agg(distinct word order by word)
    from (select case when field is null then part #>> '{}' else part ->> field end as word
      from json_array_elements(document -> list) as part) as words
    where word is not null), '{}') end
$$;

create function harm_of(item json, measure text, bound text) returns double precision language sql immutable as $$
  select (item -> 'harm' -> measure ->> bound)::double precision
$$;

alter table incidents
  -- Held to have happened, once: what is counted and summed. Totals over several events never are.
  add column counted boolean not null generated always as (
    completed and not aggregate and modality in ('asserted', 'alleged')) stored,
  -- `country/first-order division`, as far as it is known.
  add column area text generated always as (
    case when item -> 'place' ->> 'country' is null then null
      else (item -> 'place' ->> 'country') || coalesce('/' || (item -> 'place' ->> 'admin1'), '') end) stored,
  add column weapons text[] not null generated always as (listed_words(document, 'weapons', null)) stored,
  add column objects text[] not null generated always as (listed_words(document, 'targets', 'object')) stored,
  add column injured_min double precision generated always as (harm_of(item, 'injured', 'min')) stored,
  add column injured_best double precision generated always as (harm_of(item, 'injured', 'best')) stored,
  add column injured_max double precision generated always as (harm_of(item, 'injured', 'max')) stored,
  add column casualties_min double precision generated always as (harm_of(item, 'casualties', 'min')) stored,
  add column casualties_best double precision generated always as (harm_of(item, 'casualties', 'best')) stored,
  add column casualties_max double precision generated always as (harm_of(item, 'casualties', 'max')) stored,
  add column abducted_min double precision generated always as (harm_of(item, 'abducted', 'min')) stored,
  add column abducted_best double precision generated always as (harm_of(item, 'abducted', 'best')) stored,
  add column abducted_max double precision generated always as (harm_of(item, 'abducted', 'max')) stored,
  add column missing_min double precision generated always as (harm_of(item, 'missing', 'min')) stored,
  add column missing_best double precision generated always as (harm_of(item, 'missing', 'best')) stored,
  add column missing_max double precision generated always as (harm_of(item, 'missing', 'max')) stored,
  add column displaced_min double precision generated always as (harm_of(item, 'displaced', 'min')) stored,
  add column displaced_best double precision generated always as (harm_of(item, 'displaced', 'best')) stored,
  add column displaced_max double precision generated always as (harm_of(item, 'displaced', 'max')) stored;

-- Whose conduct a finding is about.
alter table findings
  add column bearers text[] not null generated always as (listed_words(document, 'bearers', null)) stored;
create index findings_bearers on findings using gin (bearers);

-- What a person determined about an incident under a clause. Read out of the decision's document; `in_force` is false once
-- it was undone.
create table determinations (
  decision text primary key references decisions (id),
  incident text not null,
  agreement text not null,
  clause text not null,
  finds text not null,
  in_force boolean not null
);
create index determinations_incident on determinations (incident) where in_force;
