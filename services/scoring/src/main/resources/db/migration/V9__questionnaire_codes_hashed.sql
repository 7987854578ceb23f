-- Codes are kept as hashes: whoever reads the database answers for nobody. They are told once, when they are printed; without
-- one a code is known by its number. Codes that were given out in clear are void and printed again.
create temporary table numbered on commit drop as
  select evaluation, respondents, number, channel, score, answered_by, answered_at from questionnaire_code;
delete from questionnaire_code;

alter table questionnaire_code
  drop column code,
  add column print int,
  add column hash text constraint questionnaire_code_hash_once unique,
  drop constraint questionnaire_code_number_once,
  add constraint questionnaire_code_pk primary key (evaluation, respondents, number),
  add constraint questionnaire_code_printed_whole check (num_nulls(print, hash) in (0, 2));
select audit_found('questionnaire_code');

insert into questionnaire_code (evaluation, respondents, number, channel, score, answered_by, answered_at)
  select evaluation, respondents, number, channel, score, answered_by, answered_at from numbered;

create or replace function questionnaire_of(key text)
  returns table (title text, introduction text, respondents text, answered boolean, open boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select q.title, q.introduction, c.respondents, c.score is not null,
         q.closed_at is null and e.phase = 'PREPARING'
    from questionnaire_code c
    join questionnaire q on q.evaluation = c.evaluation
    join evaluation e on e.code = c.evaluation
   where c.hash = key
$$;

-- Answers KEPT, SAME, OTHER (something else was said before), CLOSED or UNKNOWN.
create or replace function answer_questionnaire(key text, said int) returns text
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  round text;
  kept questionnaire_code;
begin
  select c.evaluation into round from questionnaire_code c where c.hash = key;
  if round is null then
    return 'UNKNOWN';
  end if;
  -- As every change of a round: one after the other.
  perform from evaluation where evaluation.code = round for update;
  select * into kept from questionnaire_code c where c.hash = key for update;
  if kept.evaluation is null then
    return 'UNKNOWN';
  end if;
  if kept.score is not null then
    return case when kept.channel = 'ONLINE' and kept.score = said then 'SAME' else 'OTHER' end;
  end if;
  if not exists (select from questionnaire q join evaluation e on e.code = q.evaluation
                  where q.evaluation = round and q.closed_at is null and e.phase = 'PREPARING') then
    return 'CLOSED';
  end if;
  update questionnaire_code c set channel = 'ONLINE', score = said, answered_at = clock_timestamp()
   where c.hash = key;
  return 'KEPT';
end $$;
