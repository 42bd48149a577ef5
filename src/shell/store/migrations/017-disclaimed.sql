-- Whom reports name only in that he denies it: a party that denies an act is not accused of it. Read out of the documents; the accused
-- of the few incidents that counted such a party are put right.
create function disclaimed_in(document json) returns text[] language sql immutable as $$
  select case when position('\u0000' in document::text) > 0 then '{}' else coalesce((
    select array_agg(key order by key collate "C") from (
      select coalesce(claim -> 'accused' ->> 'actor', 'name ' || (claim -> 'accused' ->> 'name')) as key
      from json_array_elements(document -> 'attributions') as claim
      group by 1 having bool_and(claim ->> 'attribution' = 'denied_by_itself')) as keys
    where key is not null), '{}') end
$$;
alter table incidents add column disclaimed text[] not null generated always as (disclaimed_in(document)) stored;

update incidents set accused = array(select actor from unnest(accused) as actor where actor <> all (disclaimed))
where accused && disclaimed;
