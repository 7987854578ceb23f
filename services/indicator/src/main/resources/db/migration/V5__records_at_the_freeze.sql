-- When a version began to count, and what an overtaken one said: an archive takes the records as they were at the freeze.
-- By the database's clock at the statement, under the station's lock: later than every achievement that was computed without
-- it. What was there before this migration has always counted; what was overtaken before it can no longer be told.
alter table record_head add column counted_at timestamptz not null default '-infinity';
alter table record_head alter column counted_at drop default;
-- Null in a version that never was the head.
alter table record_superseded
  add column counted_at timestamptz,
  add column type text,
  add column occurred_on date,
  add column status text,
  add column submitted_day date,
  add column area text,
  add column community text,
  add column attendance bigint,
  add constraint record_superseded_whole check (
    (counted_at is null) = (type is null) and (counted_at is null) = (occurred_on is null)
    and (counted_at is null) = (status is null) and (counted_at is null) = (submitted_day is null)
    and (counted_at is null) = (area is null) and (counted_at is null) = (community is null)
    and (counted_at is null) = (attendance is null));
alter table document alter column recorded_at set default clock_timestamp();
-- Until when records counted for the frozen achievement; null in rounds that were frozen before this migration.
alter table evaluation add column frozen_at timestamptz;
