-- The audit itself tells which tables it watches and by which key: one that is gone, or has another key, is missed.
alter table audit_entry drop constraint audit_entry_operation_known;
alter table audit_entry add constraint audit_entry_operation_known
  check (operation in ('INSERT', 'UPDATE', 'DELETE', 'FOUND', 'WATCHED', 'DROPPED'));
create index audit_entry_of_tables on audit_entry (relation, id) where operation in ('WATCHED', 'DROPPED');

-- Nobody could vouch for it; the signed checkpoint has the time.
alter table audit_seal drop column sealed_at;

-- How a table is to be audited: by which key, or by its sums.
create function audit_form(relation regclass) returns jsonb language sql stable as $$
  select case audit_mode(relation) when 'sums' then '"sums"' else to_jsonb(audit_primary_key(relation)) end
$$;

-- The form in which the audit watches a table; null where it never did, or the table was dropped since.
create function audit_watched(name text) returns jsonb language sql stable as $$
  select after from audit_entry
   where relation = name and operation in ('WATCHED', 'DROPPED') order by id desc limit 1
$$;

-- For the migration that drops a table or gives it another name: what is known of this one ends here.
create function audit_dropped(name text) returns void language sql as $$
  insert into audit_entry (relation, operation) values (name, 'DROPPED')
$$;

create function audit_set_triggers(watched regclass, form jsonb) returns void language plpgsql as $$
declare
  name text := (select relname from pg_class where oid = watched);
  made text;
begin
  for made in select tgname from pg_trigger
               where tgrelid = watched
                 and tgname in ('audit_row', 'audit_insert', 'audit_update', 'audit_delete', 'audit_truncate') loop
    execute format('drop trigger %I on %I', made, name);
  end loop;
  if form = '"sums"' then
    execute format('create trigger audit_insert after insert on %I referencing new table as new_rows
      for each statement execute function audit_statement()', name);
    execute format('create trigger audit_update after update on %I referencing old table as old_rows new table as new_rows
      for each statement execute function audit_statement()', name);
    execute format('create trigger audit_delete after delete on %I referencing old table as old_rows
      for each statement execute function audit_statement()', name);
    execute format('alter table %I enable always trigger audit_insert, enable always trigger audit_update,
      enable always trigger audit_delete', name);
  else
    execute format('create trigger audit_row after insert or update or delete on %I for each row execute function audit_row(%s)',
      name, (select string_agg(quote_literal(key), ', ' order by nr) from jsonb_array_elements_text(form) with ordinality k (key, nr)));
    execute format('alter table %I enable always trigger audit_row', name);
  end if;
  execute format('create trigger audit_truncate before truncate on %I for each statement execute function audit_refuse_truncate()',
    name);
  execute format('alter table %I enable always trigger audit_truncate', name);
end $$;

-- Takes a table down as it is, when it comes under audit or a migration has changed its form. Where its key is another one,
-- what is known of it begins anew.
create or replace function audit_found(relation regclass) returns void language plpgsql
  set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
declare
  name text := (select relname from pg_class where oid = relation);
  form jsonb := audit_form(relation);
  watched jsonb := audit_watched(name);
  sums jsonb;
begin
  if form is null then
    raise exception 'table % has no primary key to be audited by', name;
  end if;
  if watched is distinct from form or form = '"sums"' then
    if watched is not null then
      perform audit_dropped(name);
    end if;
    insert into audit_entry (relation, operation, after) values (name, 'WATCHED', form);
    perform audit_set_triggers(relation, form);
  end if;
  if form = '"sums"' then
    execute audit_sums(name) into sums;
    if sums -> 0 <> '0' then
      insert into audit_entry (relation, operation, after) values (name, 'FOUND', sums);
    end if;
  else
    execute format('insert into audit_entry (relation, operation, row_key, after)
      select %L, ''FOUND'', audit_key(image, %L), image from (select audit_image(to_jsonb(t)) as image from %I t) found',
      name, audit_primary_key(relation), name);
  end if;
end $$;

-- Puts every table under audit that is not yet; runs after each migration.
create or replace function audit_attach() returns void language plpgsql as $$
declare
  present record;
begin
  perform pg_advisory_xact_lock(hashtext('audit-attach'));
  for present in
    select oid::regclass as relation, relname as name, audit_form(oid) as form, audit_watched(relname) as watched,
           exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'audit_truncate') as has_triggers
      from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and audit_mode(oid) <> 'none'
     order by relname
  loop
    if present.watched is null then
      perform audit_found(present.relation);
    elsif present.form is distinct from present.watched then
      raise exception 'table % has another key or mode than it is audited by: its migration has to call audit_found', present.name;
    elsif not present.has_triggers then
      perform audit_set_triggers(present.relation, present.form);
    end if;
  end loop;
end $$;

insert into audit_entry (relation, operation, after)
select relname, 'WATCHED', audit_form(oid) from pg_class
 where exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'audit_truncate')
 order by relname;
