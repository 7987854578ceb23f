-- What the district service has told.
create table station (
  place text not null,
  version int not null,
  constraint station_pk primary key (place, version)
);

create table agreement (
  place text not null,
  code text not null,
  version int not null,
  areas text[] not null,
  indicators text[] not null,
  constraint agreement_pk primary key (place, code, version)
);

-- One round for one station. Its opening document, rubric, panel and results are versioned documents of it.
create table evaluation (
  code text constraint evaluation_pk primary key,
  district text not null,
  station text not null,
  phase text not null,
  achievement_heard int,
  staffing_heard int,
  achievement_frozen int,
  staffing_frozen int,
  rubric_frozen int,
  satisfaction_frozen int,
  result_version int,
  cancelled_because text,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  constraint evaluation_phase_known check (phase in ('PREPARING', 'SCORING', 'FEEDBACK', 'CLOSED', 'CANCELLED')),
  constraint evaluation_frozen_whole check (
    num_nulls(achievement_frozen, staffing_frozen, rubric_frozen) in (0, 3)),
  constraint evaluation_frozen_from_scoring_on check (
    case phase when 'PREPARING' then achievement_frozen is null
               when 'CANCELLED' then true
               else achievement_frozen is not null end),
  constraint evaluation_result_from_feedback_on check ((phase in ('FEEDBACK', 'CLOSED')) = (result_version is not null)),
  constraint evaluation_cancelled_with_reason check ((phase = 'CANCELLED') = (cancelled_because is not null))
);
create index evaluation_by_place on evaluation (district, station);

create table party_submission (
  id bigint generated always as identity constraint party_submission_pk primary key,
  evaluation text not null constraint party_submission_evaluation references evaluation,
  party text not null,
  submitted_by text not null,
  submitted_at timestamptz not null default now(),
  constraint party_submission_once unique (evaluation, party),
  constraint party_submission_party_known
    check (party in ('THIRD_PARTY', 'SUPERVISORY_CENTER', 'PURCHASER', 'SUPERVISOR'))
);

create table panel_member (
  id bigint generated always as identity constraint panel_member_pk primary key,
  evaluation text not null constraint panel_member_evaluation references evaluation,
  evaluator text not null,
  account text not null,
  party text not null,
  label text not null,
  role text not null,
  constraint panel_member_evaluator_once unique (evaluation, evaluator),
  -- Checked at commit: two members may swap accounts.
  constraint panel_member_account_once unique (evaluation, account) deferrable initially deferred,
  constraint panel_member_party_known
    check (party in ('THIRD_PARTY', 'SUPERVISORY_CENTER', 'PURCHASER', 'SUPERVISOR')),
  constraint panel_member_role_known check (role in ('LEAD', 'MEMBER'))
);

-- Nobody scores before pledging; a pledge is signed once.
create table pledge (
  id bigint generated always as identity constraint pledge_pk primary key,
  evaluation text not null,
  evaluator text not null,
  occurred_on date not null,
  signed_by text not null,
  recorded_at timestamptz not null default now(),
  constraint pledge_once unique (evaluation, evaluator),
  constraint pledge_of_a_member foreign key (evaluation, evaluator) references panel_member (evaluation, evaluator)
);

create table recusal (
  id bigint generated always as identity constraint recusal_pk primary key,
  evaluation text not null,
  evaluator text not null,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null default now(),
  decision text,
  decision_reason text,
  decided_by text,
  decided_at timestamptz,
  constraint recusal_once unique (evaluation, evaluator),
  constraint recusal_of_a_member foreign key (evaluation, evaluator) references panel_member (evaluation, evaluator),
  constraint recusal_decision_known check (decision in ('UPHELD', 'REFUSED')),
  constraint recusal_decided_whole check (num_nulls(decision, decision_reason, decided_by, decided_at) in (0, 4))
);

-- A draft until submitted_at is set; from then on neither it nor its scores change.
create table sheet (
  id bigint generated always as identity constraint sheet_pk primary key,
  evaluation text not null,
  evaluator text not null,
  version int not null,
  submitted_at timestamptz,
  constraint sheet_version_once unique (evaluation, evaluator, version),
  constraint sheet_of_a_member foreign key (evaluation, evaluator) references panel_member (evaluation, evaluator),
  constraint sheet_version_positive check (version > 0)
);

create table item_score (
  sheet_id bigint not null constraint item_score_sheet references sheet,
  item text not null,
  not_applicable boolean not null,
  points numeric,
  comment text,
  constraint item_score_pk primary key (sheet_id, item),
  constraint item_score_points_or_na check ((points is null) = not_applicable),
  constraint item_score_never_negative check (points >= 0)
);

create function refuse_change_of_submitted_sheet() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'sheet' then
    if old.submitted_at is not null then
      raise exception 'a submitted sheet is never changed';
    end if;
  elsif exists (select 1 from sheet
                 where id = case tg_op when 'INSERT' then new.sheet_id else old.sheet_id end
                   and submitted_at is not null) then
    raise exception 'the scores of a submitted sheet are never changed';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger sheet_immutable before update or delete on sheet
  for each row execute function refuse_change_of_submitted_sheet();
create trigger item_score_immutable before insert or update or delete on item_score
  for each row execute function refuse_change_of_submitted_sheet();

create table veto (
  id bigint generated always as identity constraint veto_pk primary key,
  evaluation text not null constraint veto_evaluation references evaluation,
  number int not null,
  title text not null,
  reason text not null,
  raised_by text not null,
  raised_at timestamptz not null default now(),
  upheld boolean,
  decision_reason text,
  decided_by text,
  decided_at timestamptz,
  constraint veto_number_once unique (evaluation, number),
  constraint veto_number_positive check (number > 0),
  constraint veto_decided_whole check (num_nulls(upheld, decision_reason, decided_by, decided_at) in (0, 4))
);

-- Objections to the draft, as the report service tells of them.
create table objection (
  id bigint generated always as identity constraint objection_pk primary key,
  evaluation text not null constraint objection_evaluation references evaluation,
  origin text not null,
  number int not null,
  decision text,
  constraint objection_once unique (evaluation, origin, number)
);
