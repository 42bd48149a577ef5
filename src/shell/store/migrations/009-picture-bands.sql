-- Pictures of stored reports by the sixteen parts of what they look like: two looks of one picture share a part that is the same, so
-- that a picture which comes back is found without looking at all. Read out of the codings; `trucewatch verify` compares them.
create table picture_bands (
  report text not null references codings (report),
  look text not null,
  band integer not null,
  digits text not null,
  primary key (report, look, band)
);
create index picture_bands_digits on picture_bands (band, digits, report);

insert into picture_bands (report, look, band, digits)
  select distinct report, look, band, substr(look, band * 4 + 1, 4)
  from (select report, picture ->> 'look' as look from codings, json_array_elements(document -> 'pictures') as picture
    where json_typeof(document -> 'pictures') = 'array') as pictures, generate_series(0, 15) as band
  where look is not null and substr(look, band * 4 + 1, 4) <> '0000';
