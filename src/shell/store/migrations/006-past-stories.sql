-- Which story reports told before a person's decision about stories, so that what it did can be seen and undone knowingly. Each is
-- the corroboration that entry `entry` of the ledger holds the hash of; `trucewatch verify` compares them.
create table replaced_stories (
  decision text not null references decisions (id),
  report text not null,
  entry bigint not null,
  document json not null,
  primary key (decision, report)
);
