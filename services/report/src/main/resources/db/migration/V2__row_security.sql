-- Requests see the rows of their caller's places; see the platform's is_visible.
call limit_rows('evaluation', 'is_visible(district || ''/'' || station)');
call limit_rows('document', 'exists (select from evaluation where code = owner)');
do $$
declare
  part text;
begin
  foreach part in array array['panel_member', 'assignment', 'edition', 'edition_file', 'feedback'] loop
    call limit_rows(part::regclass, 'exists (select from evaluation where code = ' || part || '.evaluation)');
  end loop;
end $$;

-- Anybody may verify an issued report by the code on it, and learns this much.
create function verified_report(code_hash text)
  returns table (title text, issued_at timestamptz, pdf_digest text) language sql stable security definer
  set search_path = pg_catalog, public as $$
  select opening.content ->> 'title', e.issued_at, f.digest
    from edition e
    join edition_file f on (f.evaluation, f.state, f.version, f.name) = (e.evaluation, e.state, e.version, 'report.pdf')
    join lateral (select content from document
                   where owner = e.evaluation and kind = 'opening' order by version desc limit 1) opening on true
   where e.verification_hash = code_hash and e.issued_at is not null
$$;
