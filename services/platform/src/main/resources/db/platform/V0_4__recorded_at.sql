-- A transaction may have waited for its turn: what is recorded last has the latest time.
alter table document alter column recorded_at set default clock_timestamp();
