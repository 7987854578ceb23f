-- What scoring has told of an evaluation. Its opening document, claims and sources are versioned documents of it.
create table evaluation (
  code text constraint evaluation_pk primary key,
  district text not null,
  station text not null,
  phase text not null,
  achievement_frozen int,
  staffing_frozen int,
  result_version int,
  constraint evaluation_frozen_whole check ((achievement_frozen is null) = (staffing_frozen is null))
);
create index evaluation_by_place on evaluation (district, station);

-- Who took part for which party, as the latest result names them.
create table panel_member (
  evaluation text not null constraint panel_member_evaluation references evaluation,
  account text not null,
  party text not null,
  lead boolean not null,
  constraint panel_member_pk primary key (evaluation, account, party)
);

-- Reports to be made: a row stays until the report exists, whoever crashes or cannot be reached meanwhile.
create table assignment (
  evaluation text not null constraint assignment_evaluation references evaluation,
  state text not null,
  result_version int not null,
  attempts int not null default 0,
  due_at timestamptz not null default now(),
  taken_by text,
  last_failure text,
  constraint assignment_pk primary key (evaluation, state),
  constraint assignment_state_known check (state in ('DRAFT', 'FINAL'))
);
create index assignment_due on assignment (due_at);

-- Reports that exist; there is one final report of an evaluation.
create table edition (
  evaluation text not null constraint edition_evaluation references evaluation,
  state text not null,
  version int not null,
  rendered_at timestamptz not null,
  verification_hash text,
  issued_at timestamptz,
  issued_by text,
  constraint edition_pk primary key (evaluation, state, version),
  constraint edition_state_known check (state in ('DRAFT', 'FINAL')),
  constraint edition_only_final_is_issued check (state = 'FINAL' or issued_at is null),
  constraint edition_issued_by_somebody check ((issued_at is null) = (issued_by is null)),
  constraint edition_verification_unique unique (verification_hash)
);
create unique index edition_one_final on edition (evaluation) where state = 'FINAL';

-- The files of a report: never changed, known by their digest.
create table edition_file (
  evaluation text not null,
  state text not null,
  version int not null,
  name text not null,
  media_type text not null,
  digest text not null,
  content bytea not null,
  constraint edition_file_pk primary key (evaluation, state, version, name),
  constraint edition_file_edition foreign key (evaluation, state, version) references edition
);
create trigger edition_file_append_only before update or delete or truncate on edition_file
  for each statement execute function refuse_change();
alter table edition_file enable always trigger edition_file_append_only;

-- What was said on site and to the draft, and how objections were decided.
create table feedback (
  evaluation text not null constraint feedback_evaluation references evaluation,
  source text not null,
  number int not null,
  given_on date not null,
  outcome text not null,
  text text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  decision text,
  reason text,
  decided_by text,
  decided_at timestamptz,
  constraint feedback_pk primary key (evaluation, source, number),
  constraint feedback_source_known check (source in ('ON_SITE', 'OPERATOR', 'PURCHASER', 'SUPERVISOR')),
  constraint feedback_outcome_known check (outcome in ('NO_OBJECTION', 'OBJECTION')),
  constraint feedback_decision_known check (decision in ('REFUSED', 'UPHELD')),
  constraint feedback_only_objections_are_decided check (outcome = 'OBJECTION' or decision is null),
  constraint feedback_decided_with_reason check (num_nulls(decision, reason, decided_by, decided_at) in (0, 4))
);
