-- Past states of incidents that a person's decision changed, so that what a link or a split did can be seen and undone knowingly.
-- Each is the document that entry `entry` of the ledger holds the hash of; `trucewatch verify` compares them.
create table replaced_incidents (
  decision text not null references decisions (id),
  incident text not null,
  entry bigint not null,
  document json not null,
  primary key (decision, incident)
);
create index replaced_incidents_incident on replaced_incidents (incident, entry);

-- The weakest links first: what the review desk asks about.
create index incident_links_score on incident_links (score, report, coded);
