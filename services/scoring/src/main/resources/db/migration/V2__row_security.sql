-- Requests see the rows of their caller's places; see the platform's is_visible.
call limit_rows('station', 'is_visible(place)');
call limit_rows('agreement', 'is_visible(place)');
call limit_rows('evaluation', 'is_visible(district || ''/'' || station)');
call limit_rows('document', 'exists (select from evaluation where code = owner)');
do $$
declare
  part text;
begin
  foreach part in array array['party_submission', 'panel_member', 'pledge', 'recusal', 'sheet', 'veto', 'objection'] loop
    call limit_rows(part::regclass, 'exists (select from evaluation where code = ' || part || '.evaluation)');
  end loop;
end $$;
call limit_rows('item_score', 'exists (select from sheet where id = sheet_id)');

-- Codes are unique across places: whoever opens an evaluation learns that a code is taken, and nothing else of it.
create function is_code_taken(wanted text) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (select from evaluation where code = wanted)
$$;
