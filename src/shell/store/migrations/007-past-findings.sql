-- Findings that were replaced, as they were: no finding changes silently, and the old one stays readable. Each is the list that
-- entry `entry` of the ledger holds the hash of; entry `replaced_by` put others in its place, or none. `trucewatch verify`
-- compares them.
create table past_findings (
  incident text not null,
  entry bigint not null references entries (index),
  replaced_by bigint not null,
  reason text not null,
  document json not null,
  primary key (incident, entry)
);
