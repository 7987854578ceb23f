-- A work list starts from the rounds that may be in it, however many have ended: an account's seats, and of ended rounds those with something
-- left to verify.
create index panel_member_by_account on panel_member (account);
drop index document_follow_up;
create index document_follow_up_done on document (owner, kind, version)
  where kind like 'followup/%' and content ->> 'state' = 'DONE';
create index document_verification on document (owner, (replace(kind, 'verification/', 'followup/')), (content ->> 'followUpVersion'))
  where kind like 'verification/%';

-- Row by row under row security this takes twenty times as long; whoever asks sees of the rounds named only those of its places.
create function evaluations_to_verify() returns setof text language sql stable security definer
  set search_path = pg_catalog, public as $$
  select done.owner from document done
   where done.kind like 'followup/%' and done.content ->> 'state' = 'DONE'
     and not exists (select from document verified
                      where verified.kind like 'verification/%'
                        and verified.owner = done.owner
                        and replace(verified.kind, 'verification/', 'followup/') = done.kind
                        and verified.content ->> 'followUpVersion' = done.version::text)
$$;
