-- Why findings were replaced, as data: a code with its values, so that pages say it in their own language. Rows from before have the
-- English sentence alone.
alter table past_findings add column said json;
