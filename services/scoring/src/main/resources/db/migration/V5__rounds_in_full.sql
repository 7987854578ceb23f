-- One more each time a sheet is written, so that two windows of one author do not write over each other.
alter table sheet add revision int not null default 0;

-- What shows an alleged violation, and when the operator was heard about it.
alter table veto
  add evidence text[] not null default '{}',
  add heard_on date,
  add statement text,
  add heard_by text,
  add heard_at timestamptz,
  add constraint veto_heard_whole check (num_nulls(heard_on, statement, heard_by, heard_at) in (0, 4));

-- Who asked for a recusal: the evaluator itself, or the operator.
alter table recusal
  add origin text not null default 'EVALUATOR',
  add constraint recusal_origin_known check (origin in ('EVALUATOR', 'OPERATOR')),
  drop constraint recusal_once,
  add constraint recusal_once unique (evaluation, evaluator, origin);

-- What the operator holds against a closed round; it never changes the result that was issued.
create table appeal (
  id bigint generated always as identity constraint appeal_pk primary key,
  evaluation text not null constraint appeal_evaluation references evaluation,
  number int not null,
  reason text not null,
  lodged_by text not null,
  lodged_at timestamptz not null default clock_timestamp(),
  decision text,
  decision_reason text,
  reevaluation text,
  decided_by text,
  decided_at timestamptz,
  constraint appeal_number_once unique (evaluation, number),
  constraint appeal_number_positive check (number > 0),
  constraint appeal_decision_known check (decision in ('UPHELD', 'REFUSED')),
  constraint appeal_decided_whole check (num_nulls(decision, decision_reason, decided_by, decided_at) in (0, 4)),
  constraint appeal_reevaluated_when_upheld check (reevaluation is null or decision = 'UPHELD')
);
call limit_rows('appeal', 'exists (select from evaluation where code = appeal.evaluation)');

-- A district's rubrics; a version that is published never changes.
create table rubric_version (
  district text not null,
  code text not null,
  version text not null,
  content text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  published_by text,
  published_at timestamptz,
  constraint rubric_version_pk primary key (district, code, version),
  constraint rubric_version_published_whole check (num_nulls(published_by, published_at) in (0, 2))
);
call limit_rows('rubric_version', 'is_visible(district)');

create function refuse_change_of_published_rubric() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'a published rubric is never changed';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger rubric_version_immutable before update or delete on rubric_version
  for each row execute function refuse_change_of_published_rubric();
