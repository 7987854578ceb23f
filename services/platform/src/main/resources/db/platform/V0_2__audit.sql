-- Who changed what, when, from what to what. Written by triggers only, sealed afterwards, changed never.
create table audit_entry (
  id bigint generated always as identity constraint audit_entry_pk primary key,
  txid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  account text not null default coalesce(nullif(current_setting('app.account', true), ''), 'system'),
  login text not null default session_user,
  trace text not null default coalesce(current_setting('app.trace', true), ''),
  relation text not null,
  operation text not null,
  -- The row's primary key; none where an entry tells of a whole statement.
  row_key jsonb,
  -- What an update replaced, or the whole of what a deletion took.
  before jsonb,
  -- The whole row as it stands now.
  after jsonb,
  constraint audit_entry_operation_known check (operation in ('INSERT', 'UPDATE', 'DELETE', 'FOUND'))
);
create index audit_entry_sealing on audit_entry (txid, id);

-- The chain: each hash is made of the one before and the entry's canonical text.
create table audit_seal (
  seq bigint constraint audit_seal_pk primary key,
  entry bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  constraint audit_seal_entry_once unique (entry),
  constraint audit_seal_positive check (seq > 0)
);

-- Written through triggers alone; read and sealed by the worker, and nobody's to change.
revoke all on audit_entry, audit_seal from ${requests}, ${worker};
grant select on audit_entry to ${worker};
grant select, insert on audit_seal to ${worker};

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();
alter table audit_entry enable always trigger audit_entry_append_only;
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
  for each statement execute function refuse_change();
alter table audit_seal enable always trigger audit_seal_append_only;

-- A row as the audit may keep it: codes, numbers, dates as they are; whatever may be somebody's words or name (and files,
-- documents, lists) as its digest. Told apart by the value, so that a column added later is safe without anybody's thinking.
create function audit_image(content jsonb) returns jsonb language sql immutable strict as $$
  select coalesce(jsonb_object_agg(key, case
      when jsonb_typeof(value) in ('number', 'boolean')
        or jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[A-Za-z0-9._:/+-]{0,80}$' then value
      else jsonb_build_object('sha256', encode(sha256(convert_to(value::text, 'UTF8')), 'hex')) end), '{}')
    from jsonb_each(content) where value <> 'null'
$$;

create function audit_key(image jsonb, columns text[]) returns jsonb language sql immutable strict as $$
  select jsonb_object_agg(name, image -> name) from unnest(columns) name
$$;

-- One entry a row. The arguments name the primary key; an update that changes nothing leaves none.
create function audit_row() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  was jsonb := audit_image(to_jsonb(old));
  becomes jsonb := audit_image(to_jsonb(new));
  old_key jsonb := audit_key(was, tg_argv);
  new_key jsonb := audit_key(becomes, tg_argv);
begin
  if tg_op = 'UPDATE' and old_key = new_key then
    if was <> becomes then
      insert into audit_entry (relation, operation, row_key, before, after)
      select tg_table_name, tg_op, new_key, coalesce(jsonb_object_agg(key, value), '{}'), becomes
        from jsonb_each(was) where value is distinct from becomes -> key;
    end if;
    return null;
  end if;
  if old_key is not null then
    insert into audit_entry (relation, operation, row_key, before) values (tg_table_name, 'DELETE', old_key, was);
  end if;
  if new_key is not null then
    insert into audit_entry (relation, operation, row_key, after) values (tg_table_name, 'INSERT', new_key, becomes);
  end if;
  return null;
end $$;

-- How many rows, and eight sums over the eighths of their SHA-512: equal for equal rows in any order, and what statements add
-- and take away adds up to what the table holds.
create function audit_sums(relation text) returns text language sql immutable as $$
  select format('select jsonb_build_array(count(*), %s) from (select sha512(convert_to(t::text, ''UTF8'')) as h from %I t offset 0) x',
    string_agg(format('coalesce(sum(substr(h, %s, 8)::bigint), 0)', 1 + 8 * n), ', ' order by n), relation)
    from generate_series(0, 7) n
$$;

-- One entry a statement, for tables whose rows come in masses.
create function audit_statement() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
declare
  was jsonb;
  becomes jsonb;
begin
  if tg_op <> 'INSERT' then
    execute audit_sums('old_rows') into was;
  end if;
  if tg_op <> 'DELETE' then
    execute audit_sums('new_rows') into becomes;
  end if;
  if was is distinct from becomes and coalesce(was -> 0, becomes -> 0) <> '0' then
    insert into audit_entry (relation, operation, before, after) values (tg_table_name, tg_op, was, becomes);
  end if;
  return null;
end $$;

-- Whoever may use them on a table of his own could write entries about any.
revoke execute on function audit_row(), audit_statement() from public;

create function audit_refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'emptying % would leave no audit entry', tg_table_name;
end $$;

-- none: plumbing; sums: an entry a statement; rows, where the table's comment does not say: an entry a row.
create function audit_mode(relation regclass) returns text language sql stable as $$
  select coalesce(substring(obj_description(relation, 'pg_class') from '^audit: (none|sums)'), 'rows')
$$;

create function audit_primary_key(relation regclass) returns text[] language sql stable as $$
  select array_agg(attname::text order by array_position(i.indkey::int2[], attnum))
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
   where i.indrelid = relation and i.indisprimary
$$;

-- Takes a table down as it is, when it comes under audit with rows in it or a migration has changed their form.
create function audit_found(relation regclass) returns void language plpgsql
  set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
declare
  name text := (select relname from pg_class where oid = relation);
  was jsonb;
  becomes jsonb;
begin
  if audit_mode(relation) = 'rows' then
    execute format('insert into audit_entry (relation, operation, row_key, after)
      select %L, ''FOUND'', audit_key(image, %L), image from (select audit_image(to_jsonb(t)) as image from %I t) found',
      name, audit_primary_key(relation), name);
  else
    select jsonb_agg(total order by nr) into was
      from (select nr, sum(side.sign * number::numeric) as total
              from audit_entry e,
                   lateral (values (e.after, 1), (e.before, -1)) side (sums, sign),
                   lateral jsonb_array_elements_text(side.sums) with ordinality lanes (number, nr)
             where e.relation = name group by nr) so_far;
    execute audit_sums(name) into becomes;
    if becomes -> 0 <> '0' then
      insert into audit_entry (relation, operation, before, after) values (name, 'FOUND', was, becomes);
    end if;
  end if;
end $$;

-- Puts every table under audit that is not yet; runs after each migration.
create function audit_attach() returns void language plpgsql as $$
declare
  added record;
  key text[];
begin
  perform pg_advisory_xact_lock(hashtext('audit-attach'));
  for added in
    select oid::regclass as relation, relname as name, audit_mode(oid) as mode from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and audit_mode(oid) <> 'none'
       and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'audit_truncate')
     order by relname
  loop
    if added.mode = 'rows' then
      key := audit_primary_key(added.relation);
      if key is null then
        raise exception 'table % has no primary key to be audited by', added.name;
      end if;
      execute format('create trigger audit_row after insert or update or delete on %I for each row execute function audit_row(%s)',
        added.name, (select string_agg(quote_literal(name), ', ' order by nr) from unnest(key) with ordinality k (name, nr)));
      execute format('alter table %I enable always trigger audit_row', added.name);
    else
      execute format('create trigger audit_insert after insert on %I referencing new table as new_rows
        for each statement execute function audit_statement()', added.name);
      execute format('create trigger audit_update after update on %I referencing old table as old_rows new table as new_rows
        for each statement execute function audit_statement()', added.name);
      execute format('create trigger audit_delete after delete on %I referencing old table as old_rows
        for each statement execute function audit_statement()', added.name);
      execute format('alter table %I enable always trigger audit_insert, enable always trigger audit_update,
        enable always trigger audit_delete', added.name);
    end if;
    execute format('create trigger audit_truncate before truncate on %I for each statement execute function audit_refuse_truncate()',
      added.name);
    execute format('alter table %I enable always trigger audit_truncate', added.name);
    if not exists (select from audit_entry where relation = added.name) then
      perform audit_found(added.relation);
    end if;
  end loop;
end $$;

comment on table flyway_schema_history is 'audit: none, Flyway''s own';
comment on table outbox is 'audit: none, rows leave when they are sent';
comment on table inbox is 'audit: none, ids of events only';
comment on table parked_event is 'audit: none, rows leave when they are applied';
comment on table audit_entry is 'audit: none, it is the audit';
comment on table audit_seal is 'audit: none, it seals the audit';
