-- Public keys of persons, sealed like everything else: entry `key:FINGERPRINT` of the ledger holds the hash of each document.
create table person_keys (
  fingerprint text primary key,
  name text not null,
  retired boolean not null,
  document json not null
);
