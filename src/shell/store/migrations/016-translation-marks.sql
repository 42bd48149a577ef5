-- Numbers by which a report is found as a translation of another, whatever the size of the store: its day and language with each place,
-- figure and name that a translation keeps. An index over codings, made when a report is coded; nothing that is published is read
-- from it. Reports that were taken in before have none until they are read again.
create table translation_marks (
  report text primary key references codings (report),
  language text not null,
  marks integer[] not null
);
create index translation_marks_language on translation_marks (language);
create index translation_marks_marks on translation_marks using gin (marks);
