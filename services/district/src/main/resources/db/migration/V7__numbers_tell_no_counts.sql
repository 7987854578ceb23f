-- Readers are given these numbers to page by: from a common count they would learn how many messages others got meanwhile.
create function notification_number() returns trigger language plpgsql as $$
begin
  new.id := extract(epoch from clock_timestamp()) * 1000000;
  return new;
end
$$;
create trigger notification_number before insert on notification for each row execute function notification_number();
