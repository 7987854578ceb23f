-- The owner of these tables is who migrates them and nobody else. What follows later is granted as it is made; what a role
-- must not have is taken away where the table is.
alter default privileges in schema public grant select, insert, update, delete on tables to ${requests}, ${worker};
grant select, insert, update, delete on all tables in schema public to ${requests}, ${worker};
revoke all on flyway_schema_history from ${requests}, ${worker};

-- A request has something to say and hears nothing.
revoke select, update, delete on outbox from ${requests};
revoke all on inbox, parked_event from ${requests};
revoke update, delete on document from ${requests}, ${worker};

-- Whether a place (nansha, nansha/dagang) lies in the scope of the current connection: see SessionSettings.
create function is_visible(place text) returns boolean language sql stable parallel safe as $$
  select current_setting('app.scope', true) = '*'
      or exists (select from unnest(string_to_array(current_setting('app.scope', true), ',')) as granted
                  where place = granted or starts_with(place, granted || '/'))
$$;

-- Limits a table to the rows that a condition lets requests see; the worker sees all.
create procedure limit_rows(limited regclass, visible text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', limited);
  execute format('create policy rows_of_scope on %s to ${requests} using (%s) with check (%s)', limited, visible, visible);
  execute format('create policy rows_of_worker on %s to ${worker} using (true) with check (true)', limited);
end $$;
