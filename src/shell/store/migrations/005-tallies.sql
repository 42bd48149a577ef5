-- Counts kept ready, so that the figures of a million incidents are answered at once. Working state of the program, not part of
-- the record: everything here is computed from incidents, findings, determinations and reports, and can be computed again.
--
-- A bucket is a month of the incidents' days ('none' for incidents of no single day) or of the reports' publication. Whatever
-- changes a row marks its bucket stale; whoever asks for figures has stale buckets counted anew first.

create function bucket_of(day timestamp) returns text language sql immutable as $$
  select coalesce(extract(year from day)::int::text || '-' || lpad(extract(month from day)::int::text, 2, '0'), 'none')
$$;
create index incidents_bucket on incidents (bucket_of(day));
create index reports_bucket on reports (bucket_of(published));

create table stale_buckets (
  kind text not null check (kind in ('incidents', 'reports')),
  bucket text not null,
  primary key (kind, bucket)
);

-- `scope` is an agreement under which there is a finding, or empty for everything.
create table tally_buckets (
  bucket text not null,
  scope text not null,
  dimension text not null,
  key text,
  status text not null,
  incidents double precision not null,
  ids text[] not null,
  killed_n double precision, killed_low double precision, killed_mid double precision, killed_high double precision, killed_open double precision,
  injured_n double precision, injured_low double precision, injured_mid double precision, injured_high double precision, injured_open double precision,
  casualties_n double precision, casualties_low double precision, casualties_mid double precision, casualties_high double precision, casualties_open double precision,
  abducted_n double precision, abducted_low double precision, abducted_mid double precision, abducted_high double precision, abducted_open double precision,
  missing_n double precision, missing_low double precision, missing_mid double precision, missing_high double precision, missing_open double precision,
  displaced_n double precision, displaced_low double precision, displaced_mid double precision, displaced_high double precision, displaced_open double precision
);
create index tally_buckets_bucket on tally_buckets (bucket);

create table tallies (
  scope text not null,
  dimension text not null,
  key text,
  -- Null: all statuses together.
  status text,
  incidents double precision not null,
  ids text[] not null,
  killed_n double precision, killed_low double precision, killed_mid double precision, killed_high double precision, killed_open double precision,
  injured_n double precision, injured_low double precision, injured_mid double precision, injured_high double precision, injured_open double precision,
  casualties_n double precision, casualties_low double precision, casualties_mid double precision, casualties_high double precision, casualties_open double precision,
  abducted_n double precision, abducted_low double precision, abducted_mid double precision, abducted_high double precision, abducted_open double precision,
  missing_n double precision, missing_low double precision, missing_mid double precision, missing_high double precision, missing_open double precision,
  displaced_n double precision, displaced_low double precision, displaced_mid double precision, displaced_high double precision, displaced_open double precision
);
create index tallies_scope on tallies (scope, dimension);

create table source_days (
  bucket text not null,
  day text not null,
  source text not null,
  reports double precision not null
);
create index source_days_bucket on source_days (bucket);

-- `do update` rather than `do nothing`: whoever counts the bucket meanwhile must wait for this transaction and see it.
create function mark_incident_buckets() returns trigger language plpgsql as $$
begin
  insert into stale_buckets select distinct 'incidents', bucket_of(day) from changed
    on conflict (kind, bucket) do update set bucket = excluded.bucket;
  return null;
end
$$;
create function mark_finding_buckets() returns trigger language plpgsql as $$
begin
  insert into stale_buckets select distinct 'incidents', bucket_of(i.day) from changed c join incidents i on i.id = c.incident
    on conflict (kind, bucket) do update set bucket = excluded.bucket;
  return null;
end
$$;
create function mark_report_buckets() returns trigger language plpgsql as $$
begin
  insert into stale_buckets select distinct 'reports', bucket_of(published) from changed
    on conflict (kind, bucket) do update set bucket = excluded.bucket;
  return null;
end
$$;
create trigger incidents_added after insert on incidents referencing new table as changed
  for each statement execute function mark_incident_buckets();
create trigger incidents_changed_from after update on incidents referencing old table as changed
  for each statement execute function mark_incident_buckets();
create trigger incidents_changed_to after update on incidents referencing new table as changed
  for each statement execute function mark_incident_buckets();
create trigger incidents_removed after delete on incidents referencing old table as changed
  for each statement execute function mark_incident_buckets();
create trigger findings_added after insert on findings referencing new table as changed
  for each statement execute function mark_finding_buckets();
create trigger findings_removed after delete on findings referencing old table as changed
  for each statement execute function mark_finding_buckets();
create trigger links_added after insert on incident_links referencing new table as changed
  for each statement execute function mark_finding_buckets();
create trigger links_removed after delete on incident_links referencing old table as changed
  for each statement execute function mark_finding_buckets();
create trigger determinations_added after insert on determinations referencing new table as changed
  for each statement execute function mark_finding_buckets();
create trigger determinations_changed after update on determinations referencing new table as changed
  for each statement execute function mark_finding_buckets();
create trigger reports_added after insert on reports referencing new table as changed
  for each statement execute function mark_report_buckets();
create trigger reports_changed_from after update on reports referencing old table as changed
  for each statement execute function mark_report_buckets();
create trigger reports_changed_to after update on reports referencing new table as changed
  for each statement execute function mark_report_buckets();

insert into stale_buckets select distinct 'incidents', bucket_of(day) from incidents;
insert into stale_buckets select distinct 'reports', bucket_of(published) from reports;
