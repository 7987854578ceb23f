-- A party that submitted before one of its evaluators was taken off, or asked to be, submits again; what it had submitted leaves a trace.
alter table party_submission
  add column reopened_by text,
  add column reopened_at timestamptz,
  add constraint party_submission_reopened_whole check (num_nulls(reopened_by, reopened_at) in (0, 2)),
  drop constraint party_submission_once;
create unique index party_submission_standing_once on party_submission (evaluation, party) where reopened_at is null;
