-- What sources disagree about, so that incidents can be asked for by it; read out of the documents like weapons and objects.
alter table incidents
  add column contradicted text[] not null generated always as (listed_words(document, 'contradictions', 'about')) stored;
create index incidents_contradicted on incidents using gin (contradicted);
