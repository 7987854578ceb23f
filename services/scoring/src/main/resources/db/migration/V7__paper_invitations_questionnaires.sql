-- Sheets that were filled in on paper: who typed them in, who compared them with the scan. The scores are the sheet's.
create table paper_sheet (
  evaluation text not null constraint paper_sheet_evaluation references evaluation,
  evaluator text not null,
  occurred_on date not null,
  scan text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  constraint paper_sheet_pk primary key (evaluation, evaluator),
  constraint paper_sheet_confirmed_whole check (num_nulls(confirmed_by, confirmed_at) in (0, 2)),
  constraint paper_sheet_confirmed_by_another check (confirmed_by <> entered_by)
);
call limit_rows('paper_sheet', 'exists (select from evaluation where code = paper_sheet.evaluation)');

-- Whom the bureau asked to evaluate, and what they said.
create table invitation (
  evaluation text not null constraint invitation_evaluation references evaluation,
  evaluator text not null,
  account text not null,
  party text not null,
  message text,
  invited_by text not null,
  invited_at timestamptz not null,
  answer text,
  reason text,
  answered_at timestamptz,
  constraint invitation_pk primary key (evaluation, evaluator),
  constraint invitation_account_once unique (evaluation, account),
  constraint invitation_answer_known check (answer in ('ACCEPTED', 'DECLINED')),
  constraint invitation_answered_whole check (num_nulls(answer, answered_at) in (0, 2)),
  constraint invitation_declined_with_reason check (answer <> 'DECLINED' or reason is not null)
);
call limit_rows('invitation', 'exists (select from evaluation where code = invitation.evaluation)');

-- The satisfaction questionnaire: who holds one of its codes may answer once, from anywhere, until it is closed.
create table questionnaire (
  evaluation text constraint questionnaire_pk primary key constraint questionnaire_evaluation references evaluation,
  title text not null,
  introduction text,
  made_by text not null,
  made_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  constraint questionnaire_closed_whole check (num_nulls(closed_by, closed_at) in (0, 2))
);
call limit_rows('questionnaire', 'exists (select from evaluation where code = questionnaire.evaluation)');

create table questionnaire_code (
  code text constraint questionnaire_code_pk primary key,
  evaluation text not null constraint questionnaire_code_questionnaire references questionnaire,
  respondents text not null,
  number int not null,
  channel text,
  score int,
  answered_by text,
  answered_at timestamptz,
  constraint questionnaire_code_number_once unique (evaluation, respondents, number),
  constraint questionnaire_code_score_known check (score between 1 and 5),
  constraint questionnaire_code_channel_known check (channel in ('ONLINE', 'PHONE')),
  constraint questionnaire_code_answered_whole check (num_nulls(channel, score, answered_at) in (0, 3))
);
call limit_rows('questionnaire_code', 'exists (select from questionnaire q where q.evaluation = questionnaire_code.evaluation)');

-- A respondent has no account and sees no rows: the code is the key to what it opens, and to nothing else.
create function questionnaire_of(key text)
  returns table (title text, introduction text, respondents text, answered boolean, open boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select q.title, q.introduction, c.respondents, c.score is not null,
         q.closed_at is null and e.phase = 'PREPARING'
    from questionnaire_code c
    join questionnaire q on q.evaluation = c.evaluation
    join evaluation e on e.code = c.evaluation
   where c.code = key
$$;

-- Answers KEPT, SAME, OTHER (something else was said before), CLOSED or UNKNOWN.
create function answer_questionnaire(key text, said int) returns text
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  round text;
  kept questionnaire_code;
begin
  select c.evaluation into round from questionnaire_code c where c.code = key;
  if round is null then
    return 'UNKNOWN';
  end if;
  -- As every change of a round: one after the other.
  perform from evaluation where evaluation.code = round for update;
  select * into kept from questionnaire_code c where c.code = key for update;
  if kept.score is not null then
    return case when kept.channel = 'ONLINE' and kept.score = said then 'SAME' else 'OTHER' end;
  end if;
  if not exists (select from questionnaire q join evaluation e on e.code = q.evaluation
                  where q.evaluation = round and q.closed_at is null and e.phase = 'PREPARING') then
    return 'CLOSED';
  end if;
  update questionnaire_code c set channel = 'ONLINE', score = said, answered_at = clock_timestamp()
   where c.code = key;
  return 'KEPT';
end $$;
