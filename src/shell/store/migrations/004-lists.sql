-- Lists that other monitors keep, as read: their rows are sealed like everything else and never become incidents of ours.
create table lists (
  id text primary key,
  name text not null,
  mapping text not null,
  events integer not null,
  document json not null
);
