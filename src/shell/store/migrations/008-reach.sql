-- What a changed clause can reach is found by these alone: incidents of a type, and incidents with a finding under a clause, each
-- in the order of their ids, so that a page of them touches no other rows.
create index incidents_reach on incidents (type, id);
create index findings_reach on findings (agreement, clause, incident);
