-- A toll of which no claim is believed stands as a range from nothing to anything. It is not known, so no sum counts it any more; figures
-- kept ready of the months that hold one are counted anew.
insert into stale_buckets (kind, bucket)
  select distinct 'incidents', bucket_of(day) from incidents
  where (killed_min = 0 and killed_best is null and killed_max is null)
    or (injured_min = 0 and injured_best is null and injured_max is null)
    or (casualties_min = 0 and casualties_best is null and casualties_max is null)
    or (abducted_min = 0 and abducted_best is null and abducted_max is null)
    or (missing_min = 0 and missing_best is null and missing_max is null)
    or (displaced_min = 0 and displaced_best is null and displaced_max is null)
on conflict do nothing;
