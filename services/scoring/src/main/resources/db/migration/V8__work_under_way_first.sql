-- A work list shows rounds under way before those that have ended, however many those are.
alter table evaluation
  add column under_way boolean not null generated always as (phase in ('PREPARING', 'SCORING', 'FEEDBACK')) stored;
create index evaluation_by_work on evaluation (under_way, opened_at, code);
