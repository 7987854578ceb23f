-- What this service has to say; rows leave after the broker's acknowledgement.
create table outbox (
  id bigint generated always as identity constraint outbox_pk primary key,
  event_id text not null,
  topic text not null,
  key text not null,
  type text not null,
  payload text not null,
  traceparent text,
  created_at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0.01);

-- Which events have had their effect.
create table inbox (
  event_id text not null,
  type text not null,
  applied_at timestamptz not null default now(),
  constraint inbox_pk primary key (event_id, type)
);

-- Events that wait for another one to arrive first.
create table parked_event (
  id bigint generated always as identity constraint parked_event_pk primary key,
  event_id text not null,
  topic text not null,
  key text not null,
  type text not null,
  occurred_at timestamptz not null,
  payload bytea not null,
  waits_for text not null,
  parked_at timestamptz not null default now()
);
create index parked_event_key on parked_event (topic, key, id);

-- Append-only versions of whole documents.
create table document (
  owner text not null,
  kind text not null,
  version int not null,
  content jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint document_pk primary key (owner, kind, version),
  constraint document_version_positive check (version > 0)
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger document_append_only before update or delete or truncate on document
  for each statement execute function refuse_change();
alter table document enable always trigger document_append_only;
