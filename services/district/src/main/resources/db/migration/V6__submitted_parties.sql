-- A party that has submitted is remembered: its deadline may be extended afterwards, and it is reminded of nothing.
alter table watched_deadline alter column due_at drop not null;
alter table watched_deadline add column submitted boolean not null default false;
